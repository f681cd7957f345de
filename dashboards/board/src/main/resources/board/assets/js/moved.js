// Numbers that show that they have just moved.

import { h } from './dom.js';

const before = new Map();

/** The attributes of an element whose value may move: a class that lets it light up for a second after a change. */
export function moved(key, value) {
  const known = before.get(key);
  before.set(key, value);
  if (known === undefined || known === value || value === null || known === null) {
    return '';
  }
  return value > known ? ' moved up' : ' moved down';
}

/** A number as text with its exact value on hover. */
export function ticking(key, value, text, tip) {
  return h('span', { class: 'num' + moved(key, value), 'data-tip': tip }, text);
}
