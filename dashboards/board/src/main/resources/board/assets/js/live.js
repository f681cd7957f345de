// The live stream: one connection a page; listeners hear what changed and fetch what they show.

const listeners = [];
const watchers = [];
let opened = false;
let source = null;

/** Calls back with {cut, deals, alerts, feeds} whenever something changed, and with null after a reconnection. */
export function onChange(listener) {
  listeners.push(listener);
}

/** Calls back with {connected, freshnessMillis} on every sign of life and on its loss. */
export function onBeat(watcher) {
  watchers.push(watcher);
}

const tell = (state) => watchers.forEach((watcher) => watcher(state));

function open() {
  source?.close();
  source = new EventSource('/api/stream');
  source.addEventListener('hello', () => {
    tell({ connected: true });
    if (opened) {
      listeners.forEach((listener) => listener(null));
    }
    opened = true;
  });
  source.addEventListener('beat', (event) => tell({ connected: true, ...JSON.parse(event.data) }));
  source.addEventListener('change', (event) => {
    tell({ connected: true, freshnessMillis: 0 });
    const change = JSON.parse(event.data);
    listeners.forEach((listener) => listener(change));
  });
  source.onerror = () => tell({ connected: false });
}

/**
 * Connects while the page can be seen. A browser has only six connections to a server: pages in the background, or kept
 * for going back, must not hold them.
 */
export function connect() {
  open();
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => event.persisted && open());
  document.addEventListener('visibilitychange', () => (document.hidden ? source.close() : open()));
}
