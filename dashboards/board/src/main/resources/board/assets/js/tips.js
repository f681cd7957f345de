// Definitions and exact numbers on hover and on keyboard focus: every element with data-tip.

import { get } from './api.js';
import { byId } from './dom.js';

let definitions = new Map();

export async function loadDefinitions() {
  const answer = await get('/api/definitions');
  definitions = new Map(answer.quantities.map((quantity) => [quantity.key, quantity]));
}

/** What a quantity means, as attributes for the element that names it. */
export function defined(key) {
  const quantity = definitions.get(key);
  if (!quantity) {
    return {};
  }
  const note = quantity.additive ? '' : ' Does not add up over nodes.';
  return { 'data-tip': `${quantity.label}: ${quantity.definition}.${note}`, tabindex: '0', class: 'defined' };
}

export const label = (key) => definitions.get(key)?.label ?? key;

function place(target) {
  const tip = byId('tip');
  tip.textContent = target.dataset.tip;
  tip.hidden = false;
  const box = target.getBoundingClientRect();
  const left = Math.min(innerWidth - tip.offsetWidth - 8, Math.max(8, box.left + box.width / 2 - tip.offsetWidth / 2));
  const above = box.top - tip.offsetHeight - 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 0 ? above : box.bottom + 8}px`;
}

export function startTips() {
  const over = (event) => {
    const target = event.target.closest?.('[data-tip]');
    if (target) {
      place(target);
    } else {
      byId('tip').hidden = true;
    }
  };
  const hide = () => { byId('tip').hidden = true; };
  document.addEventListener('pointerover', over);
  document.addEventListener('focusin', over);
  document.addEventListener('focusout', hide);
  document.addEventListener('scroll', hide, { passive: true, capture: true });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
}
