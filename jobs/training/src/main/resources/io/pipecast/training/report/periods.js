// What was said of periods, next to where they landed.
const company = result.periods.company;
const levels = result.periods.levels;
const rootOf = part => levels.find(level => level.tree === 'REPORTING' && level.level === 0 && level.part === part);
const scoreOf = (level, key) => level?.forecasts.find(score => score.key === key);
const hasModel = company.some(period => period.days.some(at => known(at.p50)));

function fanChart(period, top, width) {
  const box = { width, left: 58, right: width - 12, top: 14, bottom: 236 };
  const length = Math.round((Date.parse(period.end) - Date.parse(period.start)) / 864e5);
  const x = at => box.left + (box.right - box.left) * at / length;
  const y = value => box.bottom - (box.bottom - box.top) * Math.min(value, top) / top;
  const of = key => period.days.map(at => [at.day, at[key]]);
  const said = key => period.days.map(at => [at.day, at.said[key]]);
  const band = period.days.filter(at => known(at.p10) && known(at.p90));
  const area = band.length ? `${path(band.map(at => [at.day, at.p90]), x, y)}L${band.slice().reverse().map(at => `${x(at.day).toFixed(1)} ${y(at.p10).toFixed(1)}`).join('L')}Z` : '';
  const start = Date.parse(period.start);
  const dateOf = at => new Date(start + at * 864e5).toISOString();
  const marks = length <= 35 ? [0, 7, 14, 21, 28].filter(at => at <= length) : ticks(0, length, width < 420 ? 3 : 5).map(Math.round);
  const svg = s('svg', { viewBox: `0 0 ${width} 262`, role: 'img', tabindex: 0, 'aria-label': `${period.period}: forecast by day against the ${money(period.landed)} it landed on` },
    axes(box, ticks(0, top, 4), y, money, marks, x, at => day(dateOf(at), { day: 'numeric', month: 'short' })),
    s('path', { d: area, fill: 'var(--model-wash)' }),
    drawn(of('closed'), x, y, { color: 'var(--closed)', width: 1.6 }),
    ['calls', 'stageWeighted'].map(key => drawn(said(key), x, y, look(key))),
    drawn(of('p50'), x, y, look('model')),
    s('line', { x1: box.left, x2: box.right, y1: y(period.landed), y2: y(period.landed), stroke: 'var(--ink)', 'stroke-width': 1.4 }),
    s('text', { class: 'ink', x: box.right, y: y(period.landed) - 6, 'text-anchor': 'end' }, money(period.landed)));
  readout(svg, box, period.days.map(at => at.day), x, i => {
    const at = period.days[i];
    return [day(dateOf(at.day)), [
      known(at.p50) && ['Pipecast P50', `${money(at.p50)} (${signed(at.p50 / period.landed - 1)})`],
      known(at.p10) && ['P10 – P90', `${money(at.p10)} – ${money(at.p90)}`],
      known(at.said.stageWeighted) && ['Stage-weighted', `${money(at.said.stageWeighted)} (${signed(at.said.stageWeighted / period.landed - 1)})`],
      known(at.said.calls) && ['Calls', `${money(at.said.calls)} (${signed(at.said.calls / period.landed - 1)})`],
      ['Closed', money(at.closed)],
      ['Landed', money(period.landed)],
    ].filter(Boolean)];
  });
  return svg;
}

function fans() {
  if (!company.length) return null;
  const heard = key => company.some(period => period.days.some(at => known(at.said[key])));
  const figures = company.map(period => {
    const high = Math.max(period.landed, ...period.days.flatMap(at => [at.p90 ?? 0, at.closed ?? 0, Math.min(at.said.stageWeighted ?? 0, period.landed * 2.5)]));
    const inside = period.days.filter(at => known(at.p10) && at.p10 <= period.landed && period.landed <= at.p90).length;
    return h('figure', {},
      h('figcaption', {}, h('h3', {}, period.period), h('span', { class: 'soft' }, `${day(period.start)} – ${day(new Date(Date.parse(period.end) - 864e5).toISOString())} · landed on ${money(period.landed)}${period.locked ? '' : ', not locked yet'} · inside P10–P90 on ${whole(inside)} of ${count(period.days.length, 'day', 'days')}`)),
      plot(width => fanChart(period, high * 1.06, width)));
  });
  const items = [['P50, band P10–P90', () => [s('rect', { width: 24, height: 10, fill: 'var(--model-wash)' }), stroke(look('model'))()]], ['Closed so far', stroke({ color: 'var(--closed)', width: 1.6 })]];
  if (heard('stageWeighted')) items.push(['Stage-weighted', stroke(look('stageWeighted'))]);
  if (heard('calls')) items.push(['Calls', stroke(look('calls'))]);
  items.push(['Where it landed', stroke({ color: 'var(--ink)', width: 1.4 })]);
  return card('What was said each day, and where it landed', 'Each point was forecast at that midnight by the model of its time. The black line is what was closed in the end.', legend(items), h('div', { class: 'fans' }, figures));
}

