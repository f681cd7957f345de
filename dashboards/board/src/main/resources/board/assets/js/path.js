// The way of the forecast through the period: P10–P90 band, P50, closed, stage-weighted and the quota, earlier periods behind it.

import { h, show } from './dom.js';
import { day, exact, money, moneyMark } from './format.js';

let chart = null;
let library = null;
let known = new URLSearchParams(location.search).get('past') === 'known';
let drawn = null;

/** Chart.js from this server. */
function loadLibrary() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(h('script', { src: '/webjars/chart.js/4.5.1/dist/chart.umd.min.js', onload: () => resolve(globalThis.Chart), onerror: reject }));
  });
  return library;
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function line(label, points, key, name, more = {}) {
  return { label, data: points.map((point) => ({ x: point.asOf, y: point[key] })), borderColor: colour(name), backgroundColor: colour(name),
    borderWidth: 2, pointRadius: 0, pointHitRadius: 8, tension: 0.15, spanGaps: true, ...more };
}

/** From what is closed now to where the period lands, as a cone. */
function landing(history, now) {
  if (now.closed === null || now.p50 === null) {
    return [];
  }
  const way = (key) => [{ asOf: now.asOf, [key]: now.closed }, { asOf: history.endAt, [key]: now[key] }];
  return [
    line('lands at P90', way('p90'), 'p90', '--closed', { borderWidth: 0, cone: true }),
    line('lands at P10', way('p10'), 'p10', '--closed', { borderWidth: 0, fill: '-1', backgroundColor: colour('--ahead-wash'), cone: true }),
    line('lands at P50', way('p50'), 'p50', '--closed', { borderWidth: 1.5, borderDash: [2, 4], cone: true }),
  ];
}

/** Earlier periods as long as this one, so that a day stands above the like of it. */
function behind(history, key) {
  return history.earlier.filter(({ points }) => points.length > 0).map(({ period, startAt, endAt, points }) => {
    const at = (asOf) => history.startAt + ((asOf - startAt) / (endAt - startAt)) * (history.endAt - history.startAt);
    return line(`Closed in ${period}`, points.map((point) => ({ asOf: at(point.asOf), closed: point[key] ?? point.closed })), 'closed', '--earlier', { borderWidth: 1.25, pointHitRadius: 0 });
  });
}

/** Closed as known now; thinly what was published, where it was something else. */
function closedLines(points) {
  const differs = points.some(({ closed, closedKnown }) => closedKnown !== null && closedKnown !== closed);
  return [
    line(differs ? 'Closed, as known now' : 'Closed', points, 'closedKnown', '--closed', { borderWidth: 2.5 }),
    ...(differs ? [line('Closed, as published', points, 'closed', '--closed', { borderWidth: 1.25, borderDash: [3, 3] })] : []),
  ];
}

function datasets(points, history) {
  const restated = known && history.pastKnown;
  return [
    line('P90', points, 'p90', '--model', { borderWidth: 0 }),
    line('P10', points, 'p10', '--model', { borderWidth: 0, fill: '-1', backgroundColor: colour('--model-wash') }),
    line('P50', points, 'p50', '--model', { borderWidth: 2.5 }),
    line('Stage-weighted', points, 'stageWeighted', '--weighted', { borderDash: [2, 3] }),
    line('Closed + commit', points, 'commit', '--commit', { borderDash: [7, 3] }),
    ...(restated ? closedLines(points) : [line('Closed', points, 'closed', '--closed', { borderWidth: 2.5 })]),
    ...landing(history, points.at(-1)),
    line('Quota', points, 'quota', '--ink', { borderWidth: 1.5, borderDash: [5, 5] }),
    ...behind(history, restated ? 'closedKnown' : 'closed'),
  ];
}

/** Today's numbers close the path: history is settled and lags a little. */
function withNow(history, answer) {
  const { values, asOf } = answer.forecast;
  const now = { asOf, closed: values.closed, closedKnown: values.closed, commit: values.cumulative_commit, stageWeighted: values.stage_weighted,
    p10: values.model_p10, p50: values.model_p50, p90: values.model_p90, quota: values.quota };
  return [...history.points.filter((point) => point.asOf < asOf), now];
}

