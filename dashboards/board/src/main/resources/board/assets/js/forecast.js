// The forecast of a node: headline, answers, path, parts, children, moves.

import { get } from './api.js';
import { attention, troubles } from './attention.js';
import { bridge } from './bridge.js';
import { children, nodeHref } from './children.js';
import { dealTable } from './dealtable.js';
import { byId, h, show } from './dom.js';
import { count } from './format.js';
import { answers, headline, periodLine } from './headline.js';
import { drawPath, pathCard } from './path.js';
import { seesAll, seesChances, start } from './shell.js';
import { ahead, sources, tiles } from './tiles.js';
import { ticker } from './ticker.js';

const LARGEST = 8;
const MOVES = 7;
const ALL_OF_A_REP = 200;
const asked = Object.fromEntries(new URLSearchParams(location.search));
const place = { tree: asked.tree, node: asked.node };
const path = pathCard();
let layout = null;
let span = { since: 'monday' };

function crumbs(answer) {
  const steps = answer.path.map((node, i) => h('li', {}, i === answer.path.length - 1
    ? h('span', { 'aria-current': 'page' }, node.name)
    : h('a', { href: nodeHref(node) }, node.name)));
  const trees = ['reporting', 'territory'].map((tree) => h('a', { href: `/?tree=${tree}`, 'aria-current': tree === answer.node.tree ? 'true' : null, 'data-key': tree },
    tree === 'reporting' ? 'By team' : 'By territory'));
  return h('div', { class: 'page-head' },
    h('div', {}, h('nav', { class: 'crumbs', 'aria-label': 'Path in the tree' }, h('ol', {}, steps)), periodLine(answer)),
    seesAll() && h('div', { class: 'switch', role: 'group', 'aria-label': 'Tree' }, trees));
}

function build() {
  layout = Object.fromEntries(['head', 'hero', 'tiles', 'side', 'below', 'moves'].map((name) => [name, h('div', { class: `area ${name}` })]));
  show(byId('main'), layout.head,
    layout.hero, layout.tiles,
    h('div', { class: 'columns' }, path, layout.side),
    h('div', { class: 'columns' }, layout.below, layout.moves));
}

async function below(answer) {
  const leaf = answer.children.length === 0;
  const found = await get('/api/deals', { tree: answer.node.tree, node: answer.node.id, limit: leaf ? ALL_OF_A_REP : LARGEST });
  const all = `/deals?tree=${answer.node.tree}&node=${encodeURIComponent(answer.node.id)}`;
  return [children(answer), h('section', { class: 'card' },
    h('div', { class: 'card-head' }, h('h2', {}, leaf ? 'Open deals' : 'Largest open deals'), h('a', { href: all }, `All ${count(found.total)}`)),
    dealTable(found.deals, { owner: !leaf || answer.node.tree === 'territory', narrow: true }))];
}

async function bridgeOver(chosen) {
  span = chosen;
  await draw();
}

async function draw() {
  const [answer, history, moves, alerts, bridged] = await Promise.all([
    get('/api/forecast', asked), get('/api/history', asked), get('/api/moves', { ...place, limit: MOVES }), get('/api/alerts', { ...place, limit: 9, resolved: 0 }), get('/api/bridge', { ...asked, ...span })]);
  if (!layout?.head.isConnected) {
    build();
  }
  document.title = `${answer.node.name} · Pipecast`;
  const hero = layout.hero;
  const wide = hero.clientWidth > 1000;
  const width = Math.max(260, (wide ? (hero.clientWidth - 16) * 1.12 / 2.12 : hero.clientWidth) - 50);
  show(layout.head, crumbs(answer), troubles(alerts));
  show(hero, seesChances() && headline(answer, Math.floor(width)), answers(answer, history));
  show(layout.tiles, tiles(answer));
  show(layout.side, seesChances() && [sources(answer), ahead(answer)]);
  show(layout.below, await below(answer), attention(alerts, answer.node));
  show(layout.moves, seesChances() && bridge(bridged, { span, place, choose: bridgeOver }), ticker(moves, answer.asOf));
  await drawPath(path, history, answer);
}

let timer;
addEventListener('resize', () => {
  clearTimeout(timer);
  timer = setTimeout(() => layout && draw(), 120);
});

start(draw, (change) => change.cut > 0 || change.deals.length > 0 || change.alerts.length > 0);
