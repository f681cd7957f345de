// Alerts that are alive, and those that ended.

import { alertCard } from './alertcard.js';
import { get } from './api.js';
import { byId, h, show } from './dom.js';
import { count, money, words } from './format.js';
import { start } from './shell.js';

const asked = Object.fromEntries(new URLSearchParams(location.search));
let rule = '';
let showResolved = false;

function ruleFilter(open) {
  const rules = [...new Set(open.map((alert) => alert.rule))].sort();
  return h('div', { class: 'switch', role: 'group', 'aria-label': 'Rule' }, ['', ...rules].map((name) => h('button', {
    type: 'button', 'data-key': `rule-${name}`, 'aria-pressed': String(rule === name), onclick: () => { rule = name; draw(); } },
  name ? words(name) : 'All', h('span', { class: 'count' }, name ? open.filter((alert) => alert.rule === name).length : open.length))));
}

async function draw() {
  const found = await get('/api/alerts', asked);
  const wanted = (alert) => !rule || alert.rule === rule;
  const open = found.open.filter(wanted);
  const amount = open.reduce((sum, alert) => sum + (alert.amount ?? 0), 0);
  show(byId('main'),
    h('div', { class: 'page-head' },
      h('div', {}, h('h1', {}, 'Alerts'), h('p', { class: 'sub' }, `${found.node ? `${found.node}: ` : ''}${count(open.length)} open on deals worth ${money(amount)}`, found.node && ' · ', found.node && h('a', { href: '/alerts' }, 'show all'))),
      ruleFilter(found.open)),
    open.length ? open.map((alert) => alertCard(alert)) : h('p', { class: 'card empty' }, 'No open alerts.'),
    found.resolvedTotal > 0 && h('details', { open: showResolved, ontoggle: (event) => { showResolved = event.target.open; } },
      h('summary', { 'data-key': 'resolved' }, `Resolved (${count(found.resolvedTotal)})`), found.resolved.filter(wanted).map((alert) => alertCard(alert))));
}

start(draw, (change) => change.alerts.length > 0);