/** Where the axis begins: a period ahead is forecast before it begins. */
const from = (history, points) => Math.min(history.startAt, points[0].asOf);

/** The first instant of every week of the period, near enough for an axis: a change of clocks moves it by an hour. */
function weeks(history, points) {
  const marks = [];
  for (let at = from(history, points); at <= history.endAt; at += 7 * 86_400_000) {
    marks.push(at);
  }
  return marks;
}

function options(history, points) {
  const soft = colour('--soft');
  const grid = colour('--line');
  return {
    animation: false, responsive: true, maintainAspectRatio: false, interaction: { mode: 'index', intersect: false },
    scales: {
      x: { type: 'linear', min: from(history, points), max: history.endAt, grid: { display: false }, border: { color: grid },
        afterBuildTicks: (axis) => { axis.ticks = weeks(history, points).map((value) => ({ value })); },
        ticks: { color: soft, maxRotation: 0, autoSkip: true, autoSkipPadding: 18, callback: (value) => day(value) } },
      y: { beginAtZero: true, grid: { color: grid }, border: { display: false }, ticks: { color: soft, maxTicksLimit: 6, callback: (value) => moneyMark(value) } },
    },
    plugins: {
      legend: { display: false },
      tooltip: { filter: (item) => !item.dataset.cone, callbacks: { title: (items) => day(items[0].parsed.x), label: (item) => `${item.dataset.label}  ${exact(item.parsed.y)}` } },
    },
  };
}

const LEGEND = [['model', 'P50, band P10–P90'], ['closed', 'Closed'], ['commit', 'Closed + commit'], ['weighted', 'Stage-weighted'], ['ahead', 'Way to the landing'], ['quota', 'Quota'], ['earlier', 'Closed in earlier periods']];
const PASTS = [[false, 'As published'], [true, 'As known now']];
const MEANING = 'As known now: what was told late, corrected, reopened or deleted since counts where it belongs. What was forecast stays as it was said.';

/** The card the chart lives in; built once a page, so that a redraw does not flicker. */
export function pathCard() {
  return h('section', { class: 'card path' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Path through the period'), h('div', { class: 'switch', role: 'group', 'aria-label': 'What was closed', 'data-tip': MEANING })),
    h('p', { class: 'sub past-line', role: 'status' }),
    h('ul', { class: 'legend' }, LEGEND.map(([kind, name]) => h('li', {}, h('i', { class: `key ${kind}`, 'aria-hidden': 'true' }), name))),
    h('div', { class: 'chart' }, h('canvas', { role: 'img', 'aria-label': 'Forecast, closed and quota by day of the period' })));
}

async function choose(now) {
  known = now;
  const address = new URL(location.href);
  address.searchParams.delete('past');
  if (known) {
    address.searchParams.set('past', 'known');
  }
  globalThis.history.replaceState(null, '', address);
  await drawPath(...drawn);
}

/** How far both pasts are apart at the last midnight. */
function apart(history) {
  const last = history.points.at(-1);
  const late = last ? last.closedKnown - last.closed : 0;
  return late === 0 ? 'Nothing has come late: what was published at the last midnight still holds.'
    : `${late > 0 ? '+' : '\u2212'}${money(Math.abs(late))} of what had closed by the last midnight was told or corrected since.`;
}

function pasts(card, history) {
  show(card.querySelector('.switch'), PASTS.map(([value, name]) => h('button', { type: 'button', 'data-key': `past-${value}`, 'aria-pressed': String(known === value), onclick: () => choose(value) }, name)));
  card.querySelector('.past-line').textContent = !known ? ''
    : history.pastKnown ? apart(history) : 'The deals of this board do not tell it: credits are split, or deals changed hands after they closed. As published is shown.';
}

/** Draws or moves the chart in its card. */
export async function drawPath(card, history, answer) {
  drawn = [card, history, answer];
  pasts(card, history);
  const Chart = await loadLibrary();
  const points = withNow(history, answer);
  const canvas = card.querySelector('canvas');
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  if (chart && chart.canvas === canvas) {
    chart.data.datasets = datasets(points, history);
    chart.options = options(history, points);
    chart.update('none');
  } else {
    chart = new Chart(canvas, { type: 'line', data: { datasets: datasets(points, history) }, options: options(history, points) });
  }
}
