// The landing drawn against the quota: closed, P10–P50–P90, quota, stage-weighted and commit on one scale.

import { s } from './dom.js';
import { exact, money, moneyMark } from './format.js';

const HEIGHT = 158;
const TOP = 46;
const BAR = 34;
// of the widest of the usual system fonts
const CHARACTER = 7.8;
const GAP = 10;

function niceStep(largest, ticks) {
  const raw = largest / ticks;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= raw);
}

/** Centres of labels moved apart so that none covers another or leaves the drawing. */
export function spread(labels, width) {
  const sorted = labels.map((label) => ({ ...label, wide: label.text.length * CHARACTER }))
    .sort((a, b) => a.x - b.x);
  let edge = 0;
  for (const label of sorted) {
    label.centre = Math.max(label.x, edge + label.wide / 2);
    edge = label.centre + label.wide / 2 + GAP;
  }
  edge = width;
  for (const label of sorted.reverse()) {
    label.centre = Math.min(label.centre, edge - label.wide / 2);
    edge = label.centre - label.wide / 2 - GAP;
  }
  return sorted;
}

function labelRow(labels, width, y, toY) {
  return spread(labels, width).map((label) => s('g', { class: label.kind },
    s('path', { class: 'lead', d: `M${label.x} ${toY}L${label.centre} ${y + (toY > y ? 5 : -13)}` }),
    s('text', { x: label.centre, y, 'text-anchor': 'middle' }, label.text)));
}

function marker(kind, x) {
  const y = TOP + BAR + 9;
  const shape = kind === 'weighted' ? `M${x} ${y - 6}l6 6l-6 6l-6-6Z` : `M${x} ${y - 6}l6.500 11h-13Z`;
  return s('path', { class: `mark ${kind}`, d: shape });
}

function axis(largest, scale) {
  const step = niceStep(largest, 5);
  const ticks = [];
  for (let value = 0; value <= largest; value += step) {
    ticks.push(s('g', { class: 'axis' },
      s('line', { x1: scale(value), x2: scale(value), y1: TOP, y2: TOP + BAR }),
      s('text', { x: scale(value), y: HEIGHT - 4, 'text-anchor': value === 0 ? 'start' : 'middle' }, moneyMark(value))));
  }
  return ticks;
}

function bars(values, scale) {
  const { closed, model_p10: p10, model_p50: p50, model_p90: p90 } = values;
  const drawn = [s('rect', { class: 'track', x: 0, y: TOP, width: scale(Infinity), height: BAR, rx: 5 })];
  if (p50 !== null) {
    drawn.push(s('rect', { class: 'expected', x: 0, y: TOP, width: scale(p50), height: BAR, rx: 5 }));
    drawn.push(s('rect', { class: 'range', x: scale(p10), y: TOP - 4, width: Math.max(2, scale(p90) - scale(p10)), height: BAR + 8, rx: 4 }));
  }
  if (closed !== null) {
    drawn.push(s('rect', { class: 'closed', x: 0, y: TOP, width: Math.max(scale(closed), 0), height: BAR, rx: 5 }));
  }
  if (p50 !== null) {
    drawn.push(s('rect', { class: 'median', x: scale(p50) - 1.5, y: TOP - 8, width: 3, height: BAR + 16, rx: 1.5 }));
  }
  return drawn;
}

function described(values) {
  const say = (name, value) => (value === null ? null : `${name} ${exact(value)}`);
  return [say('closed', values.closed), say('P10', values.model_p10), say('P50', values.model_p50), say('P90', values.model_p90),
    say('quota', values.quota), say('stage-weighted', values.stage_weighted), say('closed and commit', values.cumulative_commit)]
    .filter(Boolean).join(', ');
}

/** The drawing for a width in pixels. */
export function band(values, width) {
  const shown = ['closed', 'model_p90', 'quota', 'stage_weighted', 'cumulative_commit'].map((key) => values[key]).filter((value) => value !== null);
  const largest = Math.max(1, ...shown) * 1.06;
  const scale = (value) => Math.min(width, Math.max(0, (value / largest) * width));
  const above = [];
  const below = [];
  const put = (list, kind, value, name) => value !== null && list.push({ kind, x: scale(value), text: `${name} ${money(value)}` });
  put(above, 'p50', values.model_p50, 'P50');
  put(above, 'quota', values.quota, 'Quota');
  put(above, 'closed-label', values.closed, 'Closed');
  put(below, 'weighted', values.stage_weighted, 'Stage-weighted');
  put(below, 'commit', values.cumulative_commit, 'Reps’ commit');
  return s('svg', { class: 'band', width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': described(values) },
    bars(values, scale), axis(largest, scale),
    values.quota !== null && s('line', { class: 'quota-line', x1: scale(values.quota), x2: scale(values.quota), y1: TOP - 12, y2: TOP + BAR + 6 }),
    below.map((label) => marker(label.kind, label.x)),
    labelRow(above, width, 20, TOP - 10), labelRow(below, width, TOP + BAR + 40, TOP + BAR + 16));
}

/** A small band for a table row: P10–P90, P50, closed and quota on the scale of the whole column. */
export function miniBand(values, largest) {
  const width = 132;
  const scale = (value) => (value / largest) * width;
  const { closed, model_p10: p10, model_p50: p50, model_p90: p90, quota } = values;
  if (p50 === null) {
    return null;
  }
  return s('svg', { class: 'mini', width, height: 18, viewBox: `0 0 ${width} 18`, role: 'img', 'aria-label': described(values) },
    s('rect', { class: 'track', x: 0, y: 6, width, height: 6, rx: 3 }),
    s('rect', { class: 'range', x: scale(p10), y: 4, width: Math.max(2, scale(p90) - scale(p10)), height: 10, rx: 2 }),
    s('rect', { class: 'closed', x: 0, y: 6, width: scale(closed ?? 0), height: 6, rx: 3 }),
    s('rect', { class: 'median', x: scale(p50) - 1, y: 2, width: 2, height: 14 }),
    quota !== null && s('line', { class: 'quota-line', x1: scale(quota), x2: scale(quota), y1: 0, y2: 18 }));
}
