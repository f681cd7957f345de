// The deals of a node with the worst open alerts.

import { h } from './dom.js';
import { count, money, words } from './format.js';

const SHOWN = 3;

/** A short list of alerts, or nothing where there is none. */
export function attention({ open, total }, node) {
  if (!open.length) {
    return null;
  }
  const deals = new Map();
  for (const alert of open) {
    deals.set(alert.opportunityId, [...(deals.get(alert.opportunityId) ?? []), alert]);
  }
  const all = `/alerts?tree=${node.tree}&node=${encodeURIComponent(node.id)}`;
  return h('section', { class: 'card attention', 'aria-label': 'Needs attention' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Needs attention'), h('a', { href: all }, `All ${count(total)}`)),
    h('ul', {}, [...deals.values()].slice(0, SHOWN).map(([alert, ...more]) => h('li', { class: `s${alert.severity}` },
      h('p', {}, h('a', { href: `/deals/${encodeURIComponent(alert.opportunityId)}` }, alert.dealName ?? alert.opportunityId), h('b', {}, money(alert.amount))),
      h('p', { class: 'soft', 'data-tip': alert.evidence }, h('span', { class: 'rule' }, [alert, ...more].map(({ rule }) => words(rule)).join(', ')), ` · ${alert.ownerName ?? 'unassigned'}`)))));
}
