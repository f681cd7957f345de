// What every page has: live state, notices about feeds and model, footer, theme.

import { get, oneAtATime, post, Refusal } from './api.js';
import { byId, h, show } from './dom.js';
import * as format from './format.js';
import { connect, onBeat, onChange } from './live.js';
import { toggleTheme } from './theme.js';
import { loadDefinitions, startTips } from './tips.js';

const BEFORE_ANY_MODEL = 'stage-probabilities';
const STATUS_MILLIS = 10_000;
const RETRY_MILLIS = 2_000;

let status = null;
let heard = { connected: false, freshnessMillis: 0, at: performance.now() };

export const currentStatus = () => status;

function feedNotice(feed) {
  return h('div', { class: 'notice warn', role: 'alert' },
    h('strong', {}, `Feed ${feed.source}: no event for ${format.duration(feed.lagMillis)}`),
    h('span', {}, ` Its last event is of ${format.instant(feed.lastEventAt)}. Numbers that depend on it stand still.`));
}

function notices() {
  const found = status.feeds.filter((feed) => feed.quiet).map(feedNotice);
  if (!heard.connected && heard.lost) {
    found.unshift(h('div', { class: 'notice bad', role: 'alert' },
      h('strong', {}, 'Connection to the board lost.'), h('span', {}, ' The numbers below are no longer live; trying again.')));
  }
  if (status.modelVersion === BEFORE_ANY_MODEL) {
    found.push(h('div', { class: 'notice' },
      h('strong', {}, 'Before any model: configured stage probabilities.'),
      h('span', {}, ' P10, P50 and P90 will change when a trained model is published.')));
  }
  show(byId('notices'), found);
}

function footer() {
  const feeds = status.feeds.map((feed) => h('li', { class: feed.quiet ? 'quiet' : '' },
    h('span', {}, feed.source),
    h('span', { 'data-tip': `last event ${format.fullInstant(feed.lastEventAt)} · ${format.count(feed.events)} events, ${format.count(feed.rejected)} refused`, tabindex: '0' },
      `${format.duration(feed.lagMillis)} behind`)));
  show(byId('foot'), h('div', { class: 'foot-inner' },
    h('dl', {},
      h('div', {}, h('dt', {}, 'Numbers as of'), h('dd', {}, status.asOf ? format.fullInstant(status.asOf) : format.NONE)),
      h('div', {}, h('dt', {}, 'Received'), h('dd', { id: 'freshness' }, '')),
      h('div', {}, h('dt', {}, 'Model'), h('dd', {}, status.modelVersion ?? format.NONE)),
      h('div', {}, h('dt', {}, 'Cut'), h('dd', {}, format.count(status.cut)))),
    h('section', { 'aria-label': 'Feeds' }, h('h2', {}, 'Feeds'), h('ul', { class: 'feeds' }, feeds.length ? feeds : h('li', {}, 'none has stated its progress')))));
  freshness();
}

function freshness() {
  const age = heard.freshnessMillis + performance.now() - heard.at;
  const live = byId('live');
  const state = !heard.connected ? 'lost' : age > 60_000 ? 'old' : 'live';
  live.dataset.state = state;
  const seconds = age < 10_000 ? `${format.decimal(Math.floor(age / 100) / 10)} s` : format.duration(age);
  live.lastElementChild.textContent = state === 'lost' ? 'not connected' : `${state === 'live' ? 'live · ' : ''}${seconds} old`;
  live.dataset.tip = 'Freshness: time since the newest row or sign of life of the forecast job was received. It grows when the job stops.';
  const inFooter = byId('freshness');
  if (inFooter) {
    inFooter.textContent = `${seconds} ago`;
  }
}

function alertCount() {
  const badge = byId('alert-count');
  badge.hidden = !status.newAlerts;
  badge.textContent = status.newAlerts;
  badge.setAttribute('aria-label', `${status.newAlerts} new this week, waiting for somebody`);
}

const refresh = oneAtATime(async () => {
  status = await get('/api/status');
  format.setUp(status);
  notices();
  footer();
  who();
  alertCount();
});

/** Whether the viewer sees what the model thinks. */
export const seesChances = () => status.viewer.chances;

/** Whether the viewer sees the whole company. */
export const seesAll = () => status.viewer.all;

function who() {
  const { name, all, role, chances } = status.viewer;
  document.body.dataset.sees = all ? 'all' : 'part';
  document.body.dataset.chances = chances ? 'shown' : 'hidden';
  byId('who').hidden = name === null;
  byId('who').firstElementChild.textContent = name ?? '';
  byId('who').dataset.tip = format.words(role);
}

async function signOut() {
  await post('/api/sign-out', {});
  location.assign('/sign-in');
}

/** What the board refuses is said on the page; what was cut off on the way is tried again, and the page stays as it was. */
function explain(problem) {
  if (problem instanceof Refusal) {
    show(byId('main'), h('p', { class: 'empty' }, problem.message));
  } else if (problem instanceof TypeError && problem.message.includes('fetch')) {
    setTimeout(() => dispatchEvent(new Event('retry')), RETRY_MILLIS);
  } else {
    throw problem;
  }
}

/**
 * Starts a page.
 *
 * @param draw fetches and draws; called at first, on changes that concern it and after a lost connection
 * @param concerns whether a change {cut, deals, alerts, feeds} concerns the page
 */
export async function start(draw, concerns) {
  byId('theme').addEventListener('click', toggleTheme);
  byId('sign-out').addEventListener('click', signOut);
  startTips();
  await Promise.all([refresh(), loadDefinitions()]);
  const redraw = oneAtATime(async () => {
    try {
      await draw();
    } catch (problem) {
      explain(problem);
    }
  });
  onBeat((state) => {
    const wasConnected = heard.connected;
    heard = { freshnessMillis: heard.freshnessMillis, ...state, at: performance.now(), lost: !state.connected };
    if (wasConnected !== heard.connected) {
      notices();
    }
    if (wasConnected && !heard.connected) {
      // a session that has ended ends the stream, too: the answer leads to the sign-in
      refresh().catch(() => {});
    }
    freshness();
  });
  onChange((change) => {
    if (!change || change.feeds || change.alerts.length || change.cut) {
      refresh();
    }
    if (!change || concerns(change)) {
      redraw();
    }
  });
  connect();
  setInterval(freshness, 500);
  setInterval(() => heard.connected && refresh(), STATUS_MILLIS);
  addEventListener('themechange', redraw);
  addEventListener('retry', redraw);
  await redraw();
}
