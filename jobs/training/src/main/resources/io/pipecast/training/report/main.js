// The page, from the verdict down.
function verdictText() {
  const verdict = result.verdict, level = rootOf('at one third');
  if (!known(verdict.error) || !level) return verdict.sentence;
  const rival = scoreOf(level, verdict.rival);
  const start = `One third into ${verdict.periods === 1 ? 'the period' : `${whole(verdict.periods)} past periods`}, Pipecast was off by ${percent(verdict.error)}`;
  const others = [rival, ...verdict.closer.map(key => scoreOf(level, key))].filter(Boolean);
  return `${start}${others.map(score => `; ${score.label.toLowerCase()} by ${percent(score.error)}`).join('')}.`;
}

function tile(name, big, note) {
  return h('div', { class: 'tile' }, h('span', { class: 'name' }, name), h('span', { class: 'big' }, big), h('span', { class: 'note' }, note));
}

function tiles() {
  const all = [];
  for (const part of ['at one third', 'at two thirds']) {
    const level = rootOf(part), model = scoreOf(level, 'model'), weighted = scoreOf(level, 'stageWeighted');
    if (model) all.push(tile(`Error ${part} of the period`, percent(model.error), weighted ? `stage-weighted ${percent(weighted.error)}` : 'stage-weighted not in the source'));
  }
  const whole = rootOf('all');
  if (known(whole?.coverage)) all.push(tile('P10–P90 held the truth', percent(whole.coverage), `of midnights; ${percent(0.8)} would be right`));
  const target = targets[0], model = target?.forecasts[0];
  if (model) {
    all.push(tile(`Tells deals apart, ${target.label}`, figure(model.auc), `AUC ${range(model.aucInterval, figure)}; 0.5 is a coin, 1 is certain`));
    all.push(tile('Probabilities off by', percent(model.ece), `calibration error ${range(model.eceInterval, percent)}`));
  }
  return h('div', { class: 'tiles' }, all);
}

function opening() {
  const words = { better: 'Better than what you have', mixed: 'Better than your pipeline, but a rule of thumb was closer', even: 'About as good as what you have', worse: 'Worse than what you have', unknown: 'Nothing to judge yet' };
  return h('section', { class: 'card' },
    h('div', { class: 'head' }, h('span', { class: 'kicker' }, `${result.company} · ${day(result.plan.from)} – ${day(result.plan.to)}`), h('span', { class: `badge ${result.verdict.kind}` }, words[result.verdict.kind]), h('h1', {}, verdictText())),
    h('p', { class: 'soft' }, `Every forecast below was made by ${result.plan.givenModel ? 'the given model' : `one of ${count(result.models.length, 'model', 'models')}, each trained only on what was known before it was used`}, by the same job that runs live, and is held against what happened.`),
    tiles());
}

function method() {
  const plan = result.plan, log = result.log;
  const facts = [
    ['Log', `${count(log.lines, 'line', 'lines')}, ${day(log.firstDay)} – ${day(log.lastDay)}; ${count(log.rejected, 'line', 'lines')} refused`],
    ['Deals', `${whole(log.deals)}, of which ${whole(log.won)} won and ${whole(log.lost)} lost`],
    ['Judged', `midnights of ${day(plan.from)} to before ${day(plan.to)}, deals every ${count(plan.snapshotEveryDays, 'day', 'days')}${plan.stages.length ? `, in ${plan.stages.join(', ')}` : ''}`],
    ['Scored', `${whole(result.deals.snapshots)} of ${whole(result.deals.openMidnights)} open deals × midnights`],
    ['Models', plan.givenModel ?? `${whole(result.models.length)}, trained every ${count(plan.trainedEveryDays, 'day', 'days')} and at each period start; the last is ${result.models.at(-1).version}`],
    ['Draws', `${whole(plan.draws)} of deals with replacement, seed ${plan.seed}; errors of periods have no interval: there are ${count(company.length, 'period', 'periods')}`],
    ['Facts', `fingerprint ${log.fingerprint}`],
  ];
  if (result.notInSource.length) facts.push(['Not in the source', result.notInSource.join(', ').replaceAll('_', ' ')]);
  return card('How it was done', null, h('dl', { class: 'facts' }, facts.map(([name, text]) => [h('dt', {}, name), h('dd', {}, text)])));
}

document.getElementById('main').replaceChildren(...[opening(), fans(), h('div', { class: 'pair' }, errorByDay(), gain()), whoWasRight(), byLevel(), dealSection(), method()].filter(known));
