// SPDX-License-Identifier: Apache-2.0
//
// Opens boards in Chromium against a running Prometheus, changes a variable of each, sees that the panels follow, and
// takes pictures: node shoot.mjs PROMETHEUS DIRECTORY. FROM is where their time begins, now-15m by default.
import { createServer } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const prometheus = process.argv[2];
const pictures = process.argv[3];
if (!pictures || !/^https?:\/\//.test(prometheus ?? '')) {
  console.error('usage: node shoot.mjs PROMETHEUS DIRECTORY');
  process.exit(2);
}
const PAGE = 'build/page';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** The built page, and the Prometheus behind /prometheus, so that both are of one origin. */
const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://127.0.0.1');
  try {
    if (url.pathname.startsWith('/prometheus/')) {
      const answer = await fetch(prometheus + url.pathname.slice('/prometheus'.length) + url.search);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
      return;
    }
    const file = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
    const content = readFileSync(join(PAGE, file));
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

let failures = 0;
function expect(holds, what) {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  failures += holds ? 0 : 1;
}

async function settled(page) {
  await page.waitForFunction(
    () => {
      const panels = [];
      const visit = (object) => {
        if (object.state.pluginId) panels.push(object);
        object.forEachChild(visit);
      };
      visit(window.scene);
      return panels.length > 0 && panels.every((panel) => ['Done', 'Error'].includes(panel.state.$data?.state.data?.state));
    },
    null,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(1500); // charts draw in the frame after their data
}

const texts = (page) =>
  page.$$eval('[data-testid^="data-testid Panel header"]', (panels) =>
    Object.fromEntries(panels.map((panel) => [panel.dataset.testid.replace('data-testid Panel header ', ''), panel.innerText])),
  );

const errors = (page) =>
  page.evaluate(() => {
    const found = [];
    const visit = (object) => {
      const data = object.state.pluginId && object.state.$data?.state.data;
      if (data?.state === 'Error') found.push(`${object.state.title}: ${data.errors?.[0]?.message}`);
      if (data && data.state === 'Done' && !data.series.some((frame) => frame.length > 0)) found.push(`${object.state.title}: no data`);
      object.forEachChild(visit);
    };
    visit(window.scene);
    return found;
  });

/** Opens a board, changes a variable, compares the panels that must follow. */
async function board({ uid, height, change, follow, stay }) {
  const page = await browser.newPage({ viewport: { width: 1440, height }, timezoneId: 'UTC' });
  const broken = [];
  page.on('pageerror', (e) => broken.push(String(e)));
  await page.goto(`${origin}/?board=${uid}&prometheus=${origin}/prometheus&from=${process.env.FROM ?? 'now-15m'}`);
  await page.waitForFunction(() => window.scene);
  await settled(page);
  const before = await texts(page);
  const wrong = await errors(page);
  expect(wrong.length === 0, `${uid}: every panel has data${wrong.length ? ` (${wrong.join('; ')})` : ''}`);
  await page.screenshot({ path: join(pictures, `grafana-${uid.replace('pipecast-', '')}.png`) });
  await page.evaluate(
    ([name, value]) => {
      const variables = window.scene.state.$variables.state.variables;
      variables.find((variable) => variable.state.name === name).changeValueTo(value);
    },
    [change.variable, change.to],
  );
  await page.waitForTimeout(500); // the change starts the queries
  await settled(page);
  const after = await texts(page);
  for (const title of follow) {
    expect(before[title] !== undefined && before[title] !== after[title], `${uid}: "${title}" follows ${change.variable} = ${change.to}`);
  }
  for (const title of stay ?? []) {
    expect(before[title] !== undefined && before[title] === after[title], `${uid}: "${title}" does not depend on it`);
  }
  await page.screenshot({ path: join(pictures, `grafana-${uid.replace('pipecast-', '')}-${[change.to].flat()[0].toLowerCase()}.png`) });
  expect(broken.length === 0, `${uid}: no error on the page${broken.length ? ` (${broken[0]})` : ''}`);
  await page.close();
}

mkdirSync(pictures, { recursive: true });
const values = async (label, series) => {
  const address = `${prometheus}/api/v1/label/${label}/values?match[]=${encodeURIComponent(series)}`;
  return (await (await fetch(address)).json()).data;
};
const territories = await values('name', 'pipecast_territory_alerts_open');
const teams = await values('node', 'pipecast_forecast_quota_amount{tree="reporting",level="1"}');
const leaves = await values('node', 'pipecast_forecast_quota_amount{tree="territory",level="1"}');
await board({
  uid: 'pipecast-executive',
  height: 1450,
  change: { variable: 'node', to: teams[0] },
  follow: ['Lands at (P50), P10 to P90', 'Quota', 'Chance of quota', 'Since Monday', 'Below this node'],
});
await board({
  uid: 'pipecast-risk',
  height: 1190,
  change: { variable: 'territory', to: [territories[0]] },
  follow: ['Open alerts', 'Deals that need somebody', 'Open alerts by territory'],
  stay: ['Severity'],
});
await board({
  uid: 'pipecast-territory',
  height: 1330,
  change: { variable: 'territory', to: leaves[0] },
  follow: ['Chosen: since Monday', 'Chosen: pipeline that is not what it seems'],
  stay: ['Territories', 'Open alerts'],
});
await browser.close();
server.close();
process.exit(failures === 0 ? 0 : 1);
