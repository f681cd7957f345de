// What was said of deals, next to what became of them.
const targets = result.deals.targets.filter(target => target.rows > 0);

function rankTable(target) {
  const rows = target.forecasts.map(score => ({ own: score.key === 'model', cells: [
    [score.label, h('span', { class: 'note' }, score.note)],
    [figure(score.auc), h('span', { class: 'range' }, range(score.aucInterval, figure))],
    [figure(score.brier), h('span', { class: 'range' }, range(score.brierInterval, figure))],
    [percent(score.skill)],
    [percent(score.ece), h('span', { class: 'range' }, range(score.eceInterval, percent))],
    score.modelAgainst ? [h('span', { class: score.modelAgainst.brierRatioInterval?.[1] < 1 ? 'up' : score.modelAgainst.brierRatioInterval?.[0] > 1 ? 'down' : null }, `× ${figure(score.modelAgainst.brierRatio)}`), h('span', { class: 'range' }, range(score.modelAgainst.brierRatioInterval, figure))] : '',
  ] }));
  return table(['', 'Tells apart (AUC)', 'Squared error (Brier)', 'Skill', 'Off by, calibrated (ECE)', 'Pipecast’s Brier against it'], rows, 'Forecasters of deals');
}

function curveChart(curve, width) {
  const side = Math.min(width, 420);
  const box = { width, left: 48, right: side - 8, top: 8, bottom: side - 44 };
  const top = Math.min(1, Math.max(0.1, ...curve.bins.flatMap(bin => [bin.stated, bin.observedInterval?.[1] ?? bin.observed])) * 1.05);
  const x = value => box.left + (box.right - box.left) * value / top;
  const y = value => box.bottom - (box.bottom - box.top) * value / top;
  const marks = ticks(0, top, 5);
  const svg = s('svg', { viewBox: `0 0 ${width} ${side}`, role: 'img', tabindex: 0, 'aria-label': 'Stated probability against the share that came true' },
    axes(box, marks, y, percent, marks, x, percent),
    s('text', { x: (box.left + box.right) / 2, y: side - 4, 'text-anchor': 'middle' }, 'stated'),
    s('line', { x1: x(0), y1: y(0), x2: x(top), y2: y(top), stroke: 'var(--soft)', 'stroke-dasharray': '4 4' }),
    curve.bins.map(bin => bin.observedInterval && s('line', { x1: x(bin.stated), x2: x(bin.stated), y1: y(bin.observedInterval[0]), y2: y(Math.min(top, bin.observedInterval[1])), stroke: 'var(--model)', 'stroke-width': 1.4, opacity: .6 })),
    drawn(curve.bins.map(bin => [bin.stated, bin.observed]), x, y, { color: 'var(--model)', width: 2 }),
    curve.bins.map(bin => s('circle', { cx: x(bin.stated), cy: y(bin.observed), r: 4, fill: 'var(--model)', stroke: 'var(--card)', 'stroke-width': 1.5 })));
  readout(svg, box, curve.bins.map(bin => bin.stated), x, i => [`Stated ${percent(curve.bins[i].stated)}`, [['came true', percent(curve.bins[i].observed)], ['drawn', range(curve.bins[i].observedInterval, percent)], ['snapshots', whole(curve.bins[i].rows)]]]);
  return svg;
}

function reliability(target) {
  const place = h('figure', {});
  const show = i => place.replaceChildren(plot(width => curveChart(target.reliability[i], width)));
  const label = curve => curve.by === 'all' ? 'All deals' : `${curve.by}: ${curve.value}`;
  const choice = h('select', { 'aria-label': 'Deals', onchange: event => show(Number(event.target.value)) }, target.reliability.map((curve, i) => h('option', { value: i }, label(curve))));
  show(0);
  return h('section', { class: 'card' }, h('div', { class: 'head' }, h('h2', {}, `When it says ${percent(0.3)}, does it happen in ${percent(0.3)}?`), h('p', { class: 'soft' }, 'Ten bins of equal size; on the dashed line stated and true agree. Bars: the middle 95 of 100 draws of deals.')), choice, place);
}

