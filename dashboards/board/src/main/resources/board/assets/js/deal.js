// One deal: headline numbers, chances by horizon, alerts with evidence, history.

import { alertCard } from './alertcard.js';
import { get } from './api.js';
import { byHand, chanceForm } from './byhand.js';
import { byId, h, show } from './dom.js';
import { chance, count, decimal, exact, instant, isoDate, NONE, words } from './format.js';
import { ticking } from './moved.js';
import { reasons } from './reasons.js';
import { currentStatus, seesChances, start } from './shell.js';
import { changedValue, fieldName } from './ticker.js';

const id = decodeURIComponent(location.pathname.split('/').pop());

const form = chanceForm(id);

const HORIZONS = [['within14d', 'in 14 days'], ['within30d', 'in 30 days'], ['within60d', 'in 60 days'], ['within90d', 'in 90 days'],
  ['currentPeriod', 'this period'], ['nextPeriod', 'next period'], ['ever', 'ever']];

function fact(name, value, tip) {
  return h('div', { class: 'tile' }, h('dt', {}, h('span', tip ? { 'data-tip': tip, tabindex: '0', class: 'defined' } : {}, name)), h('dd', {}, value));
}

function days(value) {
  return value === null ? 'not known' : `${decimal(value)} d`;
}

function facts(deal) {
  return h('dl', { class: 'card tiles' },
    fact('Amount', ticking('amount', deal.amount, exact(deal.amount, deal.currency ?? undefined), `corporate currency: ${exact(deal.corporateAmount)}`)),
    fact('Stage', deal.stage ?? NONE),
    fact('Category', words(deal.category)),
    fact('Close date', isoDate(deal.closeDate)),
    fact('In stage', deal.outcome === 'OPEN' ? days(deal.daysInStage) : NONE, 'business days in the current visit to the stage'),
    fact('Age', days(deal.ageDays), 'calendar days since creation'),
    fact('Pushes', count(deal.pushes), 'times the close date moved later'));
}

function chances(deal) {
  return h('section', { class: 'card' },
    h('h2', {}, 'Chance to be won'),
    h('p', { class: 'sub' }, deal.modelVersion === 'stage-probabilities' ? 'Before any model: the stage’s configured probability' : `Model ${deal.modelVersion}`,
      ` · stage says ${chance(deal.stageProbability)}`),
    h('ul', { class: 'horizons' }, HORIZONS.map(([key, name]) => h('li', {},
      h('span', {}, name),
      h('i', { class: 'bar', 'aria-hidden': 'true' }, h('i', { style: { width: `${deal.probabilities[key] * 100}%` } })),
      h('b', {}, ticking(`chance/${key}`, deal.probabilities[key], chance(deal.probabilities[key])))))));
}

/** Changes of one instant are one step. */
function timeline(deal, changes) {
  const previous = {};
  const steps = new Map();
  for (const change of changes) {
    const from = previous[change.field];
    previous[change.field] = change.value;
    if (from === change.value) {
      continue;
    }
    const line = h('p', {}, `${fieldName(change.field)} `, from !== undefined && h('s', {}, changedValue(change.field, from, deal.currency)), from !== undefined && ' → ',
      h('b', {}, change.value === '' ? 'removed' : changedValue(change.field, change.value, deal.currency)));
    steps.set(change.at, [...(steps.get(change.at) ?? []), line]);
  }
  const lines = [...steps].map(([at, step]) => h('li', {}, h('time', {}, instant(at)), step));
  return h('section', { class: 'card' }, h('h2', {}, 'History'), h('p', { class: 'sub' }, 'newest first, at most the 24 latest changes'), h('ol', { class: 'timeline' }, lines.reverse()));
}

function about(deal) {
  const pairs = [
    ['Owner', deal.owner ? h('a', { href: `/?tree=reporting&node=${encodeURIComponent(deal.owner)}` }, deal.ownerName) : 'unassigned'],
    ['Account', deal.account], ['Territory', deal.territoryName], ['Type', words(deal.dealType)], ['Next step', deal.nextStep],
    ['Created', instant(deal.createdAt)], ['Closed', deal.closedAt === null ? null : `${instant(deal.closedAt)}${deal.closeReason ? `, ${deal.closeReason}` : ''}`],
    ['Last buyer-facing activity', instant(deal.lastBuyerAt)], ['Buyer-facing activities', count(deal.buyerActivities)],
    ['Next meeting', deal.meetingAt === null || deal.meetingAt < deal.asOf ? 'none ahead' : instant(deal.meetingAt)],
    ['Backward moves', count(deal.backwardMoves)], ['Reopened', count(deal.reopenings)],
  ];
  return h('section', { class: 'card' }, h('h2', {}, 'About'),
    h('dl', { class: 'pairs' }, pairs.filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))));
}

function crmLink() {
  const template = currentStatus().crmUrl;
  return template && h('a', { class: 'button', href: template.replace('{opportunityId}', encodeURIComponent(id)), rel: 'noreferrer' }, 'Open in the CRM');
}

async function draw() {
  const { deal, why, changes, alerts } = await get(`/api/deals/${encodeURIComponent(id)}`);
  document.title = `${deal.name ?? deal.id} · Pipecast`;
  const open = alerts.filter((alert) => alert.status !== 'RESOLVED');
  const past = alerts.filter((alert) => alert.status === 'RESOLVED');
  show(byId('main'),
    h('div', { class: 'page-head' }, h('div', {},
      h('nav', { class: 'crumbs', 'aria-label': 'Path' }, h('ol', {}, h('li', {}, h('a', { href: '/deals' }, 'Deals')), h('li', {}, h('span', {}, deal.id)))),
      h('h1', {}, deal.name ?? deal.id, h('span', { class: `outcome ${deal.outcome.toLowerCase()}` }, words(deal.outcome)))), crmLink()),
    open.map((alert) => alertCard(alert, { link: false })),
    facts(deal),
    h('div', { class: 'columns even' },
      h('div', { class: 'area' }, seesChances() && chances(deal), seesChances() && deal.outcome === 'OPEN' && byHand(deal, form), why && reasons(why), about(deal)),
      h('div', { class: 'area' }, timeline(deal, changes), past.length > 0 && h('section', {}, h('h2', { class: 'loose' }, 'Earlier alerts'), past.map((alert) => alertCard(alert, { link: false }))))));
}

start(draw, (change) => change.deals.includes(id) || change.deals.length >= 200 || change.alerts.length > 0);
