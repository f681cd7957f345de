// Why a deal's chance is what it is: a bar for each reason, for and against, and what moved it in a week.

import { h } from './dom.js';
import { chance } from './format.js';

const SMALL = 0.0005;

/** +4.2 pts, the chance with the reason less the chance without. */
function points(share) {
  if (Math.abs(share) < SMALL) {
    return '0 pts';
  }
  return (share > 0 ? '+' : '−') + `${(Math.abs(share) * 100).toFixed(1)} pts`;
}

function bar(reason, most) {
  const width = `${Math.max(1, (Math.abs(reason.weight) / most) * 50)}%`;
  const side = reason.weight > 0 ? { left: '50%' } : { right: '50%' };
  return h('i', { class: 'tug', 'aria-hidden': 'true' }, h('i', { class: reason.weight > 0 ? 'for' : 'against', style: { width, ...side } }));
}

const heaviest = (reasons) => Math.max(...reasons.map(({ weight }) => Math.abs(weight)));

/** Reasons as lines; their bars share a scale, which is that of log-odds: those add. */
function lines(reasons, most) {
  return h('ul', { class: 'reasons' }, reasons.map((reason) => h('li', {},
    h('span', { class: 'says' }, reason.text),
    bar(reason, most),
    h('b', { class: reason.weight > 0 ? 'for' : 'against', 'data-tip': `What it does to the chance to be won, in percentage points: with it less without it. All reasons add in log-odds, where it weighs ${reason.weight.toFixed(3)}.`, tabindex: '0' }, points(reason.share)))));
}

function part(title, reasons, most) {
  return [h('h3', {}, title), reasons.length > 0 ? lines(reasons, most) : h('p', { class: 'soft' }, 'nothing much')];
}

function forAndAgainst(reasons) {
  const most = heaviest(reasons);
  return [part('Speaks for it', reasons.filter(({ weight }) => weight > 0), most), part('Speaks against it', reasons.filter(({ weight }) => weight < 0), most)];
}

function week(lastWeek, now) {
  if (!lastWeek) {
    return [h('h3', {}, 'Since last week'), h('p', { class: 'soft' }, 'It was not open a week ago.')];
  }
  const moved = now - lastWeek.chance;
  const said = Math.abs(moved) < 0.005 ? `${chance(lastWeek.chance)} a week ago, and now` : `${chance(lastWeek.chance)} a week ago, ${chance(now)} now`;
  return [h('h3', {}, 'Since last week'), h('p', { class: 'sub since' }, said), lastWeek.reasons.length > 0 && lines(lastWeek.reasons, heaviest(lastWeek.reasons))];
}

/** The card of a deal's reasons. */
export function reasons(why) {
  const usual = 'A deal that is in everything as deals in this stage usually were that went on to be won. All reasons, those too small to be listed included, lead from its chance to this deal’s.';
  return h('section', { class: 'card why' }, h('h2', {}, 'Why'),
    why.note && h('p', { class: 'sub note' }, why.note),
    why.usual !== null && [
      h('p', { class: 'sub' }, h('span', { class: 'defined', tabindex: '0', 'data-tip': usual }, `A usual won deal at this stage: ${chance(why.usual)}`), ` · this one: ${chance(why.chance)}, in the end`),
      why.reasons.length > 0 && forAndAgainst(why.reasons),
      week(why.lastWeek, why.chance),
    ]);
}
