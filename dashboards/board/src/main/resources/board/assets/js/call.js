// The forecast call: one's own, those of who reports to one, the weeks before, and how right they were.

import { get, tell } from './api.js';
import { byId, h, show } from './dom.js';
import { count, exact, fullInstant, instant, isoDate, money, NONE, signed } from './format.js';
import { currentStatus, seesChances, start } from './shell.js';
import { defined } from './tips.js';

const BIAS = 'Bias: by how much their commit was above (+) or below (−) what was booked, as long before the end of earlier periods as now, on average; drawn to the mean of everybody on their level where few periods tell.';
const asked = new URLSearchParams(location.search);
const view = { node: asked.get('node'), period: asked.get('period') };
let entry = null;
let layout = null;

const href = (node, period = view.period) => `/call?node=${encodeURIComponent(node.id)}${period ? `&period=${encodeURIComponent(period)}` : ''}`;
const away = (change) => (change > 0 ? '+' : change < 0 ? '\u2212' : '') + money(Math.abs(change));

function head(found) {
  const steps = found.path.map((node, i) => h('li', {}, i === found.path.length - 1 ? h('span', { 'aria-current': 'page' }, node.name) : h('a', { href: href(node) }, node.name)));
  const missing = found.below.length === 0 ? null : found.missing === 0 ? 'everybody has submitted' : `${count(found.missing)} of ${count(found.below.length)} have not submitted`;
  return h('div', { class: 'page-head' },
    h('div', {},
      h('nav', { class: 'crumbs', 'aria-label': 'Path in the tree' }, h('ol', {}, steps)),
      h('p', { class: 'period-line' }, h('b', {}, found.period), ` ${isoDate(found.start)} – before ${isoDate(found.end)} · this week’s calls are due `, h('b', {}, fullInstant(found.deadline)), missing && ` · ${missing}`)),
    h('div', { class: 'switch', role: 'group', 'aria-label': 'Period' }, found.periods.filter(({ role }) => role !== 'PAST').map(({ id }) =>
      h('a', { href: href(found.node, id), 'aria-current': id === found.period ? 'true' : null }, id))));
}

function figure(name, value, tip) {
  return h('div', {}, h('dt', tip, name), h('dd', {}, value));
}

const hover = (text) => ({ 'data-tip': text, tabindex: '0', class: 'defined' });

function biasText(row) {
  return row.bias === null ? NONE : `${signed(row.bias)} · ${count(row.judged)} ${row.judged === 1 ? 'period' : 'periods'}`;
}

function figures(row) {
  return h('dl', { class: 'week-figures' },
    figure('Closed', money(row.closed), defined('closed')),
    figure('Closed + commit', money(row.categoryCommit), defined('cumulative_commit')),
    seesChances() && figure('P50', money(row.p50), defined('model_p50')),
    seesChances() && figure('P10 – P90', `${money(row.p10)} – ${money(row.p90)}`, defined('model_p10')),
    figure('Quota', money(row.quota), defined('quota')),
    figure('Bias', biasText(row), hover(BIAS)));
}

/** Whole and part of a currency unit to its minor units. */
function minor(text) {
  return text.trim() === '' ? null : Math.round(Number(text) * 10 ** currentStatus().exponent);
}

/** Built once, so that a redraw takes nothing away that is being typed. */
function form(found) {
  const said = h('p', { class: 'soft', role: 'status' });
  const field = (name, label, more) => h('label', {}, h('span', {}, label), h('input', { name, type: 'number', min: '0', step: 'any', inputmode: 'decimal', 'data-key': name, ...more }));
  const unit = currentStatus().currency;
  const made = h('form', { class: 'call-form' },
    field('commit', `Commit, ${unit}`, { required: true }),
    field('bestCase', `Best case, ${unit}`, {}),
    h('label', { class: 'grow' }, h('span', {}, 'Note'), h('input', { name: 'note', type: 'text', maxlength: '500', placeholder: 'What it hangs on', 'data-key': 'note' })),
    h('button', { type: 'submit', class: 'button primary', 'data-key': 'submit' }, 'Submit'), said);
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    const call = { node: found.node.id, period: found.period, commit: minor(made.elements.commit.value), bestCase: minor(made.elements.bestCase.value), note: made.elements.note.value };
    if (await tell('/api/calls', call, said, 'Submitted.')) {
      made.elements.note.value = '';
    }
  });
  return made;
}

function own(found) {
  const { call, lastWeek, submitted } = found.own;
  const stands = call === null ? 'Nothing has been called for this period yet.' : [
    h('b', { class: 'call-stands', 'data-tip': exact(call.commit) }, money(call.commit)), ` commit · ${money(call.bestCase)} best case`,
    h('span', { class: 'soft' }, ` · ${call.by}, ${instant(call.at)}${submitted ? '' : ', in an earlier week'}`),
    call.note && h('span', { class: 'call-note' }, `“${call.note}”`)];
  return [
    h('div', { class: 'card-head' }, h('h2', {}, found.maySubmit && currentStatus().viewer.name !== null ? 'Your call' : `Call of ${found.node.name}`),
      h('span', { class: submitted ? 'done' : 'due' }, submitted ? 'submitted this week' : 'not submitted this week')),
    h('p', { class: 'call-line' }, stands),
    lastWeek !== null && call !== null && h('p', { class: 'sub' }, `Locked last week: ${money(lastWeek.commit)} commit, so ${away(call.commit - lastWeek.commit)} since.`),
    figures(found.own)];
}