function errorChart(days, keys, width) {
  const box = { width, left: 48, right: width - 12, top: 12, bottom: 250 };
  const last = days[days.length - 1].day;
  const values = days.flatMap(at => keys.map(key => at.meanAbsolutePercentageError[key]).filter(known)).sort((a, b) => a - b);
  const top = Math.min(1, Math.max(0.1, values[Math.floor(values.length * 0.97)] * 1.1));
  const x = at => box.left + (box.right - box.left) * at / (last || 1);
  const y = value => box.bottom - (box.bottom - box.top) * Math.min(value, top) / top;
  const marks = last <= 35 ? ticks(0, last, 4).map(at => Math.round(at / 7) * 7).filter((at, i, all) => all.indexOf(at) === i) : ticks(0, last, 6).map(Math.round);
  const names = namesOf();
  const svg = s('svg', { viewBox: `0 0 ${width} 284`, role: 'img', tabindex: 0, 'aria-label': 'Mean error by day of the period, by forecaster' },
    axes(box, ticks(0, top, 4), y, percent, marks, x, at => whole(at)),
    s('text', { x: (box.left + box.right) / 2, y: 282, 'text-anchor': 'middle' }, 'days since the period began'),
    keys.slice().reverse().map(key => drawn(days.map(at => [at.day, at.meanAbsolutePercentageError[key]]), x, y, look(key))));
  readout(svg, box, days.map(at => at.day), x, i => [`Day ${days[i].day}, ${count(days[i].periods, 'period', 'periods')}`, keys.filter(key => known(days[i].meanAbsolutePercentageError[key])).map(key => [names[key], percent(days[i].meanAbsolutePercentageError[key])])]);
  return svg;
}

const namesOf = () => Object.fromEntries((rootOf('all')?.forecasts ?? []).map(score => [score.key, score.label]));

function errorByDay() {
  const days = result.periods.byDay;
  if (!days.length) return null;
  const names = namesOf();
  const keys = Object.keys(LOOK).filter(key => days.some(at => known(at.meanAbsolutePercentageError[key])));
  const main = keys.filter(key => ['model', 'stageWeighted', 'calls', 'lastPeriod', 'runRate'].includes(key));
  const show = wanted => [legend(wanted.map(key => [names[key] ?? key, stroke(look(key))])), h('figure', {}, plot(width => errorChart(days, wanted, width)))];
  return card('How far off, by day of the period', `Mean absolute error of the company's number over ${count(company.length, 'period', 'periods')}.${company.length < 4 ? ' So few periods are an indication, not a proof.' : ''}`,
    tabs('Forecasters', main.length < keys.length ? ['Main', 'All'] : ['Main'], i => show(i ? keys : main)),
    h('details', {}, h('summary', {}, 'The numbers'), table(['Day', ...keys.map(key => names[key] ?? key)], days.filter(at => at.day % 7 === 0).map(at => ({ cells: [whole(at.day), ...keys.map(key => percent(at.meanAbsolutePercentageError[key]))] })), 'Error by day')));
}

