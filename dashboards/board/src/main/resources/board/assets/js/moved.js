// Numbers that show that they have just moved.

import { h } from './dom.js';

const before = new Map();

/**
 * The class of an element whose value may move: it lights up for a moment when what is shown has changed.
 *
 * @param key what the value is of, the same at every redraw
 * @param shown the text shown: a change too small to be seen is none
 */
export function moved(key, value, shown) {
  const known = before.get(key);
  before.set(key, { value, shown });
  if (!known || known.shown === shown || value === null || known.value === null) {
    return '';
  }
  return value > known.value ? ' moved up' : ' moved down';
}

/** A number as text with its exact value on hover. */
export function ticking(key, value, text, tip) {
  return h('span', { class: 'num' + moved(key, value, text), 'data-tip': tip }, text);
}