function change(row) {
  return row.call === null || row.lastWeek === null ? NONE : away(row.call.commit - row.lastWeek.commit);
}

function belowRow(row) {
  return h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: href(row.node), 'data-key': row.node.id }, row.node.name), row.call?.note && h('p', { class: 'soft call-why' }, `“${row.call.note}”`)),
    h('td', { 'data-label': 'Commit', class: 'strong', 'data-tip': row.call && exact(row.call.commit) }, row.call === null ? NONE : money(row.call.commit)),
    h('td', { 'data-label': 'Since last week' }, change(row)),
    h('td', { 'data-label': 'Best case' }, row.call === null ? NONE : money(row.call.bestCase)),
    h('td', { 'data-label': 'Closed + commit' }, money(row.categoryCommit)),
    seesChances() && h('td', { 'data-label': 'P50', 'data-tip': `P10 – P90: ${exact(row.p10)} to ${exact(row.p90)}` }, money(row.p50), h('small', { class: 'call-range' }, `${money(row.p10)} – ${money(row.p90)}`)),
    h('td', { 'data-label': 'Quota' }, money(row.quota)),
    h('td', { 'data-label': 'Bias', 'data-tip': biasText(row) }, row.bias === null ? NONE : signed(row.bias)),
    h('td', { 'data-label': 'This week' }, row.submitted ? h('span', { class: 'done' }, instant(row.call.at)) : h('span', { class: 'due' }, 'not submitted')));
}

function below(found) {
  if (!found.below.length) {
    return null;
  }
  const heads = ['Name', 'Commit', 'Since last week', 'Best case', h('span', defined('cumulative_commit'), 'Closed + commit'), seesChances() && h('span', defined('model_p50'), 'P50'), h('span', defined('quota'), 'Quota'), h('span', hover(BIAS), 'Bias'), 'This week'];
  return h('section', { class: 'card' },
    h('div', { class: 'card-head' }, h('h2', {}, 'What the team calls'), h('a', { href: `/api/calls.csv?node=${encodeURIComponent(found.node.id)}&period=${encodeURIComponent(found.period)}` }, 'CSV')),
    h('p', { class: 'sub' }, 'A call is where somebody says the period lands, what is closed included. Calls are not summed: whoever reports up makes their own.'),
    h('div', { class: 'scroll' }, h('table', { class: 'rows cards calls' },
      h('thead', {}, h('tr', {}, heads.filter(Boolean).map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, found.below.map(belowRow)))));
}

function weeks(found) {
  return h('section', { class: 'card' }, h('h2', {}, 'Week by week'),
    h('p', { class: 'sub' }, 'What stood at each deadline, and was locked by it.'),
    found.weeks.length === 0 ? h('p', { class: 'soft' }, 'No deadline of this period has passed yet.')
      : h('div', { class: 'scroll' }, h('table', { class: 'compact' },
        h('thead', {}, h('tr', {}, ['Deadline', 'Commit', 'Best case', seesChances() && 'P50 then', 'Closed then', ''].filter((name) => name !== false).map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, found.weeks.map((week) => h('tr', {},
          h('th', { scope: 'row' }, instant(week.deadline)),
          h('td', { class: 'strong', 'data-tip': week.call?.note }, week.call === null ? NONE : money(week.call.commit)),
          h('td', {}, week.call === null ? NONE : money(week.call.bestCase)),
          seesChances() && h('td', {}, money(week.p50)),
          h('td', {}, money(week.closed)),
          h('td', { class: 'soft' }, week.submitted ? '' : 'not submitted')))))));
}

function scores(found) {
  return h('section', { class: 'card' }, h('h2', {}, 'How right the calls were'),
    h('p', { class: 'sub' }, 'Error of the called commit against what was booked; above 0 too high.'),
    found.scores.length === 0 ? h('p', { class: 'soft' }, 'No period with calls has ended yet.')
      : h('div', { class: 'scroll' }, h('table', { class: 'compact' },
        h('thead', {}, h('tr', {}, ['Period', 'Booked', 'First', h('span', hover('Error of the call that stood as long before the end of that period as now.'), 'Same day'), 'Last', 'Mean of all'].map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, found.scores.map((score) => h('tr', {},
          h('th', { scope: 'row', 'data-tip': `${count(score.calls)} calls`, tabindex: '0' }, score.period),
          h('td', { 'data-tip': exact(score.booked) }, money(score.booked)), h('td', {}, signed(score.first)), h('td', { class: 'strong' }, score.sameDay === null ? NONE : signed(score.sameDay)), h('td', {}, signed(score.last)), h('td', {}, signed(score.mean))))))),
    found.own.bias !== null && h('p', { class: 'sub' }, h('span', hover(BIAS), 'Bias'), ` ${biasText(found.own)}`));
}

async function draw() {
  const found = await get('/api/calls', view);
  document.title = `Call of ${found.node.name} · Pipecast`;
  if (!layout?.head.isConnected) {
    layout = Object.fromEntries(['head', 'own', 'entry', 'below', 'past'].map((name) => [name, h('div', { class: `area ${name}` })]));
    show(byId('main'), layout.head, h('section', { class: 'card call-own' }, layout.own, layout.entry), layout.below, layout.past);
  }
  if (found.maySubmit && entry === null) {
    entry = form(found);
    show(layout.entry, entry);
  }
  show(layout.head, head(found));
  show(layout.own, own(found));
  show(layout.below, below(found));
  show(layout.past, h('div', { class: 'columns even' }, weeks(found), scores(found)));
}

start(draw, (change) => change.cut > 0);