function ladderChart(steps, width) {
  const box = { width, left: 168, right: width - 60, top: 4, bottom: 4 + steps.length * 34 };
  const low = Math.min(0, ...steps.map(step => step.skill)), high = Math.max(0.01, ...steps.map(step => step.skill));
  const x = value => box.left + (box.right - box.left) * (value - low) / (high - low);
  return s('svg', { viewBox: `0 0 ${width} ${box.bottom + 6}`, role: 'img', 'aria-label': 'Skill by what is looked at' },
    steps.map((step, i) => {
      const y = box.top + i * 34 + 17;
      return [s('text', { x: box.left - 10, y: y + 4, 'text-anchor': 'end', class: step.own ? 'ink' : null }, step.label),
        s('rect', { x: Math.min(x(0), x(step.skill)), y: y - 9, width: Math.max(1, Math.abs(x(step.skill) - x(0))), height: 18, rx: 3, fill: step.own ? 'var(--model)' : 'var(--other)' }),
        s('text', { x: x(Math.max(0, step.skill)) + 8, y: y + 4, class: 'ink' }, percent(step.skill))];
    }),
    s('line', { x1: x(0), x2: x(0), y1: box.top, y2: box.bottom, stroke: 'var(--soft)' }));
}

function whatMatters(target) {
  const of = key => target.forecasts.find(score => score.key === key);
  const steps = [['stageRate', 'stage'], ['stageTime', '+ time in stage'], ['entered', 'category and date'], ['model', '+ all Pipecast looks at']]
    .map(([key, label]) => ({ label, skill: of(key)?.skill, own: key === 'model' })).filter(step => known(step.skill));
  return card('What the forecast lives on', 'Share of the base rate’s squared error that goes away by looking at …', h('figure', {}, plot(width => ladderChart(steps, width))), importances());
}

/** What the last model's training says each feature is worth, where it says so. */
function importances() {
  const training = result.models.at(-1)?.training ?? {};
  const named = Object.entries(training).filter(([name]) => name.startsWith('importance.')).map(([name, value]) => ({ label: name.slice(11).replaceAll('_', ' ').toLowerCase(), skill: value, own: true }));
  const most = named.sort((a, b) => b.skill - a.skill).slice(0, 10);
  return most.length ? [h('h3', {}, 'Which features matter'), h('p', { class: 'soft' }, 'Share of what the last model makes of a deal that each feature accounts for.'), h('figure', {}, plot(width => ladderChart(most, width)))] : null;
}

function gapChart(groups, width) {
  const box = { width, left: Math.min(210, width * .42), right: width - 20, top: 4, bottom: 4 + groups.length * 30 };
  const most = Math.max(0.05, ...groups.flatMap(group => [Math.abs(group.gapInterval?.[0] ?? 0), Math.abs(group.gapInterval?.[1] ?? 0)]));
  const x = value => box.left + (box.right - box.left) * (value + most) / (2 * most);
  return s('svg', { viewBox: `0 0 ${width} ${box.bottom + 24}`, role: 'img', 'aria-label': 'Stated minus true, by group' },
    s('line', { x1: x(0), x2: x(0), y1: box.top, y2: box.bottom, stroke: 'var(--soft)' }),
    groups.map((group, i) => {
      const y = box.top + i * 30 + 15, gap = group.stated - group.observed;
      const sure = group.gapInterval && (group.gapInterval[0] > 0 || group.gapInterval[1] < 0);
      const color = sure ? 'var(--bad)' : 'var(--other)';
      return [s('text', { x: box.left - 10, y: y + 4, 'text-anchor': 'end' }, `${group.value} (${whole(group.deals)})`),
        group.gapInterval && s('line', { x1: x(group.gapInterval[0]), x2: x(group.gapInterval[1]), y1: y, y2: y, stroke: color, 'stroke-width': 2 }),
        s('circle', { cx: x(gap), cy: y, r: 4.5, fill: color })];
    }),
    [-most, 0, most].map((at, i) => s('text', { x: x(at), y: box.bottom + 18, 'text-anchor': ['start', 'middle', 'end'][i] }, i === 1 ? '0' : signed(Math.round(at * 1000) / 1000))));
}

