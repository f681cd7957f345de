// Which model forecasts, how right it has been, the shadow beside it, and every model published.

import { get } from './api.js';
import { handScores } from './byhand.js';
import { byId, h, show } from './dom.js';
import { figureTable } from './figures.js';
import { count, fullInstant, instant, isoDate, money, NONE, percent, words } from './format.js';
import { reliability } from './reliability.js';
import { start } from './shell.js';

const REDRAW_MILLIS = 5_000;
const MEASURES = { within14d: 'Within 14 days', within30d: 'Within 30 days', within60d: 'Within 60 days', within90d: 'Within 90 days',
  currentPeriod: 'This period', nextPeriod: 'Next period' };
const PERIOD = 'period.level';
const BEFORE_ANY_MODEL = 'stage-probabilities';

const SCORES = [
  ['judged', 'Forecasts judged', 'Forecasts whose horizon ended in the last 91 days: each open deal is asked once a week.', count, 0],
  ['won', 'Of them won', 'Deals won within the horizon.', count, 0],
  ['brier', 'Brier score', 'Mean squared error of the chances: 0 is perfect, lower is better.', (value) => value.toFixed(4), -1],
  ['logLoss', 'Log loss', 'Mean surprise at the outcomes: lower is better.', (value) => value.toFixed(4), -1],
  ['auc', 'AUC', 'How often a deal that was won had the higher chance, from bins and so approximate: 0.5 is chance, higher is better.', (value) => value.toFixed(3), 1],
  ['calibrationError', 'Calibration error', 'Mean distance between chance and share won: lower is better.', (value) => percent(value, 1), -1],
  ['drift', 'Drift of chances', 'Population stability index of the last 28 days against the first 28 days of the model: above 0.25 the deals are no longer those it began with.', (value) => value.toFixed(3), 0],
];

let measure = 'within30d';

const of = (watched, name) => watched?.health.find((row) => row.measure === name);

function choose(name) {
  measure = name;
  draw();
}

function measures() {
  return h('div', { class: 'switch', role: 'group', 'aria-label': 'Horizon' }, Object.entries(MEASURES).map(([name, text]) => h('button', {
    type: 'button', 'data-key': `measure-${name}`, 'aria-pressed': String(measure === name), onclick: () => choose(name) }, text)));
}

function head(found) {
  const inForce = found.published.find((model) => model.state === 'IN_FORCE');
  const name = found.champion?.modelVersion;
  const since = inForce && inForce.modelVersion === name ? ` from ${fullInstant(inForce.effectiveFrom)}, published by ${inForce.actor}` : '';
  const text = !name ? 'Nothing is forecast yet.' : name === BEFORE_ANY_MODEL ? 'Before any model: configured stage probabilities.' : `In force: ${name}${since}`;
  return h('div', { class: 'page-head' }, h('div', {}, h('h1', {}, 'Model'), h('p', { class: 'sub' }, text)), measures());
}

function verdict(row) {
  if (!row || row.judged === 0) {
    return 'Nothing to judge yet: a forecast is judged when its horizon has ended.';
  }
  const expected = row.bins.reduce((sum, bin) => sum + bin.meanChance * bin.judged, 0) / row.judged;
  return `${MEASURES[measure]}, since ${isoDate(row.fromDay)}: ${percent(expected, 1)} were expected to be won, ${percent(row.won / row.judged, 1)} were.`;
}

function calibration(champion, shadow) {
  return h('section', { class: 'card' },
    h('h2', {}, 'Calibration'),
    h('p', { class: 'verdict' }, verdict(champion)),
    h('ul', { class: 'legend' }, h('li', {}, h('i', { class: 'key model', 'aria-hidden': 'true' }), 'In force'),
      shadow && h('li', {}, h('i', { class: 'key shadow', 'aria-hidden': 'true' }), 'Shadow'),
      h('li', {}, h('i', { class: 'key quota', 'aria-hidden': 'true' }), 'Right')),
    reliability(champion, shadow));
}

