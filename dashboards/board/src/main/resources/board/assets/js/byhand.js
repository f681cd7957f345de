// A chance that somebody set by hand: what stands on a deal, setting it, and how right such chances were.

import { tell } from './api.js';
import { h } from './dom.js';
import { figureTable } from './figures.js';
import { chance, count, instant, money } from './format.js';

const MEANING = 'A chance set by hand stands beside the model’s, whatever model comes, until it is changed, the deal ends or the period does. No forecast follows it; both are judged by what comes.';

/** The form, built once so that a redraw takes nothing away that is being typed. */
export function chanceForm(id) {
  const said = h('p', { class: 'soft', role: 'status' });
  const send = (body, words) => tell(`/api/deals/${encodeURIComponent(id)}/override`, body, said, words);
  const made = h('form', { class: 'call-form' },
    h('label', {}, h('span', {}, 'Won this period, %'), h('input', { name: 'chance', type: 'number', min: '0', max: '100', step: 'any', required: true, inputmode: 'decimal', 'data-key': 'chance' })),
    h('label', { class: 'grow' }, h('span', {}, 'Note'), h('input', { name: 'note', type: 'text', maxlength: '500', placeholder: 'What the model cannot know', 'data-key': 'note' })),
    h('button', { type: 'submit', class: 'button primary', 'data-key': 'set-chance' }, 'Set'), said);
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (await send({ chance: Number(made.elements.chance.value) / 100, note: made.elements.note.value }, 'Set.')) {
      made.reset();
    }
  });
  made.takeBack = () => send({ chance: null }, 'Taken back.');
  return made;
}

function compared({ modelChance, modelVersion }, now) {
  return modelChance === null ? null : h('p', { class: 'soft' }, `The model said ${chance(modelChance)} then`, modelVersion && ` (${modelVersion})`, now !== undefined && `, ${chance(now)} now`, '.');
}

/** What was set by hand on an open deal, and the form to set it. */
export function byHand(deal, form) {
  const set = deal.override;
  return h('section', { class: 'card by-hand' },
    h('h2', {}, h('span', { class: 'defined', tabindex: '0', 'data-tip': MEANING }, 'Chance by hand')),
    set === null ? h('p', { class: 'sub' }, 'None is set for this period.') : [
      h('p', { class: 'call-line' }, h('b', { class: 'call-stands' }, chance(set.chance)), ` to be won in ${set.period}`,
        h('span', { class: 'soft' }, ` · ${set.by}, ${instant(set.at)}`), set.note && h('span', { class: 'call-note' }, `“${set.note}”`)),
      compared(set, deal.probabilities.currentPeriod),
      h('p', { class: 'actions' }, h('button', { type: 'button', class: 'button', 'data-key': 'take-back', onclick: form.takeBack }, 'Take it back'))],
    form);
}

/** One line below the landing: what chances set by hand would make of it. */
export function besideLanding(hand) {
  if (hand === null) {
    return null;
  }
  const deals = hand.deals === 1 ? '1 chance set by hand' : `${count(hand.deals)} chances set by hand`;
  const shift = hand.shift < 0 ? `take ${money(-hand.shift)} from` : `add ${money(hand.shift)} to`;
  return h('p', { class: 'soft hand-line' }, h('span', { class: 'defined', tabindex: '0', 'data-tip': MEANING }, deals), ` would ${shift} what is expected`);
}

const FIGURES = [
  ['judged', 'Judged', 'Chances whose deal has ended, or whose period has.', count],
  ['won', 'Won in time', 'How many of these deals were won before the period ended.', count],
  ['meanChance', 'Set on average', 'Mean of the chances set.', chance],
  ['brier', 'Brier', 'Mean of (chance − outcome)²: 0 is perfect, always one half gives 0.25.', (value) => value.toFixed(3)],
  ['ownBeside', 'By hand, beside the model', 'Brier score of those the model had a chance for.', (value) => value.toFixed(3)],
  ['modelBeside', 'Model on the same', 'Brier score of what the model said of the same deals at the same instants.', (value) => value.toFixed(3)],
];

/** How right chances set by hand were, and who set them. */
export function handScores({ all, judges }) {
  return h('section', { class: 'card below' },
    h('h2', {}, 'Chances set by hand: were they right?'),
    all.judged === 0 ? h('p', { class: 'empty' }, 'Nothing to judge yet: a chance is judged when its deal or its period has ended.')
      : figureTable('hand-scores', 'Set by', FIGURES, [['All', all], ...judges.map((judge) => [judge.name, judge])]));
}
