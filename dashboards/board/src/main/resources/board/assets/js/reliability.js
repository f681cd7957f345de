// Share won against chance given: on the diagonal a model is right.

import { s } from './dom.js';
import { count, percent } from './format.js';

const SIDE = 300;
const LEFT = 40;
const TOP = 8;
const MARKS = [0, 0.25, 0.5, 0.75, 1];

const x = (share) => LEFT + share * SIDE;
const y = (share) => TOP + (1 - share) * SIDE;

function grid() {
  return MARKS.flatMap((mark) => [
    s('line', { class: 'grid', x1: x(0), x2: x(1), y1: y(mark), y2: y(mark) }),
    s('text', { x: LEFT - 14, y: y(mark) + 4, 'text-anchor': 'end' }, percent(mark)),
    s('text', { x: x(mark), y: y(0) + 24, 'text-anchor': 'middle' }, percent(mark)),
  ]);
}

function points(row, kind, name) {
  const bins = row?.bins.filter((bin) => bin.judged > 0) ?? [];
  const most = Math.max(1, ...bins.map((bin) => bin.judged));
  return s('g', { class: kind },
    s('polyline', { points: bins.map((bin) => `${x(bin.meanChance)},${y(bin.won / bin.judged)}`).join(' ') }),
    bins.map((bin) => s('circle', { cx: x(bin.meanChance), cy: y(bin.won / bin.judged), r: 3 + 7 * Math.sqrt(bin.judged / most), tabindex: '0',
      'data-tip': `${name}: ${count(bin.judged)} forecasts of ${percent(bin.meanChance, 1)} on average, ${percent(bin.won / bin.judged, 1)} won` })));
}

/** The diagram of a champion's and a shadow's measure, either of which may be missing. */
export function reliability(champion, shadow) {
  return s('svg', { class: 'reliability', viewBox: `0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + 48}`, role: 'img', 'aria-label': 'Share won by chance given' },
    grid(), s('line', { class: 'right', x1: x(0), x2: x(1), y1: y(0), y2: y(1) }),
    points(shadow, 'shadow', 'Shadow'), points(champion, 'champion', 'In force'),
    s('text', { x: x(0.5), y: y(0) + 42, 'text-anchor': 'middle' }, 'chance given'));
}
