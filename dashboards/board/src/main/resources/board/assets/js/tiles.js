// The numbers of the period in one strip, where the landing comes from, and what comes after.

import { nodeHref } from './children.js';
import { h } from './dom.js';
import { count, exact, isoDay, money, NONE, percent, times } from './format.js';
import { ticking } from './moved.js';
import { defined } from './tips.js';

const ABSENT = () => h('span', { class: 'absent' }, 'not in the source');

function tile(answer, quantity, name, text, note) {
  const { values, notInSource } = answer.forecast;
  const key = `${answer.node.tree}/${answer.node.id}/${answer.forecast.period}/${quantity}`;
  const value = values[quantity];
  return h('div', { class: 'tile' },
    h('dt', {}, h('span', defined(quantity), name)),
    h('dd', {}, notInSource.includes(quantity) ? ABSENT() : ticking(key, value, text(value), value > 1000 ? exact(value) : null),
      value !== null && note && h('small', {}, note)));
}

function coverage(answer) {
  const { values } = answer.forecast;
  if (values.quota !== null && values.closed >= values.quota) {
    return () => 'met';
  }
  return times;
}

/** Until when new pipeline is likely to help; a day gone by is said to be gone. */
function by({ neededBy, asOf }) {
  if (!neededBy) {
    return null;
  }
  const gone = Date.parse(`${neededBy}T00:00:00Z`) < asOf;
  const tip = 'Half of what new deals bring in the end is won by the period’s end if they are created by this day.';
  return h('span', { 'data-tip': tip }, gone ? ' · late for new deals' : ` by ${isoDay(neededBy)}`);
}

/** Quota, closed, commit, best case, gap, coverage, open pipeline. */
export function tiles(answer) {
  const { values } = answer.forecast;
  const pace = values.pacing !== null && h('span', defined('pacing'), `${percent(values.pacing)} of the usual by now`);
  const won = values.attainment !== null ? `${percent(values.attainment)} of quota` : values.won_count !== null && `${count(values.won_count)} won`;
  const needed = values.pipeline_needed !== null && h('span', defined('pipeline_needed'), `${money(values.pipeline_needed)} needed`, by(answer));
  const usual = values.coverage_needed !== null ? h('span', defined('coverage_needed'), `of the gap, usual ${times(values.coverage_needed)}`) : 'of the gap';
  const over = values.children_quota && values.quota ? `team’s quotas ${money(values.children_quota)}` : null;
  return h('dl', { class: 'card tiles' },
    tile(answer, 'quota', 'Quota', money, over),
    tile(answer, 'closed', 'Closed', money, [won, won && pace && ' · ', pace]),
    tile(answer, 'gap', 'Gap', (value) => (value === null ? NONE : value <= 0 ? 'none' : money(value)), 'quota − closed'),
    tile(answer, 'category_commit', 'Commit', money, 'open'),
    tile(answer, 'category_best_case', 'Best case', money, 'open'),
    tile(answer, 'open_amount', 'Open pipeline', money, needed || (values.open_count !== null && `${count(values.open_count)} deals`)),
    tile(answer, 'coverage_remaining', 'Coverage', coverage(answer), usual));
}

const PARTS = [
  ['closed', 'closed', 'Closed', 0],
  ['open', 'model_from_open', 'From open deals', 0],
  ['none', 'model_from_overdue', 'of it overdue', 1],
  ['none', 'model_from_later', 'of it dated elsewhere', 1],
  ['none', 'model_from_undated', 'of it undated', 1],
  ['new', 'model_from_new', 'From deals not created yet', 0],
  ['none', 'model_from_demand', 'From how the period has gone so far', 1],
];

/** Mean of the landing by where it comes from. */
export function sources(answer) {
  const { values, notInSource } = answer.forecast;
  const mean = values.model_mean;
  const bars = PARTS.filter(([kind]) => kind !== 'none').map(([kind, quantity]) =>
    h('i', { class: `part ${kind}`, style: { 'flex-grow': String(Math.max(0, values[quantity] ?? 0) / Math.max(1, mean ?? 1)) } }));
  const lines = PARTS.filter(([, quantity, , depth]) => depth === 0 || values[quantity]).map(([kind, quantity, name, depth]) =>
    h('tr', { class: depth ? 'deep' : '' },
      h('th', { scope: 'row' }, h('i', { class: `swatch part ${kind}`, 'aria-hidden': 'true' }), h('span', defined(quantity), name)),
      h('td', { 'data-tip': exact(values[quantity]) }, notInSource.includes(quantity) ? ABSENT() : money(values[quantity])),
      h('td', { class: 'soft' }, mean && values[quantity] !== null ? percent(values[quantity] / mean) : '')));
  return h('section', { class: 'card' },
    h('h2', {}, 'Where the landing comes from'),
    h('p', { class: 'sub' }, h('span', defined('model_mean'), 'Expected landing'), ` ${money(mean)}`),
    h('div', { class: 'stack', 'aria-hidden': 'true' }, bars),
    h('table', { class: 'plain' }, h('tbody', {}, lines)));
}

const NAMES = { 'next-30-days': 'Next 30 days', 'next-60-days': 'Next 60 days', 'next-90-days': 'Next 90 days' };
const YEAR = 'fiscal-year-';

function windowName(node, { period, role }) {
  if (role === 'NEXT') {
    return h('a', { href: `${nodeHref(node)}&period=${encodeURIComponent(period)}` }, period);
  }
  return period.startsWith(YEAR) ? `Fiscal year ${period.slice(YEAR.length)}` : NAMES[period] ?? period;
}

/** The periods ahead, the fiscal year, then the rolling windows. */
export function ahead(answer) {
  const order = ({ period, role }) => (role === 'NEXT' ? 0 : period.startsWith(YEAR) ? 1 : 2);
  const later = answer.periods.filter(({ role }) => role === 'NEXT' || role === 'ROLLING').sort((a, b) => order(a) - order(b));
  if (!later.length) {
    return null;
  }
  return h('section', { class: 'card' },
    h('h2', {}, 'Ahead'),
    h('table', { class: 'plain' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Window'), h('th', { scope: 'col' }, 'P50'), h('th', { scope: 'col' }, 'P10 – P90'))),
      h('tbody', {}, later.map((window) => h('tr', {},
        h('th', { scope: 'row' }, windowName(answer.node, window)),
        h('td', { class: 'strong', 'data-tip': exact(window.values.model_p50) }, money(window.values.model_p50)),
        h('td', { class: 'soft' }, `${money(window.values.model_p10, 2)} – ${money(window.values.model_p90, 2)}`))))));
}
