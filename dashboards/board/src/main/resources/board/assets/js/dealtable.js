// A table of deals.

import { h } from './dom.js';
import { chance, count, exact, isoDate, money, NONE, words } from './format.js';
import { ticking } from './moved.js';
import { seesChances } from './shell.js';

const COLUMNS = [
  { key: 'name', name: 'Deal' },
  { key: 'owner', name: 'Owner' },
  { key: 'stage', name: 'Stage' },
  { key: 'category', name: 'Category' },
  { key: 'amount', name: 'Amount', number: true },
  { key: 'closeDate', name: 'Close date', number: true },
  { key: 'current', name: 'P(this period)', number: true, tip: 'chance to be won before the end of this period' },
  { key: 'ever', name: 'P(ever)', number: true, tip: 'chance to be won at all' },
  { key: 'pushes', name: 'Pushes', number: true, tip: 'times the close date moved later' },
];

function likely(share) {
  return h('span', { class: 'likely' }, h('i', { class: 'bar', 'aria-hidden': 'true' }, h('i', { style: { width: `${share * 100}%` } })), h('span', {}, chance(share)));
}

const CELLS = {
  name: (deal) => h('th', { scope: 'row' }, h('div', { class: 'deal-name' },
    h('a', { 'data-tip': deal.name, href: `/deals/${encodeURIComponent(deal.id)}`, 'data-key': deal.id }, deal.name ?? deal.id),
    deal.alertRules.length > 0 && h('span', { class: 'flag', 'data-tip': deal.alertRules.join(', '), tabindex: '0', 'aria-label': `alert: ${deal.alertRules.join(', ')}` }, '!'))),
  owner: (deal) => h('td', { 'data-label': 'Owner' }, deal.owner ? h('a', { href: `/?tree=reporting&node=${encodeURIComponent(deal.owner)}` }, deal.ownerName) : 'unassigned'),
  stage: (deal) => h('td', { 'data-label': 'Stage' }, deal.stage ?? NONE),
  category: (deal) => h('td', { 'data-label': 'Category' }, words(deal.category)),
  amount: (deal) => h('td', { 'data-label': 'Amount', class: 'r', 'data-tip': exact(deal.amount, deal.currency ?? undefined) },
    ticking(`deal/${deal.id}/amount`, deal.corporateAmount, money(deal.corporateAmount))),
  closeDate: (deal) => h('td', { 'data-label': 'Close date', class: 'r' }, isoDate(deal.closeDate)),
  current: (deal) => h('td', { 'data-label': 'P(this period)', class: 'r' }, likely(deal.probabilities.currentPeriod),
    deal.override && h('small', { class: 'by-hand', 'data-tip': `set by ${deal.override.by}${deal.override.note ? `: ${deal.override.note}` : ''}`, tabindex: '0' }, `${chance(deal.override.chance)} by hand`)),
  ever: (deal) => h('td', { 'data-label': 'P(ever)', class: 'r' }, likely(deal.probabilities.ever)),
  pushes: (deal) => h('td', { 'data-label': 'Pushes', class: 'r' }, deal.pushes ? count(deal.pushes) : NONE),
};

function head(column, sorting) {
  const tip = column.tip ? { 'data-tip': column.tip } : {};
  if (!sorting) {
    return h('th', { scope: 'col', class: column.number ? 'r' : '', ...tip }, column.name);
  }
  const active = sorting.sort === column.key;
  const order = active ? (sorting.desc ? 'descending' : 'ascending') : 'none';
  return h('th', { scope: 'col', class: column.number ? 'r' : '', 'aria-sort': order },
    h('button', { type: 'button', 'data-key': `sort-${column.key}`, onclick: () => sorting.by(column.key), ...tip },
      column.name, h('i', { 'aria-hidden': 'true' }, active ? (sorting.desc ? ' ↓' : ' ↑') : '')));
}

/**
 * Deals as rows.
 *
 * @param shown {owner: false} leaves the owner out, {narrow: true} what there is no room for; sorting {sort, desc, by} makes the heads buttons
 */
export function dealTable(deals, { owner = true, narrow = false, sorting = null } = {}) {
  const columns = COLUMNS.filter(({ key }) => (seesChances() || !['current', 'ever'].includes(key)) && (owner || key !== 'owner') && !(narrow && ['category', 'ever'].includes(key)));
  if (!deals.length) {
    return h('p', { class: 'empty' }, 'No deals.');
  }
  return h('div', { class: 'scroll' }, h('table', { class: 'rows cards deals' },
    h('thead', {}, h('tr', {}, columns.map((column) => head(column, sorting)))),
    h('tbody', {}, deals.map((deal) => h('tr', {}, columns.map((column) => CELLS[column.key](deal)))))));
}
