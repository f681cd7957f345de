// A table of what was judged: a row each, a figure a column, each with its meaning on hover.

import { h } from './dom.js';
import { NONE } from './format.js';

/**
 * Judged figures.
 *
 * @param kind class of the table; first: head of the names; figures: [key, name, meaning, written] a column; rows: [name, values] each; strong: key of what matters most
 */
export function figureTable(kind, first, figures, rows, strong) {
  return h('div', { class: 'scroll' }, h('table', { class: `rows ${kind}` },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, first), figures.map(([, name, meaning]) => h('th', { scope: 'col' }, h('span', { class: 'defined', tabindex: '0', 'data-tip': meaning }, name))))),
    h('tbody', {}, rows.map(([name, values]) => h('tr', {}, h('th', { scope: 'row' }, name),
      figures.map(([key, , , written]) => h('td', { class: key === strong ? 'strong' : '' }, values[key] === null ? NONE : written(values[key]))))))));
}
