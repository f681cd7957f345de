// How numbers are written, and how elements and charts are made.
const result = JSON.parse(document.getElementById('result').textContent);
const locale = navigator.languages?.[0] ?? 'en';
const unit = 10 ** result.currencyDigits;
const NONE = '–';
const known = value => value !== undefined && value !== null;
const writers = {};

function written(name, options, value) {
  writers[name] ??= new Intl.NumberFormat(locale, options);
  return known(value) ? writers[name].format(value) : NONE;
}

const money = minor => written('money', { style: 'currency', currency: result.currency, notation: 'compact', maximumSignificantDigits: 3 }, known(minor) ? minor / unit : minor);
const percent = share => known(share) ? written(Math.abs(share) < 0.0995 ? 'percent1' : 'percent0', { style: 'percent', maximumFractionDigits: Math.abs(share) < 0.0995 ? 1 : 0 }, share) : NONE;
const signed = share => known(share) ? (share >= 0.0005 ? '+' : share <= -0.0005 ? '−' : '') + percent(Math.abs(share)) : NONE;
const figure = (value, digits = 3) => written('figure' + digits, { minimumFractionDigits: digits, maximumFractionDigits: digits }, value);
const whole = value => written('whole', { maximumFractionDigits: 0 }, value);
const count = (n, one, many) => `${whole(n)} ${n === 1 ? one : many}`;
const day = (iso, style = { day: 'numeric', month: 'short', year: 'numeric' }) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(new Date(iso.slice(0, 10) + 'T00:00:00Z'));
const range = (of, how) => of ? `${how(of[0])} – ${how(of[1])}` : '';

