// Sign-in with a token; afterwards to where one wanted to go.

import { post, Refusal } from './api.js';
import { byId, h, show } from './dom.js';
import { toggleTheme } from './theme.js';

/** The page asked for, and never another site's. */
function destination() {
  const asked = new URL(new URLSearchParams(location.search).get('to') ?? '/', location.origin);
  return asked.origin === location.origin && asked.pathname !== '/sign-in' ? asked.pathname + asked.search : '/';
}

function form() {
  const said = h('p', { class: 'sign-in-said', role: 'alert' });
  const field = h('input', { id: 'token', type: 'password', name: 'token', autocomplete: 'current-password', required: true, spellcheck: 'false' });
  const send = async (event) => {
    event.preventDefault();
    said.textContent = '';
    try {
      await post('/api/sign-in', { token: field.value });
      location.replace(destination());
    } catch (problem) {
      said.textContent = problem instanceof Refusal ? problem.message : 'The board does not answer.';
      field.select();
    }
  };
  return h('form', { class: 'card sign-in', onsubmit: send },
    h('h1', {}, 'Sign in'),
    h('input', { type: 'text', name: 'username', autocomplete: 'username', hidden: true }),
    h('label', { for: 'token' }, 'Token'), field,
    h('button', { type: 'submit', class: 'button primary' }, 'Sign in'), said,
    h('p', { class: 'sub' }, 'Whoever looks after Pipecast in your company gives you a token.'));
}

byId('theme').addEventListener('click', toggleTheme);
show(byId('main'), form());
byId('token').focus();
