// All deals: filter, sort, page.

import { get } from './api.js';
import { dealTable } from './dealtable.js';
import { byId, h, show } from './dom.js';
import { count, instant } from './format.js';
import { start } from './shell.js';
import { label } from './tips.js';

const PAGE = 100;
const view = { outcome: 'open', sort: 'amount', desc: true, limit: PAGE, ...Object.fromEntries(new URLSearchParams(location.search)) };
view.desc = view.desc === true || view.desc === 'true';
view.limit = Number(view.limit);
let nodes = [];
let table = null;
let summary = null;
let csv = null;

const asked = () => new URLSearchParams(Object.entries(view).filter(([name, value]) => value && name !== 'limit'));

function change(part) {
  Object.assign(view, { limit: PAGE }, part);
  history.replaceState(null, '', `?${asked()}`);
  draw();
}

function sortBy(key) {
  change(view.sort === key ? { desc: !view.desc } : { sort: key, desc: !['name', 'owner', 'closeDate'].includes(key) });
}

function choice(name, text, options) {
  return h('label', {}, h('span', {}, text),
    h('select', { 'data-key': name, onchange: (event) => change({ [name]: event.target.value }) },
      options.map(([value, words]) => h('option', { value, selected: (view[name] ?? '') === value }, words))));
}

function ownerOptions() {
  const reporting = nodes.filter(({ node }) => node.tree === 'reporting');
  const top = Math.min(...reporting.map(({ node }) => node.level));
  return reporting.map(({ node }) => [node.level > top ? node.id : '', `${'\u2003'.repeat(node.level - top)}${node.level ? node.name : 'Everyone'}`]);
}

/** Nodes in the order of the tree: each under its parent. */
function inTreeOrder(all) {
  const below = new Map();
  for (const entry of all) {
    const key = `${entry.node.tree}/${entry.parent}`;
    below.set(key, [...(below.get(key) ?? []), entry]);
  }
  const walk = (entry) => [entry, ...(below.get(`${entry.node.tree}/${entry.node.id}`) ?? []).flatMap(walk)];
  return all.filter(({ parent }) => !parent).flatMap(walk);
}

function build(stages) {
  table = h('div', {});
  csv = h('a', { 'data-key': 'csv' }, 'CSV');
  summary = h('p', { class: 'sub', role: 'status' });
  let typing;
  const search = h('input', { type: 'search', value: view.q ?? '', placeholder: 'Name, account, owner, id', 'data-key': 'q',
    oninput: (event) => { clearTimeout(typing); typing = setTimeout(() => change({ q: event.target.value }), 150); } });
  show(byId('main'), h('div', { class: 'page-head' }, h('div', {}, h('h1', {}, 'Deals'), summary), csv),
    h('form', { class: 'filters card', onsubmit: (event) => event.preventDefault() },
      h('label', { class: 'grow' }, h('span', {}, 'Search'), search),
      choice('node', 'Owner or team', ownerOptions()),
      choice('stage', 'Stage', [['', 'All stages'], ...stages.map((stage) => [stage, stage || 'none'])]),
      choice('outcome', 'Outcome', [['open', 'Open'], ['won', 'Won'], ['lost', 'Lost'], ['any', 'Any']]),
      h('label', { class: 'tick' }, h('input', { type: 'checkbox', checked: view.alert === 'true', 'data-key': 'alert', onchange: (event) => change({ alert: event.target.checked ? 'true' : '' }) }), h('span', {}, 'with an alert'))),
    h('section', { class: 'card' }, table));
}

/** Says that only what moved a landing is shown, and shows all again. */
function behind() {
  return view.moved && h('p', { class: 'sub behind' },
    `Only deals behind “${label(view.moved)}”, ${instant(Number(view.movedFrom))} to ${instant(Number(view.movedTo))} `,
    h('button', { type: 'button', 'data-key': 'all-deals', onclick: () => change({ moved: '', movedFrom: '', movedTo: '' }) }, 'Show all'));
}

async function draw() {
  const found = await get('/api/deals', view);
  if (!table?.isConnected) {
    nodes = inTreeOrder(await get('/api/nodes'));
    build(found.stages);
  }
  csv.href = `/api/deals.csv?${asked()}`;
  summary.textContent = `${count(found.total)} deals`;
  show(table, behind(), dealTable(found.deals, { sorting: { ...view, by: sortBy } }),
    found.total > found.deals.length && h('button', { class: 'more', type: 'button', 'data-key': 'more', onclick: () => { view.limit = Math.min(1000, view.limit + PAGE); draw(); } },
      `Show more (${count(found.total - found.deals.length)} left)`));
}

start(draw, (change) => change.deals.length > 0 || change.alerts.length > 0);
