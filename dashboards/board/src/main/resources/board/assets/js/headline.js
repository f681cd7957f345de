// The first thing to see: where the period lands, how sure that is, and what others would say.

import { band } from './band.js';
import { besideLanding } from './byhand.js';
import { h, s } from './dom.js';
import { chance, exact, isoDate, money, NONE, percent, signed } from './format.js';
import { moved, ticking } from './moved.js';
import { seesChances } from './shell.js';
import { defined } from './tips.js';

const PAST_QUARTERS = 4;

function ring(share) {
  const length = 2 * Math.PI * 15;
  return s('svg', { class: 'ring', viewBox: '0 0 36 36', width: 44, height: 44, 'aria-hidden': 'true' },
    s('circle', { class: 'ring-rest', cx: 18, cy: 18, r: 15 }),
    s('circle', { class: 'ring-part', cx: 18, cy: 18, r: 15, 'stroke-dasharray': `${length * share} ${length}`, transform: 'rotate(-90 18 18)' }));
}

function reach(key, { values, notInSource }) {
  if (values.quota === null) {
    const why = notInSource.includes('quota') ? 'not in the source' : 'none is set for this period';
    return h('div', { class: 'reach' }, h('p', {}, h('b', {}, 'No quota'), h('small', {}, why)));
  }
  return h('div', { class: 'reach' }, ring(values.model_p_reach ?? 0),
    h('p', {}, h('b', { class: 'num' + moved(key + 'reach', values.model_p_reach, chance(values.model_p_reach)) }, chance(values.model_p_reach)),
      h('small', {}, h('span', defined('model_p_reach'), 'chance of quota'), ` ${money(values.quota)}`)));
}

/** Headline and band of a node's period. */
export function headline(answer, width) {
  const values = answer.forecast.values;
  const key = `${answer.node.tree}/${answer.node.id}/${answer.forecast.period}/`;
  return h('section', { class: 'card hero', 'aria-label': 'Landing' },
    h('div', { class: 'hero-top' },
      h('div', {},
        h('p', { class: 'eyebrow' }, `${answer.node.name} lands at`),
        h('p', { class: 'big' }, ticking(key + 'p50', values.model_p50, money(values.model_p50), exact(values.model_p50))),
        h('p', { class: 'range-text' }, h('span', defined('model_p10'), 'P10'), '–', h('span', defined('model_p90'), 'P90'), ' ',
          h('b', { class: 'num', 'data-tip': `${exact(values.model_p10)} to ${exact(values.model_p90)}` }, `${money(values.model_p10)} – ${money(values.model_p90)}`))),
      reach(key, answer.forecast)),
    besideLanding(answer.byHand),
    band(values, width));
}

/** The header line of a period: name, dates, how much of it has passed. */
export function periodLine(answer) {
  const { forecast, pace } = answer;
  const where = forecast.role === 'CURRENT' ? `business day ${pace.elapsed} of ${pace.businessDays}, ${pace.left} left` : forecast.role === 'NEXT' ? 'not begun' : 'ended';
  return h('p', { class: 'period-line' }, h('b', {}, forecast.period), ` ${isoDate(forecast.start)} – before ${isoDate(forecast.end)} · ${where}`,
    forecast.role !== 'CURRENT' && [' · ', h('a', { href: `/?tree=${answer.node.tree}&node=${encodeURIComponent(answer.node.id)}` }, 'to the current period')]);
}

/** 2026-Q3; only Q3 where there is little room. */
function shortPeriod(period) {
  const year = /^\d{4}-(?=\D)/.exec(period);
  return year ? [h('span', { class: 'wide' }, year[0]), period.slice(year[0].length)] : period;
}

function errorCell(error) {
  if (error === null || error === undefined) {
    return h('td', { class: 'err none' }, NONE);
  }
  const size = Math.min(3, Math.floor(Math.abs(error) / 0.08));
  return h('td', { class: `err ${error > 0 ? 'over' : 'under'} e${size}` }, signed(error));
}

function meanMiss(errors) {
  const known = errors.filter((error) => error !== null && error !== undefined);
  return known.length ? percent(known.reduce((sum, error) => sum + Math.abs(error), 0) / known.length) : NONE;
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four'];

const ANSWERS = [
  { kind: 'model', name: 'Model P50', quantity: 'model_p50', error: 'modelError' },
  { kind: 'weighted', name: 'Stage-weighted', quantity: 'stage_weighted', error: 'stageWeightedError' },
  { kind: 'commit', name: 'Reps’ commit', quantity: 'cumulative_commit', error: 'commitError' },
  { kind: 'call', name: 'Call', quantity: 'call_commit', error: 'callError' },
];

function answerRow(kind, values, past, notInSource, key) {
  const value = values[kind.quantity];
  const absent = notInSource.includes(kind.quantity);
  return h('tr', { class: kind.kind },
    h('th', { scope: 'row' }, h('i', { class: 'swatch', 'aria-hidden': 'true' }), h('span', defined(kind.quantity), kind.name)),
    h('td', { class: 'strong' }, absent ? h('span', { class: 'absent' }, 'not in the source') : ticking(key + kind.kind, value, money(value), exact(value))),
    h('td', { class: 'wide' }, values.quota && value !== null ? signed(value / values.quota - 1) : NONE),
    past.map((quarter) => errorCell(quarter[kind.error])),
    h('td', { class: 'strong wide' }, meanMiss(past.map((quarter) => quarter[kind.error]))));
}

/** Model, stage-weighted, commit and call side by side with their misses on the same day of the last ended periods. */
export function answers(answer, history) {
  const { values, notInSource } = answer.forecast;
  const past = history.sameDay.slice(0, PAST_QUARTERS);
  const key = `${answer.node.tree}/${answer.node.id}/${answer.forecast.period}/answers/`;
  const called = values.call_commit !== null || past.some(({ callError }) => callError !== null);
  const kinds = ANSWERS.filter(({ kind }) => (kind !== 'model' || seesChances()) && (kind !== 'call' || called));
  return h('section', { class: 'card answers', 'aria-labelledby': 'answers-title' },
    h('h2', { id: 'answers-title' }, `${NUMBERS[kinds.length]} answers, and how far each was off`),
    h('p', { class: 'sub' }, past.length
      ? `Signed miss on the same day of the last ${past.length === 1 ? 'period' : `${past.length} periods`} (${history.businessDaysLeft} business days to the end)`
      : 'No earlier period was forecast on the same day and seen to its end: misses will stand here.'),
    h('div', { class: 'scroll' }, h('table', { class: 'compact' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Says'), h('th', { scope: 'col' }, 'Lands at'), h('th', { scope: 'col', class: 'wide' }, 'vs quota'),
        past.map((quarter) => h('th', { scope: 'col', 'data-tip': `landed at ${exact(quarter.landed)}`, tabindex: '0' }, shortPeriod(quarter.period))),
        h('th', { scope: 'col', class: 'wide', 'data-tip': 'mean of the misses without their sign', tabindex: '0' }, 'Mean miss'))),
      h('tbody', {}, kinds.map((kind) => answerRow(kind, values, past, notInSource, key))))));
}