function cell(row, other, [key, , , written, better]) {
  const value = row?.[key];
  const rival = other?.[key];
  const known = value !== null && value !== undefined;
  const wins = known && better !== 0 && rival !== null && rival !== undefined && (value - rival) * better > 0;
  return h('td', { class: wins ? 'better' : '' }, known ? written(value) : NONE);
}

function scores(champion, shadow, found) {
  return h('section', { class: 'card' },
    h('h2', {}, 'How right it has been'),
    h('div', { class: 'scroll' }, h('table', { class: 'scores rows' },
      h('thead', {}, h('tr', {}, h('th', {}, MEASURES[measure]), h('th', {}, 'In force'), found.shadow && h('th', {}, 'Shadow'))),
      h('tbody', {}, SCORES.map((score) => h('tr', {},
        h('th', {}, h('span', { class: 'defined', 'data-tip': score[2], tabindex: '0' }, score[1])),
        cell(champion, shadow, score), found.shadow && cell(shadow, champion, score)))))),
    found.shadow && h('p', { class: 'soft' }, `Shadow ${found.shadow.modelVersion}, judged on what it has scored: from the midnight it was set on.`));
}

function level(row) {
  const depth = Number(row.measure.slice(PERIOD.length));
  return depth === 0 ? 'Company' : `Level ${depth}`;
}

function periods(found) {
  const rows = found.champion?.health.filter((row) => row.measure.startsWith(PERIOD)) ?? [];
  return h('section', { class: 'card' },
    h('h2', {}, 'Periods: is the band as wide as it says?'),
    rows.length === 0 ? h('p', { class: 'empty' }, 'No period has ended and been locked under this model.') : h('div', { class: 'scroll' }, h('table', { class: 'rows' },
      h('thead', {}, h('tr', {}, h('th', {}, 'Reporting tree'), h('th', {}, 'Forecasts judged'),
        h('th', {}, h('span', { class: 'defined', tabindex: '0', 'data-tip': 'Share of weekly forecasts whose period ended between P10 and P90: 80 % is right.' }, 'Inside P10–P90')),
        h('th', {}, 'Below P10'), h('th', {}, 'Above P90'),
        h('th', {}, h('span', { class: 'defined', tabindex: '0', 'data-tip': 'Mean distance of P50 from what was closed in the end, as a share of it.' }, 'P50 off by')))),
      h('tbody', {}, rows.map((row) => h('tr', {}, h('th', {}, level(row)), h('td', {}, count(row.judged)), h('td', { class: 'strong' }, percent(row.covered)),
        h('td', {}, percent(row.below)), h('td', {}, percent(row.above)), h('td', {}, row.error === null ? NONE : percent(row.error, 1))))))));
}

/** Usual reading of the index: below 0.1 nothing, above 0.25 another population. */
function moved(drift) {
  return drift < 0.1 ? 'as learned' : drift < 0.25 ? 'has moved' : 'far off';
}

function drifts(found) {
  const known = (found.champion?.features ?? []).filter(({ drift }) => drift !== null).sort((a, b) => b.drift - a.drift);
  return h('section', { class: 'card' },
    h('h2', {}, h('span', { class: 'defined', tabindex: '0', 'data-tip': 'Population stability index: deals of the last 28 days over the deciles of those the model was learned from. Below 0.1 they are the same, above 0.25 others.' }, 'Do deals still look like those it was learned from?')),
    known.length === 0 ? h('p', { class: 'empty' }, 'Said once it has scored 100 deals in at least a week.')
      : h('table', { class: 'plain drifts' }, h('tbody', {}, known.slice(0, 8).map(({ kind, drift }) => h('tr', {}, h('th', {}, kind), h('td', { class: 'soft' }, moved(drift)), h('td', {}, drift.toFixed(2)))))));
}

