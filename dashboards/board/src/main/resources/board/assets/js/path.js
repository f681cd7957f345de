// The way of the forecast through the period: P10–P90 band, P50, closed, stage-weighted and the quota.

import { h } from './dom.js';
import { day, exact, moneyMark } from './format.js';

let chart = null;
let library = null;

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

function datasets(points, history) {
  return [
    line('P90', points, 'p90', '--model', { borderWidth: 0 }),
    line('P10', points, 'p10', '--model', { borderWidth: 0, fill: '-1', backgroundColor: colour('--model-wash') }),
    line('P50', points, 'p50', '--model', { borderWidth: 2.5 }),
    line('Stage-weighted', points, 'stageWeighted', '--weighted', { borderDash: [2, 3] }),
    line('Closed + commit', points, 'commit', '--commit', { borderDash: [7, 3] }),
    line('Closed', points, 'closed', '--closed', { borderWidth: 2.5 }),
    ...landing(history, points.at(-1)),
    line('Quota', points, 'quota', '--ink', { borderWidth: 1.5, borderDash: [5, 5] }),
  ];
}

/** Today's numbers close the path: history is settled and lags a little. */
function withNow(history, answer) {
  const { values, asOf } = answer.forecast;
  const now = { asOf, closed: values.closed, commit: values.cumulative_commit, stageWeighted: values.stage_weighted,
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

const LEGEND = [['model', 'P50, band P10–P90'], ['closed', 'Closed'], ['commit', 'Closed + commit'], ['weighted', 'Stage-weighted'], ['ahead', 'Way to the landing'], ['quota', 'Quota']];

/** The card the chart lives in; built once a page, so that a redraw does not flicker. */
export function pathCard() {
  return h('section', { class: 'card path' },
    h('h2', {}, 'Path through the period'),
    h('ul', { class: 'legend' }, LEGEND.map(([kind, name]) => h('li', {}, h('i', { class: `key ${kind}`, 'aria-hidden': 'true' }), name))),
    h('div', { class: 'chart' }, h('canvas', { role: 'img', 'aria-label': 'Forecast, closed and quota by day of the period' })));
}

/** Draws or moves the chart in its card. */
export async function drawPath(card, history, answer) {
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
