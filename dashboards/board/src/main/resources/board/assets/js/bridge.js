// What moved the expected landing: a waterfall of a bar each, from one midnight to now.

import { h, s } from './dom.js';
import { day, exact, instant, money } from './format.js';
import { defined, label } from './tips.js';

const WIDTH = 100;
const HEIGHT = 14;

/** Since when, as the address and the switch have it. */
export const SINCE = [['monday', 'Monday'], ['yesterday', 'Yesterday'], ['start', 'Period']];

/** A part that moved nothing has no bar, but its line stays: it is a zero that was computed. */
function bars(answer) {
  let at = answer.from.mean;
  const lines = answer.parts.map(({ key, moved }) => ({ key, name: label(key), moved }));
  if (answer.today !== null) {
    lines.push({ key: 'today', name: 'Today so far', moved: answer.today, tip: 'Today so far: what moved since the last midnight, not split yet.' });
  }
  if (answer.unexplained !== 0) {
    lines.push({ key: 'unexplained', name: 'Unexplained', moved: answer.unexplained, tip: 'Unexplained: what the parts leave over. A midnight is missing from the history.' });
  }
  return lines.map((line) => {
    const from = at;
    at += line.moved;
    return { ...line, from, to: at };
  });
}

/** The scale the bars share: zoomed to where the landing was, for a week moves little of a quarter. */
function scaleOf(answer, lines) {
  const all = [answer.from.mean, answer.to.mean, answer.to.p50, ...lines.map(({ to }) => to)].filter((value) => value !== null);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const margin = Math.max(1, (high - low) * 0.04);
  return (value) => ((value - low + margin) / (high - low + 2 * margin)) * WIDTH;
}

function drawing(kind, from, to, scale) {
  const x = Math.min(scale(from), scale(to));
  const width = Math.max(0.8, Math.abs(scale(to) - scale(from)));
  return s('svg', { class: 'fall', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { class: kind, x, y: 2, width, height: HEIGHT - 4 }));
}

const change = (moved) => (moved > 0 ? '+' : moved < 0 ? '\u2212' : '') + money(Math.abs(moved));
const exactly = (moved) => (moved > 0 ? '+' : moved < 0 ? '\u2212' : '') + exact(Math.abs(moved));

/** Parts that are made of what happened to deals: their bars open these deals. */
const OF_DEALS = new Set(['bridge_won', 'bridge_lost', 'bridge_pushed', 'bridge_new', 'bridge_amount', 'bridge_probability', 'bridge_organization']);

function dealsHref(bar, answer, place) {
  const asked = { ...place, moved: bar.key, movedFrom: answer.from.asOf, movedTo: answer.to.asOf, outcome: 'any' };
  return `/deals?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`;
}

function line(bar, scale, answer, place) {
  const says = bar.tip ? { 'data-tip': bar.tip, tabindex: '0', class: 'defined' } : defined(bar.key);
  return h('tr', { class: bar.moved === 0 ? 'still' : '' },
    h('th', { scope: 'row' }, h('span', { ...says, 'data-key': `bridge-${bar.key}` }, bar.name)),
    h('td', { class: 'fall-cell' }, bar.moved !== 0 && drawing(bar.moved > 0 ? 'up' : 'down', bar.from, bar.to, scale)),
    h('td', { class: 'num', 'data-tip': exactly(bar.moved) },
      bar.moved !== 0 && OF_DEALS.has(bar.key) ? h('a', { href: dealsHref(bar, answer, place), 'data-key': `deals-${bar.key}`, 'aria-label': `${bar.name}: ${change(bar.moved)}, its deals` }, change(bar.moved)) : change(bar.moved)));
}

function end(name, value, scale, tip, kind) {
  return h('tr', { class: `end ${kind}` },
    h('th', { scope: 'row' }, h('span', tip, name)),
    h('td', { class: 'fall-cell' }, s('svg', { class: 'fall', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      s('rect', { class: kind, x: scale(value) - 0.7, y: 0, width: 1.4, height: HEIGHT }))),
    h('td', { class: 'num', 'data-tip': exact(value) }, money(value)));
}

function switcher(span, choose) {
  return h('div', { class: 'switch', role: 'group', 'aria-label': 'Since' }, SINCE.map(([key, name]) =>
    h('button', { type: 'button', 'aria-pressed': key === span.since && !span.until ? 'true' : 'false', 'data-key': `since-${key}`, onclick: () => choose({ since: key }) }, name)));
}

/** Any two midnights; without the second, up to now. */
function dates(span, choose) {
  const input = (name, text) => h('label', {}, h('span', {}, text),
    h('input', { type: 'date', value: /^\d/.test(span[name] ?? '') ? span[name] : '', 'data-key': `bridge-${name}`, onchange: (event) => choose({ ...span, [name]: event.target.value || (name === 'since' ? 'monday' : undefined) }) }));
  return h('div', { class: 'dates' }, input('since', 'From the midnight of'), input('until', 'to that of'));
}

/**
 * The card.
 *
 * @param answer of /api/bridge; its ends are null where no midnight was published yet
 * @param span since: key of {@link SINCE} or a date; until: a date, or nothing for now
 * @param place whose deals the bars open
 * @param choose is given another span
 */
export function bridge(answer, { span, place, choose }) {
  const head = h('div', { class: 'card-head' }, h('h2', { id: 'bridge-title' }, 'What moved the landing'), switcher(span, choose));
  if (answer.from === null) {
    return h('section', { class: 'card bridge', 'aria-labelledby': 'bridge-title' }, head, h('p', { class: 'soft' }, 'No midnight has been published yet: what moved will stand here.'));
  }
  const lines = bars(answer);
  const scale = scaleOf(answer, lines);
  const mean = defined('model_mean');
  return h('section', { class: 'card bridge', 'aria-labelledby': 'bridge-title' }, head,
    h('div', { class: 'scroll' }, h('table', { class: 'plain' },
      h('caption', { class: 'sub' }, `${answer.period}, from ${instant(answer.from.asOf)} to ${instant(answer.to.asOf)}`),
      h('tbody', {},
        end(day(answer.from.asOf), answer.from.mean, scale, mean, 'mean'),
        lines.map((bar) => line(bar, scale, answer, place)),
        end(answer.to.settled ? day(answer.to.asOf) : 'Now', answer.to.mean, scale, mean, 'mean'),
        answer.to.p50 !== null && end('P50', answer.to.p50, scale, defined('model_p50'), 'median')))),
    dates(span, choose));
}