function remark(model) {
  if (model.reason) {
    return h('p', { class: 'reason' }, model.reason);
  }
  const auc = model.metrics['holdout.auc'];
  const parts = [model.restores !== null && `restores ${model.restores}`, auc !== undefined && `AUC in training ${auc.toFixed(3)}`];
  return h('p', { class: 'soft' }, parts.filter(Boolean).join(' · '));
}

function published(found) {
  const window = (model) => (model.trainedUntil === null ? NONE : `${instant(model.trainedFrom)} – ${instant(model.trainedUntil)}`);
  return h('section', { class: 'card below' },
    h('h2', {}, 'Published models'),
    found.published.length === 0 ? h('p', { class: 'empty' }, 'None: train one, then pipecast model publish.') : h('div', { class: 'scroll' }, h('table', { class: 'rows published' },
      h('thead', {}, h('tr', {}, ['Version', 'State', 'Used from', 'Published', 'Trained on'].map((name) => h('th', {}, name)))),
      h('tbody', {}, found.published.map((model) => h('tr', {}, h('th', {}, `${model.sequence} · ${model.modelVersion}`, remark(model)),
        h('td', {}, h('span', { class: `state ${model.state.toLowerCase()}` }, words(model.state))),
        h('td', {}, fullInstant(model.effectiveFrom)), h('td', {}, `${fullInstant(model.publishedAt)} by ${model.actor}`), h('td', {}, window(model))))))));
}

const ALERT_FIGURES = [
  ['alerts', 'Told', 'Alerts delivered in the 91 days that ended a month ago.', count],
  ['bad', 'Went bad', 'Share after which the deal was lost or left its period within 30 days.', (value) => percent(value)],
  ['base', 'Anyway', 'The same share of open deal-days without an alert, matched by stage, segment and day of period.', (value) => percent(value)],
  ['oddsRatio', 'Odds ratio', 'Odds of going bad after an alert ÷ odds without one: 1 is no better than chance.', (value) => value.toFixed(1)],
  ['recall', 'Caught in time', 'Share of all losses and slips that were told of at least 10 days before.', (value) => percent(value)],
  ['recallAmount', 'By amount', 'Share of the amount of all losses and slips that was told of at least 10 days before.', (value) => percent(value)],
  ['leadDays', 'Lead', 'Median days from the alert to the loss or slip.', (value) => `${value.toFixed(0)} d`],
  ['acknowledged', 'Acknowledged', 'Share that somebody took note of.', (value) => percent(value)],
  ['notUseful', 'Not useful', 'Share that somebody called not useful.', (value) => percent(value)],
  ['perManagerWeek', 'A manager and week', 'Alerts per manager and week.', (value) => value.toFixed(1)],
];

/** How good the alerts of deals have been, by rule. */
function alertQuality({ from, to, badEvents, badAmount, rules }) {
  const judged = rules.filter(({ alerts }) => alerts > 0);
  return h('section', { class: 'card below' },
    h('h2', {}, 'Alerts: were they right?'),
    judged.length === 0 ? h('p', { class: 'empty' }, 'Nothing to judge yet: an alert is judged a month after it was told.') : [
      h('p', { class: 'verdict' }, `Told from ${instant(from)} to ${instant(to)}. In that time ${count(badEvents)} deals worth ${money(badAmount)} were lost or left their period.`),
      figureTable('alert-quality', 'Rule', ALERT_FIGURES, judged.map((score) => [score.rule === 'all' ? 'All' : words(score.rule), score]), 'oddsRatio')]);
}

async function draw() {
  const [found, alerts, hands] = await Promise.all([get('/api/models'), get('/api/alert-quality'), get('/api/overrides')]);
  const champion = of(found.champion, measure);
  const shadow = of(found.shadow, measure);
  show(byId('main'), head(found),
    h('div', { class: 'columns even' }, calibration(champion, shadow), h('div', { class: 'area' }, scores(champion, shadow, found), periods(found), drifts(found))),
    alertQuality(alerts),
    handScores(hands),
    published(found));
}

start(draw, () => false);
setInterval(() => dispatchEvent(new Event('retry')), REDRAW_MILLIS);
