// What moved last: which deal changed what.

import { h } from './dom.js';
import { ago, exact, instant, isoDate, money, words } from './format.js';

const FIELDS = { STAGE: 'stage', CLOSE_DATE: 'close date', AMOUNT: 'amount', CATEGORY: 'category', OWNER: 'owner', LIFECYCLE: '', OUTCOME: 'outcome',
  CLOSE_REASON: 'reason', NEXT_STEP: 'next step', NAME: 'name', ACCOUNT: 'account', TERRITORY: 'territory', DEAL_TYPE: 'type' };

/** A changed value in words. */
export function changedValue(field, value, currency) {
  switch (field) {
    case 'AMOUNT': return exact(Number(value), currency ?? undefined);
    case 'CLOSE_DATE': return isoDate(value);
    case 'CATEGORY': case 'OUTCOME': case 'LIFECYCLE': case 'DEAL_TYPE': return words(value);
    default: return value;
  }
}

export const fieldName = (field) => FIELDS[field] ?? words(field).toLowerCase();

function direction(move) {
  if (move.outcome) {
    return move.outcome === 'WON' ? 'good' : 'bad';
  }
  if (move.from === null || !['AMOUNT', 'CLOSE_DATE'].includes(move.field)) {
    return '';
  }
  const number = (text) => (move.field === 'AMOUNT' ? Number(text) : Date.parse(text));
  const more = number(move.to) > number(move.from);
  return (move.field === 'AMOUNT') === more ? 'good' : 'bad';
}

/** What the move was, in words. */
export function moveText(move) {
  if (move.field === 'LIFECYCLE') {
    const now = move.to === 'CREATED' || move.to === 'SNAPSHOT' ? ['new deal', move.stage, move.corporateAmount === null ? null : money(move.corporateAmount)] : [words(move.to).toLowerCase()];
    return h('b', {}, now.filter(Boolean).join(' · '));
  }
  const from = move.from === null ? null : changedValue(move.field, move.from, move.currency);
  return [`${fieldName(move.field)} `, from && h('s', {}, from), from && ' → ', h('b', { class: direction(move) }, changedValue(move.field, move.to, move.currency))];
}

function line(move, now) {
  return h('li', { class: now - move.at < 8000 ? 'fresh' : '' },
    h('time', { 'data-tip': instant(move.at) }, now - move.at < 2000 ? 'now' : ago(now - move.at)),
    h('div', {},
      h('a', { href: `/deals/${encodeURIComponent(move.opportunityId)}` }, move.dealName ?? move.opportunityId),
      h('p', {}, moveText(move), move.ownerName && h('span', { class: 'soft' }, ` · ${move.ownerName}`))));
}

/** The newest moves as a list. */
export function ticker(moves, now) {
  return h('section', { class: 'card ticker', 'aria-label': 'Recent moves' },
    h('h2', {}, 'What moved last'),
    moves.length ? h('ol', {}, moves.map((move) => line(move, now))) : h('p', { class: 'soft' }, 'No deal has changed yet.'));
}
