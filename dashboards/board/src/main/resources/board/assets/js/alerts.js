// Alerts that are alive, and those that ended: first what was delivered and waits for somebody.

import { alertCard } from './alertcard.js';
import { get } from './api.js';
import { byId, h, show } from './dom.js';
import { count, money, words } from './format.js';
import { start } from './shell.js';

const PAGE = 25;
const BOXES = [
  ['waiting', 'Waiting', 'Delivered, and nobody has taken note yet.', 'Nothing waits for anybody.'],
  ['handled', 'Taken care of', 'Delivered; somebody has taken note, snoozed it, promised to act or called it not useful.', 'Nothing yet.'],
  ['digest', 'Digest', 'No news: less pressing than what was delivered, or found by a new threshold, model or connection.', 'The digest is empty.'],
  ['held', 'Held back', 'Their feed is still: what its deals seem to do is no news until it returns.', 'Every feed speaks.'],
  ['all', 'All', 'Every open alert, wherever it lies.', 'No open alerts.'],
];
const { show: first, rule: firstRule, ...asked } = Object.fromEntries(new URLSearchParams(location.search));
const view = { show: first ?? 'waiting', rule: firstRule ?? '' };
let limit = PAGE;
let showResolved = false;

function choose(changes) {
  Object.assign(view, changes);
  limit = PAGE;
  history.replaceState(null, '', `?${new URLSearchParams({ ...asked, ...view })}`);
  draw();
}

const pressed = (name, label, number, on, onclick, tip) => h('button', { type: 'button', 'data-key': name, 'aria-pressed': String(on), 'data-tip': tip, onclick }, label, h('span', { class: 'count' }, count(number)));

function boxes(found) {
  const all = Object.values(found.boxes).reduce((sum, number) => sum + number, 0);
  return h('div', { class: 'switch', role: 'group', 'aria-label': 'Which alerts' }, BOXES
    .filter(([box]) => box !== 'held' || found.boxes.held || view.show === 'held')
    .map(([box, label, tip]) => pressed(box, label, box === 'all' ? all : found.boxes[box] ?? 0, view.show === box, () => choose({ show: box, rule: '' }), tip)));
}

function rules({ byRule, zombies }) {
  const names = Object.keys(byRule).filter((name) => name !== 'OLDER_THAN_ANY_WIN').sort();
  return names.length + (zombies ? 1 : 0) > 1 && h('div', { class: 'switch rules', role: 'group', 'aria-label': 'Rule' },
    h('button', { type: 'button', 'data-key': 'rule-', 'aria-pressed': String(!view.rule), onclick: () => choose({ rule: '' }) }, 'Any rule'),
    names.map((name) => pressed(`rule-${name}`, words(name), byRule[name], view.rule === name, () => choose({ rule: name }))));
}

function zombies(found) {
  return !view.rule && ['digest', 'all'].includes(view.show) && found.zombies > 0
    && h('p', { class: 'card zombies' }, `${count(found.zombies)} deals are older than any that was won. `, h('button', { type: 'button', class: 'button', onclick: () => choose({ rule: 'OLDER_THAN_ANY_WIN' }) }, 'Show them'));
}

function resolvedList(found) {
  return found.resolvedTotal > 0 && h('details', { open: showResolved, ontoggle: (event) => { showResolved = event.target.open; } },
    h('summary', { 'data-key': 'resolved' }, `Resolved (${count(found.resolvedTotal)}), the latest`), found.resolved.map((alert) => alertCard(alert)));
}

const WEEK = 7 * 86_400_000;
const isNew = ({ subject, handled, clock }) => subject !== 'deal' || handled.deliveredAt > clock - WEEK;

/** What waits: this week's first, then what has waited for longer. */
function openList({ open }) {
  const older = open.findIndex((alert) => !isNew(alert));
  const cards = open.map((alert) => alertCard(alert));
  return view.show === 'waiting' && older > 0
    ? [cards.slice(0, older), h('h2', { class: 'loose' }, 'Delivered more than a week ago, and still waiting'), cards.slice(older)]
    : cards;
}

async function draw() {
  const params = { ...asked, ...view };
  const found = await get('/api/alerts', { ...params, limit });
  const left = found.total - found.open.length;
  const [, , meaning, none] = BOXES.find(([box]) => box === view.show);
  const csv = `/api/alerts.csv?${new URLSearchParams(params)}`;
  show(byId('main'),
    h('div', { class: 'page-head' },
      h('div', {}, h('h1', {}, 'Alerts'), h('p', { class: 'sub' }, found.node && `${found.node}: `, `${meaning} ${found.amount ? `On deals worth ${money(found.amount)}.` : ''} `, found.node && h('a', { href: '/alerts' }, 'Show all teams'))),
      boxes(found)),
    h('div', { class: 'page-head' }, rules(found), h('a', { href: csv, 'data-key': 'csv', class: 'csv' }, 'CSV')),
    zombies(found),
    found.open.length ? openList(found) : h('p', { class: 'card empty' }, none),
    left > 0 && h('button', { class: 'more', type: 'button', 'data-key': 'more', onclick: () => { limit += PAGE; draw(); } }, `Show more (${count(left)} left)`),
    resolvedList(found));
}

start(draw, (change) => change.alerts.length > 0);