function ratioChart(models, key, width) {
  const of = model => model.forecasts.find(score => score.key === key).modelAgainst;
  const box = { width, left: 104, right: width - 14, top: 4, bottom: 4 + models.length * 24 };
  const ends = models.flatMap(model => of(model).brierRatioInterval ?? [of(model).brierRatio]).concat(1);
  const low = Math.max(0, Math.min(...ends) - 0.05), high = Math.min(2, Math.max(...ends) + 0.05);
  const x = value => box.left + (box.right - box.left) * (Math.min(high, Math.max(low, value)) - low) / (high - low);
  return s('svg', { viewBox: `0 0 ${width} ${box.bottom + 24}`, role: 'img', 'aria-label': 'Squared error of each model relative to the rival' },
    s('line', { x1: x(1), x2: x(1), y1: box.top, y2: box.bottom, stroke: 'var(--soft)', 'stroke-dasharray': '4 4' }),
    models.map((model, i) => {
      const y = box.top + i * 24 + 12, lead = of(model), ends = lead.brierRatioInterval;
      const color = ends && ends[1] < 1 ? 'var(--good)' : ends && ends[0] > 1 ? 'var(--bad)' : 'var(--other)';
      return [s('text', { x: box.left - 10, y: y + 4, 'text-anchor': 'end' }, day(model.from)),
        ends && s('line', { x1: x(ends[0]), x2: x(ends[1]), y1: y, y2: y, stroke: color, 'stroke-width': 2 }),
        s('circle', { cx: x(lead.brierRatio), cy: y, r: 4, fill: color })];
    }),
    ticks(low, high, 4).map(at => s('text', { x: x(at), y: box.bottom + 18, 'text-anchor': 'middle' }, figure(at, 2))));
}

function modelByModel(target) {
  const models = target.byModel.filter(model => model.forecasts.every(score => score.key === 'model' || known(score.modelAgainst?.brierRatio)));
  if (models.length < 2) return null;
  const rivals = [['stageTime', 'stage × time in stage'], ['odoo', 'Odoo’s lead score'], ['entered', 'category and date']].filter(([key]) => target.forecasts.some(score => score.key === key));
  return card('Model by model', 'Squared error of the forecasts of each model, divided by the rival’s on the same rows; left of the line the model is better. The date is when it was trained.',
    tabs('Rival', rivals.map(([, name]) => name), i => h('figure', {}, plot(width => ratioChart(models, rivals[i][0], width)))));
}

/** The period whose forecast was furthest off a third of the way in. */
function worstPeriod() {
  const early = company.map(period => [period, period.days.find(at => at.elapsed >= 1 / 3)]).filter(([, at]) => known(at?.p50));
  const off = ([period, at]) => at.p50 / period.landed - 1;
  const worst = early.sort((a, b) => Math.abs(off(b)) - Math.abs(off(a)))[0];
  return worst && h('li', {}, `Period ${worst[0].period}: one third in, the forecast was ${percent(Math.abs(off(worst)))} ${off(worst) < 0 ? 'below' : 'above'} what it landed on`);
}

function whereItFails(target) {
  const enough = target.groups.filter(group => group.deals >= 20);
  const sure = enough.filter(group => group.gapInterval && (group.gapInterval[0] > 0 || group.gapInterval[1] < 0));
  const worst = sure.slice().sort((a, b) => Math.abs(b.stated - b.observed) * b.rows - Math.abs(a.stated - a.observed) * a.rows).slice(0, 3);
  const said = worst.length ? worst.map(group => h('li', {}, `${group.by} “${group.value}”: said ${percent(group.stated)}, came true in ${percent(group.observed)} (${count(group.deals, 'deal', 'deals')})`)) : [h('li', {}, 'No group of deals is off by more than chance explains.')];
  const bys = [...new Set(enough.map(group => group.by))];
  return card('Where it fails', 'Stated minus true for groups of at least 20 deals, with their number. Red: more than chance explains. A group or two of twenty are red by chance alone.', h('ul', { class: 'plain' }, worstPeriod(), said),
    bys.length ? tabs('Groups', bys, i => h('figure', {}, plot(width => gapChart(enough.filter(group => group.by === bys[i]), width)))) : null);
}

function dealSection() {
  if (!targets.length) return null;
  const show = i => {
    const target = targets[i];
    return [
      h('p', { class: 'soft' }, `${count(target.rows, 'snapshot', 'snapshots')} of ${count(target.deals, 'deal', 'deals')}, of which ${percent(target.base)} were ${target.label}. ${target.undecided ? `${count(target.undecided, 'snapshot is', 'snapshots are')} not decided yet and left out.` : ''}`),
      rankTable(target),
      h('div', { class: 'pair' }, h('div', { class: 'stack' }, reliability(target), modelByModel(target)), h('div', { class: 'stack' }, whatMatters(target), whereItFails(target))),
    ];
  };
  return card('Deal by deal', 'How well the probability of each open deal told what became of it, next to other ways to say it, all fitted on what was known at the same time and judged on the same rows. Ranges: the middle 95 of 100 draws of deals.',
    tabs('Target', targets.map(target => target.label), show));
}
