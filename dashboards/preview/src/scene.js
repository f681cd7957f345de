// A board's JSON as a scene: variables, grid, queries and transformations by Grafana's own library.
import * as Scenes from '@grafana/scenes';
import { META } from './prometheus.js';

function variable(json) {
  const common = { name: json.name, label: json.label, hide: json.hide };
  switch (json.type) {
    case 'datasource':
      return new Scenes.ConstantVariable({ ...common, value: META.uid, hide: 2 });
    case 'custom':
      return new Scenes.CustomVariable({ ...common, query: json.query, value: json.current.value, text: json.current.text });
    case 'textbox':
      return new Scenes.TextBoxVariable({ ...common, value: json.query });
    case 'query':
      return new Scenes.QueryVariable({
        ...common,
        datasource: json.datasource,
        query: json.query,
        isMulti: json.multi,
        includeAll: json.includeAll,
        allValue: json.allValue,
        refresh: json.refresh,
        sort: json.sort,
        regex: json.regex,
        value: json.current.value,
        text: json.current.text,
      });
    default:
      throw new Error(`variable ${json.name} is of an unknown type: ${json.type}`);
  }
}

function panel(json) {
  const runner = new Scenes.SceneQueryRunner({ datasource: json.datasource, queries: json.targets, maxDataPoints: 300 });
  const data = json.transformations
    ? new Scenes.SceneDataTransformer({ $data: runner, transformations: json.transformations })
    : runner;
  return new Scenes.SceneGridItem({
    x: json.gridPos.x,
    y: json.gridPos.y,
    width: json.gridPos.w,
    height: json.gridPos.h,
    body: new Scenes.VizPanel({
      key: `panel-${json.id}`,
      pluginId: json.type,
      title: json.title,
      description: json.description,
      options: json.options,
      fieldConfig: json.fieldConfig,
      $data: data,
    }),
  });
}

export function sceneOf(board, from) {
  return new Scenes.EmbeddedScene({
    $timeRange: new Scenes.SceneTimeRange({ from: from ?? board.time.from, to: board.time.to }),
    $variables: new Scenes.SceneVariableSet({ variables: board.templating.list.map(variable) }),
    controls: [new Scenes.VariableValueSelectors({}), new Scenes.SceneControlsSpacer(), new Scenes.SceneTimePicker({})],
    body: new Scenes.SceneGridLayout({ children: board.panels.map(panel) }),
  });
}
