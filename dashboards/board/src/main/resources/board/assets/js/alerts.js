// Alerts that are alive, and those that ended.

import { alertCard } from './alertcard.js';
import { get } from './api.js';
import { byId, h, show } from './dom.js';
import { count, money, words } from './format.js';
import { start } from './shell.js';

const PAGE = 50;
const asked = Object.fromEntries(new URLSearchParams(location.search));
let rule = '';
let limit = PAGE;
let showResolved = false;

function choose(name) {
  rule = name;
  limit = PAGE;
  draw();
}

function ruleFilter(byRule) {
  const all = Object.values(byRule).reduce((sum, number) => sum + number, 0);
  return h('div', { class: 'switch', role: 'group', 'aria-label': 'Rule' }, ['', ...Object.keys(byRule).sort()].map((name) => h('button', {
    type: 'button', 'data-key': `rule-${name}`, 'aria-pressed': String(rule === name), onclick: () => choose(name) },
  name ? words(name) : 'All', h('span', { class: 'count' }, count(name ? byRule[name] : all)))));
}

function resolvedList(found) {
  return found.resolvedTotal > 0 && h('details', { open: showResolved, ontoggle: (event) => { showResolved = event.target.open; } },
    h('summary', { 'data-key': 'resolved' }, `Resolved (${count(found.resolvedTotal)}), the latest`), found.resolved.map((alert) => alertCard(alert)));
}

/** What was delivered, then the digest. */
function openList(found) {
  const delivered = found.open.filter(({ handled }) => handled.delivery === 'DELIVERED');
  const digest = found.open.filter(({ handled }) => handled.delivery !== 'DELIVERED');
  return [
    delivered.map((alert) => alertCard(alert)),
    digest.length > 0 && h('h2', { class: 'loose' }, `Digest (${count(found.total - found.delivered)}): no news, for when there is time`),
    !rule && found.zombies > 0 && h('p', { class: 'card zombies' }, `${count(found.zombies)} deals are older than any that was won. `, h('button', { type: 'button', class: 'button', onclick: () => choose('OLDER_THAN_ANY_WIN') }, 'Show them')),
    digest.map((alert) => alertCard(alert)),
  ];
}

async function draw() {
  const found = await get('/api/alerts', { ...asked, rule, limit });
  const left = found.total - found.open.length;
  show(byId('main'),
    h('div', { class: 'page-head' },
      h('div', {}, h('h1', {}, 'Alerts'), h('p', { class: 'sub' }, `${found.node ? `${found.node}: ` : ''}${count(found.delivered)} delivered, ${count(found.total - found.delivered)} in the digest, on deals worth ${money(found.amount)}`, found.node && ' · ', found.node && h('a', { href: '/alerts' }, 'show all'))),
      ruleFilter(found.byRule)),
    found.open.length ? openList(found) : h('p', { class: 'card empty' }, 'No open alerts.'),
    left > 0 && h('button', { class: 'more', type: 'button', 'data-key': 'more', onclick: () => { limit += PAGE; draw(); } }, `Show more (${count(left)} left)`),
    resolvedList(found));
}

start(draw, (change) => change.alerts.length > 0);
