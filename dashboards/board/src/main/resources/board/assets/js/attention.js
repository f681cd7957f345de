// What is the matter with a node, and the teams and deals below that wait for somebody.

import { alertHref } from './alertcard.js';
import { h } from './dom.js';
import { count, money, words } from './format.js';

const SHOWN = 4;

/** What is the matter with the node itself, as lines above its headline. */
export function troubles({ ofNode }) {
  return ofNode.map((alert) => h('p', { class: 'notice warn trouble' }, h('strong', {}, `${words(alert.rule)}: `), alert.evidence, h('span', { class: 'soft' }, ` ${alert.nextStep}`)));
}

/** A short list of alerts, or nothing where there is none. */
export function attention({ open, total }, node) {
  const others = open.filter(({ subject, place }) => subject === 'deal' || (subject === 'team' && place !== node.id));
  if (!others.length) {
    return null;
  }
  const all = `/alerts?tree=${node.tree}&node=${encodeURIComponent(node.id)}`;
  return h('section', { class: 'card attention', 'aria-label': 'Needs attention' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Needs attention'), h('a', { href: all }, `All ${count(total)}`)),
    h('ul', {}, others.slice(0, SHOWN).map((alert) => h('li', { class: `s${alert.severity}` },
      h('p', {}, h('a', { href: alertHref(alert) }, alert.dealName ?? alert.opportunityId), h('b', {}, money(alert.amount))),
      h('p', { class: 'soft', 'data-tip': alert.evidence }, h('span', { class: 'rule' }, words(alert.rule)), ` · ${alert.subject === 'team' ? alert.tree === 'territory' ? 'territory' : 'team' : alert.ownerName ?? 'unassigned'}`)))));
}
