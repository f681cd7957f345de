// One alert: reason, evidence, where the threshold comes from.

import { h, s } from './dom.js';
import { decimal, exact, instant, isoDate, money, NONE, words } from './format.js';

const SOURCES = { learned: 'threshold learned from won deals', configured: 'threshold as configured', 'hand-set': 'threshold set by hand' };
const SEVERITY = ['', 'just past', 'past', 'far past'];

function gauge(alert) {
  const most = Math.max(alert.value, alert.threshold) * 1.15 || 1;
  const at = (value) => (value / most) * 160;
  return s('svg', { class: 'gauge', width: 160, height: 22, viewBox: '0 0 160 22', role: 'img', 'aria-label': `${decimal(alert.value)} against ${decimal(alert.threshold)} ${alert.unit}` },
    s('rect', { class: 'track', x: 0, y: 7, width: 160, height: 8, rx: 4 }),
    s('rect', { class: 'value', x: 0, y: 7, width: at(alert.value), height: 8, rx: 4 }),
    s('line', { class: 'limit', x1: at(alert.threshold), x2: at(alert.threshold), y1: 1, y2: 21 }));
}

/** An alert as a card; link: with a link to its deal. */
export function alertCard(alert, { link = true } = {}) {
  const resolved = alert.status === 'RESOLVED';
  const owner = alert.owner ? h('a', { href: `/?tree=reporting&node=${encodeURIComponent(alert.owner)}` }, alert.ownerName) : 'unassigned';
  return h('article', { class: `card alert s${alert.severity}${resolved ? ' resolved' : ''}` },
    h('div', { class: 'alert-main' },
      h('p', { class: 'eyebrow' }, h('span', { class: 'rule', 'data-tip': alert.meaning, tabindex: '0' }, words(alert.rule)),
        h('span', { class: 'soft' }, resolved ? ` · resolved: ${words(alert.resolution).toLowerCase()}` : ` · ${SEVERITY[alert.severity] ?? ''} the threshold`)),
      link && h('h3', {}, h('a', { href: `/deals/${encodeURIComponent(alert.opportunityId)}`, 'data-key': alert.id }, alert.dealName ?? alert.opportunityId)),
      h('p', { class: 'evidence' }, alert.evidence),
      h('p', { class: 'soft' }, owner, ` · ${alert.stage ?? NONE} · closes ${isoDate(alert.closeDate)} · raised ${instant(alert.raisedAt)}`, alert.backlog && ' by a new threshold',
        resolved && ` · ended ${instant(alert.resolvedAt)}`)),
    h('div', { class: 'alert-side' },
      h('p', { class: 'amount', 'data-tip': exact(alert.amount, alert.currency) }, money(alert.amount)),
      gauge(alert),
      h('p', { class: 'soft' }, h('b', {}, decimal(alert.value)), ` vs ${decimal(alert.threshold)} ${alert.unit}`),
      h('p', { class: 'soft source' }, SOURCES[alert.thresholdSource] ?? alert.thresholdSource)));
}
