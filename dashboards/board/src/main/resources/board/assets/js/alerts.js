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

async function draw() {
  const found = await get('/api/alerts', { ...asked, rule, limit });
  const left = found.total - found.open.length;
  show(byId('main'),
    h('div', { class: 'page-head' },
      h('div', {}, h('h1', {}, 'Alerts'), h('p', { class: 'sub' }, `${found.node ? `${found.node}: ` : ''}${count(found.total)} open on deals worth ${money(found.amount)}`, found.node && ' · ', found.node && h('a', { href: '/alerts' }, 'show all'))),
      ruleFilter(found.byRule)),
    found.open.length ? found.open.map((alert) => alertCard(alert)) : h('p', { class: 'card empty' }, 'No open alerts.'),
    left > 0 && h('button', { class: 'more', type: 'button', 'data-key': 'more', onclick: () => { limit += PAGE; draw(); } }, `Show more (${count(left)} left)`),
    resolvedList(found));
}

start(draw, (change) => change.alerts.length > 0);
