// One alert: reason, evidence, where the threshold comes from.

import { tell } from './api.js';
import { h, s } from './dom.js';
import { decimal, exact, instant, isoDate, money, NONE, words } from './format.js';

const SOURCES = { learned: 'threshold learned from won deals', configured: 'threshold as configured', 'hand-set': 'threshold set by hand' };
const SEVERITY = ['', 'just past', 'past', 'far past'];

/** How far past its threshold: an alert ends only well within it, so that it does not come and go. */
const passed = ({ value, threshold, severity }) => (value < threshold ? 'within the threshold again, not by enough to be over' : `${SEVERITY[severity] ?? ''} the threshold`);

function gauge(alert) {
  const most = Math.max(alert.value, alert.threshold) * 1.15 || 1;
  const at = (value) => (value / most) * 160;
  return s('svg', { class: 'gauge', width: 160, height: 22, viewBox: '0 0 160 22', role: 'img', 'aria-label': `${decimal(alert.value)} against ${decimal(alert.threshold)} ${alert.unit}` },
    s('rect', { class: 'track', x: 0, y: 7, width: 160, height: 8, rx: 4 }),
    s('rect', { class: 'value', x: 0, y: 7, width: at(alert.value), height: 8, rx: 4 }),
    s('line', { class: 'limit', x1: at(alert.threshold), x2: at(alert.threshold), y1: 1, y2: 21 }));
}

/** What became of an alert: who was told, and what people did about it. */
function handled({ delivery, because, managerName, deliveredAt, escalatedAt, acknowledgedAt, acknowledgedBy, snoozedUntil, notUseful, actionOwner, actionDue, doneAt, note }) {
  return [
    delivery === 'DELIVERED' && `delivered${managerName ? ` to ${managerName}` : ''} ${instant(deliveredAt)}`,
    delivery === 'PENDING' && 'to be decided on the next working morning',
    delivery === 'DIGEST' && `in the digest: ${because}`,
    delivery === 'HELD' && because,
    escalatedAt && `worse since ${instant(escalatedAt)}`,
    acknowledgedAt && `acknowledged by ${acknowledgedBy}`,
    snoozedUntil && `snoozed until ${instant(snoozedUntil)}`,
    notUseful && 'called not useful',
    actionOwner && `${actionOwner} is to act${actionDue ? ` by ${instant(actionDue)}` : ''}${doneAt ? ', done' : ''}`,
    note && `“${note}”`,
  ].filter(Boolean).join(' · ');
}

const WEEK = 7 * 86_400_000;

/** What a manager can do about an open alert; the row that follows shows it. */
function actions(alert) {
  const later = new Date(alert.clock + WEEK).toISOString();
  const said = h('span', { class: 'soft', role: 'status' });
  const act = (label, body) => h('button', { type: 'button', class: 'button', 'data-key': `${alert.id}-${body.kind}`, onclick: () => tell(`/api/alerts/${encodeURIComponent(alert.id)}/actions`, body, said, `${label}: sent`) }, label);
  const promised = alert.handled.actionOwner && !alert.handled.doneAt;
  return h('p', { class: 'actions' },
    !alert.handled.acknowledgedAt && act('Acknowledge', { kind: 'acknowledge' }),
    act('Snooze a week', { kind: 'snooze', until: later }),
    !alert.handled.notUseful && act('Not useful', { kind: 'not-useful' }),
    promised ? act('Done', { kind: 'done' }) : alert.owner && act(alert.subject === 'deal' ? 'Owner acts within a week' : 'I act within a week', { kind: 'action', owner: alert.owner, until: later }), said);
}

/** Where what an alert is about is shown. */
export function alertHref({ subject, tree, place, opportunityId }) {
  return subject === 'deal' ? `/deals/${encodeURIComponent(opportunityId)}` : subject === 'team' ? `/?tree=${tree}&node=${encodeURIComponent(place)}` : '/#foot';
}

/** Whose it is, and since when. */
function facts(alert, owner, resolved) {
  const about = {
    deal: () => [owner, ` · ${alert.stage ?? NONE} · closes ${isoDate(alert.closeDate)}`],
    team: () => [alert.tree === 'territory' ? 'territory' : 'team', ` · period ends ${isoDate(alert.closeDate)}`],
    feed: () => ['feed'],
  }[alert.subject]();
  return h('p', { class: 'soft' }, about, ` · raised ${instant(alert.raisedAt)}`, alert.backlog && ' by a new threshold, model or connection', resolved && ` · ended ${instant(alert.resolvedAt)}`);
}

/** An alert as a card; link: with a link to what it is about. */
export function alertCard(alert, { link = true } = {}) {
  const resolved = alert.status === 'RESOLVED';
  const owner = alert.owner ? h('a', { href: `/?tree=reporting&node=${encodeURIComponent(alert.owner)}` }, alert.ownerName) : 'unassigned';
  return h('article', { class: `card alert s${alert.severity}${resolved ? ' resolved' : ''}` },
    h('div', { class: 'alert-main' },
      h('p', { class: 'eyebrow' }, h('span', { class: 'rule', 'data-tip': alert.meaning, tabindex: '0' }, words(alert.rule)),
        h('span', { class: 'soft' }, resolved ? ` · resolved: ${words(alert.resolution).toLowerCase()}` : ` · ${passed(alert)}`)),
      link && h('h3', {}, h('a', { href: alertHref(alert), 'data-key': alert.id }, alert.dealName ?? alert.opportunityId)),
      h('p', { class: 'evidence' }, alert.evidence),
      facts(alert, owner, resolved),
      !resolved && alert.why && h('p', { class: 'why' }, alert.why),
      !resolved && h('p', { class: 'next' }, h('b', {}, 'Next: '), alert.nextStep, alert.enteredNextStep && h('span', { class: 'soft' }, ` Entered in the CRM: ${alert.enteredNextStep}.`)),
      !resolved && alert.handled.further.length > 0 && h('ul', { class: 'further soft' }, alert.handled.further.map((line) => h('li', {}, line))),
      !resolved && h('p', { class: 'soft handled' }, handled(alert.handled)),
      !resolved && actions(alert)),
    h('div', { class: 'alert-side' },
      h('p', { class: 'amount', 'data-tip': exact(alert.amount, alert.currency) }, money(alert.amount)),
      gauge(alert),
      h('p', { class: 'soft' }, h('b', {}, decimal(alert.value)), ` vs ${decimal(alert.threshold)} ${alert.unit}`),
      h('p', { class: 'soft source' }, SOURCES[alert.thresholdSource] ?? alert.thresholdSource)));
}
