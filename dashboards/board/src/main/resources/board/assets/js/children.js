// The nodes below, each with its own forecast; a click goes down the tree.

import { miniBand } from './band.js';
import { h } from './dom.js';
import { chance, exact, money, NONE, percent, times } from './format.js';
import { ticking } from './moved.js';
import { defined } from './tips.js';

/** Address of a node's page. */
export const nodeHref = (node) => `/?tree=${node.tree}&node=${encodeURIComponent(node.id)}${period}`;

const asked = new URLSearchParams(location.search).get('period');
const period = asked ? `&period=${encodeURIComponent(asked)}` : '';

function cell(key, quantity, values, text, name) {
  const value = values[quantity];
  return h('td', { 'data-label': name, 'data-tip': value > 1000 ? exact(value) : null }, ticking(key + quantity, value, text(value)));
}

function row(child, largest) {
  const name = h('th', { scope: 'row' }, h('a', { href: nodeHref(child.node), 'data-key': child.node.id }, child.node.name));
  if (!child.forecast) {
    return h('tr', {}, name, h('td', { colspan: 8, class: 'soft' }, 'no forecast for this period'));
  }
  const { values, notInSource } = child.forecast;
  const key = `child/${child.node.tree}/${child.node.id}/${child.forecast.period}/`;
  const absent = (quantity, text) => (value) => (notInSource.includes(quantity) ? 'not in the source' : text(value));
  const covered = (value) => (values.quota !== null && values.closed >= values.quota ? 'met' : times(value));
  return h('tr', {}, name,
    cell(key, 'model_p50', values, money, 'P50'),
    h('td', { class: 'bandcell', 'data-label': 'P10–P90', 'data-tip': `${exact(values.model_p10)} to ${exact(values.model_p90)}` }, miniBand(values, largest) ?? NONE),
    cell(key, 'quota', values, absent('quota', money), 'Quota'),
    cell(key, 'model_p_reach', values, chance, 'Chance'),
    cell(key, 'attainment', values, percent, 'Attained'),
    cell(key, 'closed', values, money, 'Closed'),
    cell(key, 'cumulative_commit', values, absent('cumulative_commit', money), 'Reps’ commit'),
    cell(key, 'stage_weighted', values, money, 'Stage-weighted'),
    cell(key, 'coverage_remaining', values, covered, 'Coverage'));
}

const HEADS = [['model_p50', 'P50'], [null, 'P10 – P90 against quota'], ['quota', 'Quota'], ['model_p_reach', 'Chance'], ['attainment', 'Attained'],
  ['closed', 'Closed'], ['cumulative_commit', 'Reps’ commit'], ['stage_weighted', 'Weighted'], ['coverage_remaining', 'Coverage']];

const csvHref = ({ node, forecast }) => `/api/forecast.csv?tree=${node.tree}&node=${encodeURIComponent(node.id)}&period=${encodeURIComponent(forecast.period)}`;

/** Table of a node's children. */
export function children(answer) {
  if (!answer.children.length) {
    return null;
  }
  const largest = Math.max(1, ...answer.children.flatMap(({ forecast }) => (forecast ? [forecast.values.model_p90 ?? 0, forecast.values.quota ?? 0] : [])));
  return h('section', { class: 'card' },
    h('div', { class: 'card-head' }, h('h2', {}, `By ${answer.node.tree === 'territory' ? 'territory' : answer.children[0].leaf ? 'rep' : 'team'}`), h('a', { href: csvHref(answer) }, 'CSV')),
    h('p', { class: 'sub' }, 'P10, P50, P90 and chances are computed per row and do not add up to the whole; closed, commit and stage-weighted do.'),
    h('div', { class: 'scroll' }, h('table', { class: 'rows cards' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Name'), HEADS.map(([key, name]) => h('th', { scope: 'col' }, h('span', key ? defined(key) : {}, name))))),
      h('tbody', {}, answer.children.map((child) => row(child, largest))))));
}
