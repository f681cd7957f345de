// What a manager talks over with each rep this week; made to be printed.

import { get } from './api.js';
import { nodeHref } from './children.js';
import { byId, h, show } from './dom.js';
import { chance, count, day, exact, isoDay, money, NONE, words } from './format.js';
import { seesChances, start } from './shell.js';
import { moveText } from './ticker.js';
import { defined } from './tips.js';

const REMEMBERED = 'pipecast-week';
const SPANS = [[7, 'the last week'], [14, 'two weeks'], [28, 'four weeks']];

const asked = Object.fromEntries(new URLSearchParams(location.search));
const view = { node: asked.node ?? localStorage.getItem(REMEMBERED), days: Number(asked.days ?? 7) };

function change(changes) {
  Object.assign(view, changes);
  localStorage.setItem(REMEMBERED, view.node);
  history.replaceState(null, '', `?${new URLSearchParams(view)}`);
  draw();
}

function select(name, label, options, value, onchange) {
  return h('label', {}, h('span', {}, label), h('select', { 'data-key': name, onchange: (event) => onchange(event.target.value) },
    options.map(([id, text]) => h('option', { value: id, selected: String(id) === String(value) }, text))));
}

function dealLink(deal) {
  return h('a', { href: `/deals/${encodeURIComponent(deal.id ?? deal.opportunityId)}` }, deal.name ?? deal.dealName ?? deal.id ?? deal.opportunityId);
}

function list(title, { count: total, amount, deals }, line, empty) {
  return h('section', { class: 'week-list' },
    h('h3', {}, title, h('span', { class: 'soft' }, total ? ` ${count(total)} · ${money(amount)}` : '')),
    deals.length
      ? h('ul', {}, deals.map((deal) => h('li', {}, h('span', { class: 'grow' }, dealLink(deal)), h('span', { class: 'soft' }, line(deal)), h('b', { 'data-tip': exact(deal.corporateAmount) }, money(deal.corporateAmount)))),
        total > deals.length && h('li', { class: 'soft' }, `and ${count(total - deals.length)} more`))
      : h('p', { class: 'soft' }, empty));
}

const figure = (key, name, text) => h('div', {}, h('dt', defined(key), name), h('dd', {}, text));

function figures({ values, notInSource }) {
  const told = (key, text) => (notInSource.includes(key) ? 'not in the source' : text(values[key]));
  return h('dl', { class: 'week-figures' },
    seesChances() && figure('model_p50', 'Lands at', money(values.model_p50)),
    figure('quota', 'Quota', told('quota', money)),
    seesChances() && figure('model_p_reach', 'Chance', chance(values.model_p_reach)),
    figure('closed', 'Closed', money(values.closed)),
    figure('cumulative_commit', 'Commit', told('cumulative_commit', money)),
    figure('gap', 'Gap', told('gap', money)));
}

function moves(rep, since) {
  return h('section', { class: 'week-list' }, h('h3', {}, 'What changed', h('span', { class: 'soft' }, ` since ${day(since)}`)),
    rep.moves.length
      ? h('ul', {}, rep.moves.map((move) => h('li', {}, h('span', { class: 'grow' }, dealLink(move)), h('span', { class: 'soft' }, moveText(move)), h('span', { class: 'soft' }, day(move.at)))))
      : h('p', { class: 'soft' }, 'Nothing.'));
}

function alerts(rep) {
  return h('section', { class: 'week-list' }, h('h3', {}, 'Alerts', h('span', { class: 'soft' }, rep.openAlerts ? ` ${count(rep.openAlerts)}` : '')),
    rep.alerts.length
      ? h('ul', {}, rep.alerts.map((alert) => h('li', { 'data-tip': alert.evidence }, h('span', { class: 'grow' }, dealLink(alert)), h('span', { class: 'soft' }, words(alert.rule)), h('b', {}, money(alert.amount)))),
        rep.openAlerts > rep.alerts.length && h('li', { class: 'soft' }, `and ${count(rep.openAlerts - rep.alerts.length)} more`))
      : h('p', { class: 'soft' }, 'None.'));
}

function repCard(rep, since) {
  const current = (deal) => (seesChances() ? `${chance(deal.probabilities.currentPeriod)} this period` : deal.stage ?? NONE);
  return h('article', { class: 'card week-rep' },
    h('div', { class: 'card-head' }, h('h2', {}, h('a', { href: nodeHref(rep.node), 'data-key': rep.node.id }, rep.node.name)),
      rep.forecast ? figures(rep.forecast) : h('p', { class: 'soft' }, 'no forecast yet')),
    h('div', { class: 'week-lists' },
      moves(rep, since),
      seesChances() && list('Committed, but less likely than not', rep.doubted, current, 'None: the model believes every committed deal.'),
      list('No next step', rep.noNextStep, (deal) => `${deal.stage ?? NONE} · ${isoDay(deal.closeDate)}`, 'Every deal of this period has one.'),
      list('Due this period', rep.due, (deal) => `${isoDay(deal.closeDate)} · ${current(deal)}`, 'Nothing is due.'),
      list('Overdue', rep.overdue, (deal) => isoDay(deal.closeDate), 'Nothing is overdue.'),
      alerts(rep)));
}

async function draw() {
  let found = await get('/api/week', { node: view.node, days: view.days });
  if (!view.node && found.managers.length) {
    view.node = found.managers[0].id;
    found = await get('/api/week', view);
  }
  const names = found.managers.map(({ id, name, level }) => [id, level ? name : 'Everyone']);
  const known = names.some(([id]) => id === found.node.id) ? names : [...names, [found.node.id, found.node.name]];
  show(byId('main'),
    h('div', { class: 'page-head' },
      h('div', {}, h('h1', {}, 'My week'), h('p', { class: 'sub' }, `${found.node.name} · ${found.period ?? NONE} · as of ${day(found.asOf)}`)),
      h('form', { class: 'filters week-choice', onsubmit: (event) => event.preventDefault() },
        select('node', 'Manager', known, found.node.id, (node) => change({ node })),
        select('days', 'Changes of', SPANS, view.days, (days) => change({ days: Number(days) })),
        h('button', { type: 'button', class: 'more', 'data-key': 'print', onclick: () => print() }, 'Print'))),
    found.reps.map((rep) => repCard(rep, found.since)));
}

start(draw, (change) => change.deals.length > 0 || change.alerts.length > 0);