function put(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (known(value) && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat(9).filter(child => known(child) && child !== false));
  return node;
}
const h = (tag, attributes, ...children) => put(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => put(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

/** A card with a heading and a sentence under it. */
function card(title, sentence, ...content) {
  return h('section', { class: 'card' }, h('div', { class: 'head' }, h('h2', {}, title), sentence && h('p', { class: 'soft' }, sentence)), content);
}

/** How each forecaster is drawn. */
const LOOK = {
  model: { color: 'var(--model)', width: 2.4 },
  stageWeighted: { color: 'var(--weighted)', width: 1.8, dash: '2 3' },
  calls: { color: 'var(--commit)', width: 1.8, dash: '7 4' },
  commit: { color: 'var(--commit)', width: 1.6, dash: '3 2' },
  lastPeriod: { color: 'var(--other)', width: 1.3, dash: '9 4' },
  runRate: { color: 'var(--other)', width: 1.3, dash: '4 3' },
  historicCurve: { color: 'var(--other)', width: 1.3, dash: '1 3' },
  bestCase: { color: 'var(--other)', width: 1.3, dash: '6 2 1 2' },
  dated: { color: 'var(--other)', width: 1.3, dash: '10 3 2 3' },
};
const look = key => LOOK[key] ?? { color: 'var(--other)', width: 1.3 };

function legend(items) {
  return h('ul', { class: 'legend' }, items.map(([label, draw]) => h('li', {}, s('svg', { viewBox: '0 0 24 10', 'aria-hidden': 'true' }, draw()), label)));
}
const stroke = of => () => s('line', { x1: 0, x2: 24, y1: 5, y2: 5, stroke: of.color, 'stroke-width': of.width, 'stroke-dasharray': of.dash });

/** Round steps from low to high. */
function ticks(low, high, about) {
  const rough = (high - low) / about || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(m => m * power).find(m => m >= rough);
  const all = [];
  for (let at = Math.ceil(low / step) * step; at <= high + step * 1e-9; at += step) all.push(at);
  return all;
}

/** A line through points; a gap where a value is missing. */
function path(points, x, y) {
  let text = '', open = false;
  for (const [px, py] of points) {
    if (!known(py)) { open = false; continue; }
    text += `${open ? 'L' : 'M'}${x(px).toFixed(1)} ${y(py).toFixed(1)}`;
    open = true;
  }
  return text;
}
const drawn = (points, x, y, of) => s('path', { d: path(points, x, y), fill: 'none', stroke: of.color, 'stroke-width': of.width, 'stroke-dasharray': of.dash, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' });

/** A place whose chart is drawn anew when its width changes. */
function plot(draw) {
  const place = h('div', { class: 'plot' });
  let width = 0;
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry.contentRect.width);
    if (now > 0 && now !== width) {
      width = now;
      requestAnimationFrame(() => place.replaceChildren(draw(now)));
    }
  }).observe(place);
  return place;
}

/** Axes of a chart: lines across at the marks of y, texts below at those of x. */
function axes(box, yMarks, y, yText, xMarks, x, xText) {
  return [
    yMarks.map(at => [s('line', { class: 'grid', x1: box.left, x2: box.right, y1: y(at), y2: y(at) }), s('text', { x: box.left - 8, y: y(at) + 4, 'text-anchor': 'end' }, yText(at))]),
    xMarks.map(at => s('text', { x: x(at), y: box.bottom + 18, 'text-anchor': 'middle' }, xText(at))),
  ];
}

/** Shows the values at the nearest of some places, by pointer and by arrow keys. */
function readout(svg, box, places, x, rows) {
  const line = s('line', { y1: box.top, y2: box.bottom, stroke: 'var(--soft)', 'stroke-width': 1, visibility: 'hidden' });
  svg.append(line);
  let tip = null, at = -1;
  const hide = () => { tip?.remove(); tip = null; at = -1; line.setAttribute('visibility', 'hidden'); };
  const show = index => {
    at = Math.max(0, Math.min(places.length - 1, index));
    const px = x(places[at]);
    line.setAttribute('x1', px); line.setAttribute('x2', px); line.setAttribute('visibility', 'visible');
    tip?.remove();
    const [title, values] = rows(at);
    tip = h('div', { class: 'tip', role: 'status' }, h('b', {}, title), h('table', {}, values.map(([name, value]) => h('tr', {}, h('td', {}, name), h('td', {}, value)))));
    svg.parentNode.parentNode.append(tip);
    const scale = svg.getBoundingClientRect().width / box.width;
    const left = px * scale + 12;
    tip.style.left = `${left + tip.offsetWidth > box.width * scale ? Math.max(0, px * scale - tip.offsetWidth - 12) : left}px`;
    tip.style.top = `${svg.parentNode.offsetTop + 8}px`;
  };
  const nearest = event => {
    const bounds = svg.getBoundingClientRect();
    const px = (event.clientX - bounds.left) / bounds.width * box.width;
    let best = 0;
    places.forEach((place, i) => { if (Math.abs(x(place) - px) < Math.abs(x(places[best]) - px)) best = i; });
    show(best);
  };
  svg.addEventListener('pointermove', nearest);
  svg.addEventListener('pointerdown', nearest);
  svg.addEventListener('pointerleave', hide);
  svg.addEventListener('blur', hide);
  svg.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) { event.preventDefault(); show(at < 0 ? 0 : at + step); }
    if (event.key === 'Escape') hide();
  });
}

/** Buttons of which one is pressed, and a place that shows what belongs to it. */
function tabs(label, names, show) {
  const place = h('div', { class: 'stack' });
  const buttons = names.map((name, i) => h('button', { type: 'button', onclick: () => press(i) }, name));
  const press = i => {
    buttons.forEach((button, j) => button.setAttribute('aria-pressed', String(i === j)));
    place.replaceChildren(...[show(i)].flat(9).filter(known));
  };
  press(0);
  return [names.length > 1 && h('div', { class: 'tabs', role: 'group', 'aria-label': label }, buttons), place];
}

/** A table of figures that scrolls by itself where it is too wide. */
function table(heads, rows, label) {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, h('table', { class: 'figures' },
    h('thead', {}, h('tr', {}, heads.map(head => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, rows.map(row => h('tr', { class: row.own ? 'own' : null }, row.cells.map(cell => h('td', {}, cell)))))));
}
