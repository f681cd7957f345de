// The worst open alerts of a node.

import { h } from './dom.js';
import { count, money, words } from './format.js';

/** A short list of alerts, or nothing where there is none. */
export function attention({ open, total }, node) {
  if (!open.length) {
    return null;
  }
  const all = `/alerts?tree=${node.tree}&node=${encodeURIComponent(node.id)}`;
  return h('section', { class: 'card attention', 'aria-label': 'Needs attention' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Needs attention'), h('a', { href: all }, `All ${count(total)}`)),
    h('ul', {}, open.map((alert) => h('li', { class: `s${alert.severity}` },
      h('p', {}, h('a', { href: `/deals/${encodeURIComponent(alert.opportunityId)}` }, alert.dealName ?? alert.opportunityId), h('b', {}, money(alert.amount))),
      h('p', { class: 'soft', 'data-tip': alert.evidence }, h('span', { class: 'rule' }, words(alert.rule)), ` · ${alert.ownerName ?? 'unassigned'}`)))));
}
