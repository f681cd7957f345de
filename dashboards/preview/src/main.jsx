// The parts of Grafana that its libraries ask for, and the board that the address names:
// ?board=pipecast-executive&prometheus=http://127.0.0.1:9090&from=now-15m
import React from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { catchError, from, map, of } from 'rxjs';
import * as Data from '@grafana/data';
import * as Runtime from '@grafana/runtime';
import * as Ui from '@grafana/ui';
import { sceneGraph } from '@grafana/scenes';
import { initPluginTranslations } from '@grafana/i18n';
import { META, Prometheus } from './prometheus.js';
import { registerPanels } from './panels.jsx';
import { sceneOf } from './scene.js';

const wanted = new URLSearchParams(location.search);
const source = new Prometheus(wanted.get('prometheus') ?? 'http://127.0.0.1:9090');
let scene;

Runtime.setDataSourceSrv({
  get: async () => source,
  getList: () => [META],
  getInstanceSettings: () => META,
  reload() {},
  registerRuntimeDataSource() {},
});
Runtime.setPluginImportUtils({
  importPanelPlugin: async (id) => {
    throw new Error(`no panel ${id} here`);
  },
  getPanelPluginFromCache: () => undefined,
});
Runtime.setRunRequest((ds, request) => {
  const answer = (state, series, error) => ({ state, series, error, errors: error && [error], timeRange: request.range, request });
  return from(ds.query(request)).pipe(
    map((result) => answer('Done', result.data)),
    catchError((e) => of(answer('Error', [], { message: String(e.message ?? e) }))),
  );
});
Runtime.setTemplateSrv({
  replace: (text, scope, format) => (scene ? sceneGraph.interpolate(scene, text, scope, format) : text),
  getVariables: () => [],
  containsTemplate: () => false,
  updateTimeRange() {},
});
Runtime.setBackendSrv({ get: async () => ({}), post: async () => ({}), fetch: () => of({ data: {} }), datasourceRequest: async () => ({}) });
Runtime.setEchoSrv({ flush() {}, addBackend() {}, addEvent() {} });
Runtime.setAppEvents?.(new Data.EventBusSrv());
Runtime.setChromeHeaderHeightHook?.(() => 0);
Runtime.setReturnToPreviousHook?.(() => () => {});
Runtime.setPluginLinksHook?.(() => ({ links: [], isLoading: false }));

const editor = (id, defaultValue) => ({
  id, path: id, name: id, defaultValue, editor: () => null, override: () => null, process: (x) => x, shouldApply: () => true,
});
Data.standardFieldConfigEditorRegistry.setInit(() => [
  ...['unit', 'min', 'max', 'decimals', 'displayName', 'noValue', 'description', 'filterable', 'displayNameFromDS', 'fieldMinMax'].map(
    (id) => editor(id),
  ),
  editor('color', { mode: 'palette-classic' }),
  editor('thresholds', { mode: 'absolute', steps: [{ value: -Infinity, color: 'green' }] }),
  editor('mappings', []),
  editor('links', []),
  editor('actions', []),
]);
Data.standardTransformersRegistry.setInit(() =>
  [...new Map(Object.values(Data.standardTransformers).map((one) => [one.id, one])).values()].map((one) => ({
    id: one.id,
    aliasIds: one.aliasIds,
    name: one.name,
    description: one.description,
    transformation: async () => one,
    imageDark: '',
    imageLight: '',
  })),
);
registerPanels();

await initPluginTranslations('grafana');
await initPluginTranslations('grafana-scenes');
const board = await (await fetch(`/${wanted.get('board') ?? 'pipecast-executive'}.json`)).json();
scene = sceneOf(board, wanted.get('from'));
window.scene = scene;
const theme = Data.createTheme({ colors: { mode: 'light' } });
createRoot(document.getElementById('root')).render(
  <BrowserRouter>
    <Data.ThemeContext.Provider value={theme}>
      <Ui.GlobalStyles />
      <div style={{ background: theme.colors.background.canvas, minHeight: '100%', display: 'flex' }}>
        <scene.Component model={scene} />
      </div>
    </Data.ThemeContext.Provider>
  </BrowserRouter>,
);
