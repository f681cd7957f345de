// The numbers of the period in one strip, where the landing comes from, and what comes after.

import { nodeHref } from './children.js';
import { h } from './dom.js';
import { count, exact, money, NONE, percent, times } from './format.js';
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

/** Quota, closed, commit, best case, gap, coverage, open pipeline. */
export function tiles(answer) {
  const { values } = answer.forecast;
  const over = values.children_quota && values.quota ? `team’s quotas ${money(values.children_quota)}` : null;
  return h('dl', { class: 'card tiles' },
    tile(answer, 'quota', 'Quota', money, over),
    tile(answer, 'closed', 'Closed', money, values.attainment !== null ? `${percent(values.attainment)} of quota` : values.won_count !== null && `${count(values.won_count)} won`),
    tile(answer, 'gap', 'Gap', (value) => (value === null ? NONE : value <= 0 ? 'none' : money(value)), 'quota − closed'),
    tile(answer, 'category_commit', 'Commit', money, 'open'),
    tile(answer, 'category_best_case', 'Best case', money, 'open'),
    tile(answer, 'open_amount', 'Open pipeline', money, values.open_count !== null && `${count(values.open_count)} deals`),
    tile(answer, 'coverage_remaining', 'Coverage', coverage(answer), 'of the gap'));
}

const PARTS = [
  ['closed', 'closed', 'Closed', 0],
  ['open', 'model_from_open', 'From open deals', 0],
  ['none', 'model_from_overdue', 'of it overdue', 1],
  ['none', 'model_from_later', 'of it dated elsewhere', 1],
  ['none', 'model_from_undated', 'of it undated', 1],
  ['new', 'model_from_new', 'From deals not created yet', 0],
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

/** Next period and the rolling windows. */
export function ahead(answer) {
  const later = answer.periods.filter((period) => period.role === 'NEXT' || period.role === 'ROLLING');
  if (!later.length) {
    return null;
  }
  return h('section', { class: 'card' },
    h('h2', {}, 'Ahead'),
    h('table', { class: 'plain' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Window'), h('th', { scope: 'col' }, 'P50'), h('th', { scope: 'col' }, 'P10 – P90'))),
      h('tbody', {}, later.map(({ period, role, values }) => h('tr', {},
        h('th', { scope: 'row' }, role === 'NEXT' ? h('a', { href: `${nodeHref(answer.node)}&period=${encodeURIComponent(period)}` }, period) : NAMES[period] ?? period),
        h('td', { class: 'strong', 'data-tip': exact(values.model_p50) }, money(values.model_p50)),
        h('td', { class: 'soft' }, `${money(values.model_p10, 2)} – ${money(values.model_p90, 2)}`))))));
}