function rightChart(of, length, keys, names, width) {
  const box = { width, left: 122, right: width - 74, top: 4, bottom: 4 + keys.length * 26 };
  const x = at => box.left + (box.right - box.left) * at / length;
  return s('svg', { viewBox: `0 0 ${width} ${box.bottom + 6}`, role: 'img', 'aria-label': `${of.period}: since when each forecaster stayed within a tenth of where it landed` },
    keys.map((key, i) => {
      const one = of.forecasts.find(forecast => forecast.key === key);
      const y = box.top + i * 26 + 13;
      return [
        s('text', { x: box.left - 10, y: y + 4, 'text-anchor': 'end' }, names[key]),
        s('line', { class: 'grid', x1: box.left, x2: box.right, y1: y, y2: y }),
        one && known(one.sinceDay) && s('rect', { x: x(one.sinceDay), y: y - 6, width: Math.max(3, box.right - x(one.sinceDay)), height: 12, rx: 3, fill: look(key).color }),
        s('text', { x: box.right + 8, y: y + 4 }, !one ? '' : known(one.sinceDay) ? `day ${one.sinceDay}` : 'never'),
      ];
    }));
}

function whoWasRight() {
  const rights = result.periods.right;
  if (!rights.length) return null;
  const names = namesOf();
  const keys = Object.keys(LOOK).filter(key => rights.some(of => of.forecasts.some(forecast => forecast.key === key)));
  const figures = rights.map(of => {
    const period = company.find(one => one.period === of.period);
    const length = Math.round((Date.parse(period.end) - Date.parse(period.start)) / 864e5);
    return h('figure', {}, h('figcaption', {}, h('h3', {}, of.period)), plot(width => rightChart(of, length, keys, names, width)));
  });
  return card('Who was right, and since when', `A bar begins on the day from which the number stayed within ${percent(0.1)} of where the period landed, to the end.`, h('div', { class: 'fans' }, figures));
}

function byLevel() {
  if (!levels.length) return null;
  const parts = ['at one third', 'at two thirds', 'first third', 'second third', 'last third', 'all'].filter(part => levels.some(level => level.part === part));
  const depth = Math.max(...levels.map(level => level.level));
  const nameOf = level => level.level === 0 ? 'Company' : level.tree === 'TERRITORY' ? `Territories, level ${level.level}` : level.level === depth ? `Reps, level ${level.level}` : `Managers, level ${level.level}`;
  const show = part => {
    const rows = levels.filter(level => level.part === part && !(level.tree === 'TERRITORY' && level.level === 0)).map(level => {
      const model = scoreOf(level, 'model'), weighted = scoreOf(level, 'stageWeighted'), calls = scoreOf(level, 'calls'), last = scoreOf(level, 'lastPeriod');
      return { cells: [[nameOf(level), h('span', { class: 'note' }, `${count(level.nodes, 'node', 'nodes')}, ${count(level.periods, 'period', 'periods')}`)],
        percent(level.coverage), signed(model?.bias), h('b', {}, percent(model?.error)), percent(weighted?.error), percent(calls?.error), percent(last?.error), figure(level.pinball.p50)] };
    });
    return table(['', 'P10–P90 held', 'Bias', 'Pipecast off by', 'Stage-weighted', 'Calls', 'Last period', 'Pinball P50'], rows, `Errors ${part}`);
  };
  return card('Down the company', `The share of the money that was missed, summed over nodes and midnights. P10 to P90 should hold the truth ${percent(0.8)} of the time.`, tabs('Part of the period', parts, i => show(parts[i])));
}

function gain() {
  const parts = ['at one third', 'at two thirds'].map(rootOf).filter(Boolean);
  if (!parts.length || !hasModel) return null;
  const mean = company.reduce((sum, period) => sum + period.landed, 0) / company.length;
  const keys = ['stageWeighted', 'calls', 'commit', 'lastPeriod', 'runRate'].filter(key => parts.some(part => scoreOf(part, key)));
  const rows = keys.map(key => ({ cells: [namesOf()[key], ...parts.map(part => {
    const score = scoreOf(part, key);
    const better = score && (score.error - score.modelError) * mean;
    return score ? [h('span', { class: better > 0 ? 'up' : 'down' }, `${money(Math.abs(better))} ${better > 0 ? 'closer' : 'further off'}`), h('span', { class: 'note' }, `${percent(score.modelError)} instead of ${percent(score.error)}`)] : NONE;
  })] }));
  return card('What shipping it would gain', `A period landed on ${money(mean)} on average. Against what each number said on the same day, Pipecast's was:`, table(['Instead of', ...parts.map(part => part.part)], rows, 'Gain'));
}
