// Who did what, and what was changed, the last first.

import { get } from './api.js';
import { byId, h, show } from './dom.js';
import { count, fullInstant, words } from './format.js';
import { start } from './shell.js';

const KINDS = ['SIGN_IN', 'ACTION', 'OVERRIDE', 'CALL', 'QUOTA', 'MODEL', 'POLICY', 'CONFIGURATION'];
const PAGE = 100;
const MOST = 2000;
let kind = '';
let limit = PAGE;

function choose(name) {
  kind = name;
  limit = PAGE;
  draw();
}

function kindFilter() {
  return h('div', { class: 'switch', role: 'group', 'aria-label': 'Kind' }, ['', ...KINDS].map((name) => h('button', {
    type: 'button', 'data-key': `kind-${name}`, 'aria-pressed': String(kind === name), onclick: () => choose(name) }, name ? words(name) : 'All')));
}

function values({ before, after }) {
  return [before !== null && h('s', {}, before), before !== null && after !== null && ' → ', after !== null && h('b', {}, after)];
}

function row(entry) {
  return h('tr', {},
    h('th', { scope: 'row' }, h('time', { 'data-tip': `written down ${fullInstant(entry.recordedAt)}`, tabindex: '0' }, fullInstant(entry.at))),
    h('td', { 'data-label': 'Who' }, entry.actor ?? 'not said'),
    h('td', { 'data-label': 'About' }, words(entry.kind)),
    h('td', { 'data-label': 'Which' }, entry.subject),
    h('td', { 'data-label': 'What', class: 'change' }, entry.what, entry.before !== null || entry.after !== null ? h('p', { class: 'soft' }, values(entry)) : null));
}

async function draw() {
  const found = await get('/api/audit', { kind, limit });
  show(byId('main'),
    h('div', { class: 'page-head' },
      h('div', {}, h('h1', {}, 'Audit log'), h('p', { class: 'sub' }, `${found.length < limit ? count(found.length) : `the last ${count(limit)}`} entries, the last written first`)),
      h('a', { href: `/api/audit.csv${kind ? `?kind=${kind}` : ''}` }, 'CSV'), kindFilter()),
    h('section', { class: 'card' }, found.length
      ? h('div', { class: 'scroll' }, h('table', { class: 'rows cards audit' },
        h('thead', {}, h('tr', {}, ['When', 'Who', 'About', 'Which', 'What'].map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, found.map(row))))
      : h('p', { class: 'empty' }, 'Nothing of this kind has been written down.')),
    found.length === limit && limit < MOST && h('button', { class: 'more', type: 'button', 'data-key': 'more', onclick: () => { limit = Math.min(MOST, limit * 2); draw(); } }, 'Show more'));
}

start(draw, (change) => change.alerts.length > 0);
