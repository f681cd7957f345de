// What is shown for an address that leads nowhere.

import { byId, h, show } from './dom.js';
import { start } from './shell.js';

start(async () => {
  show(byId('main'), h('p', { class: 'empty' }, `There is no page ${location.pathname}. `, h('a', { href: '/' }, 'To the forecast')));
}, () => false);
