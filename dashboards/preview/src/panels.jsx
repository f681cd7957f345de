// Stand-ins for Grafana's core panels, made of the parts that @grafana/ui has of them.
import React from 'react';
import * as Data from '@grafana/data';
import * as Ui from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';
import { sceneUtils } from '@grafana/scenes';

const GRAPH = {
  drawStyle: 'line', lineInterpolation: 'linear', lineWidth: 1, lineStyle: undefined, fillOpacity: 0, gradientMode: 'none',
  showPoints: 'auto', pointSize: 5, spanNulls: false, insertNulls: false, stacking: { mode: 'none', group: 'A' },
  axisPlacement: 'auto', axisLabel: '', axisColorMode: 'text', axisBorderShow: false, scaleDistribution: { type: 'linear' },
  axisCenteredZero: false, hideFrom: { tooltip: false, viz: false, legend: false }, thresholdsStyle: { mode: 'off' },
  fillBelowTo: undefined, barAlignment: 0, barWidthFactor: 0.6, axisSoftMin: undefined, axisSoftMax: undefined,
  axisWidth: undefined, axisGridShow: undefined, barMaxWidth: undefined, transform: undefined,
};
const CELLS = {
  align: 'auto', cellOptions: { type: 'auto' }, inspect: false, minWidth: undefined, width: undefined,
  hideFrom: { tooltip: false, viz: false, legend: false },
};

const Empty = () => <div style={{ padding: 16 }}>No data</div>;

const Lines = ({ data, width, height, timeRange, timeZone, options }) =>
  data.series.length === 0 ? (
    <Empty />
  ) : (
    <Ui.TimeSeries
      frames={data.series}
      structureRev={1}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {() => null}
    </Ui.TimeSeries>
  );

const values = (props, sparkline) =>
  Data.getFieldDisplayValues({
    fieldConfig: props.fieldConfig,
    reduceOptions: props.options.reduceOptions,
    replaceVariables: props.replaceVariables,
    theme: THEME,
    data: props.data.series,
    timeZone: props.timeZone,
    sparkline,
  });

const THEME = Data.createTheme({ colors: { mode: 'light' } });

const Stat = (props) => (
  <Ui.VizRepeater
    width={props.width}
    height={props.height}
    source={props.data}
    orientation={props.options.orientation}
    getValues={() => values(props, props.options.graphMode !== 'none')}
    itemSpacing={4}
    renderCounter={props.renderCounter}
    renderValue={({ value, width, height, count }) => (
      <Ui.BigValue
        value={value.display}
        count={count}
        sparkline={value.sparkline}
        colorMode={props.options.colorMode}
        graphMode={props.options.graphMode}
        justifyMode={props.options.justifyMode}
        textMode={props.options.textMode}
        width={width}
        height={height}
        theme={THEME}
      />
    )}
  />
);

const Bars = (props) => (
  <Ui.VizRepeater
    width={props.width}
    height={props.height}
    source={props.data}
    orientation={props.options.orientation}
    getValues={() => values(props, false)}
    minVizHeight={props.options.minVizHeight}
    maxVizHeight={props.options.maxVizHeight}
    itemSpacing={8}
    renderCounter={props.renderCounter}
    renderValue={({ value, width, height }) => (
      <Ui.BarGauge
        value={value.display}
        field={value.field}
        display={value.view?.getFieldDisplayProcessor?.(value.colIndex)}
        text={props.options.text}
        width={width}
        height={height}
        orientation={props.options.orientation}
        theme={THEME}
        displayMode={props.options.displayMode}
        itemSpacing={8}
        lcdCellWidth={12}
      />
    )}
  />
);

/** Headers are the names that `organize` gave: Grafana's own panel takes them from there. */
const named = (frame) => ({
  ...frame,
  fields: frame.fields.map((field) => ({
    ...field,
    state: { ...field.state, displayName: Data.getFieldDisplayName(field, frame) },
  })),
});

const Table = (props) =>
  props.data.series[0] ? (
    <TableNG
      data={named(props.data.series[0])}
      width={props.width}
      height={props.height}
      noHeader={props.options.showHeader === false}
      cellHeight={props.options.cellHeight}
      initialSortBy={props.options.sortBy}
      structureRev={1}
      getActions={() => []}
      timeRange={props.timeRange}
      fieldConfig={props.fieldConfig}
      transparent={false}
      disableSanitizeHtml={false}
    />
  ) : (
    <Empty />
  );

function options(defaults) {
  return {
    useCustomConfig: (builder) => {
      for (const [id, defaultValue] of Object.entries(defaults)) {
        builder.addCustomEditor({
          id, path: id, name: id, defaultValue, editor: () => null, override: () => null, process: (x) => x, shouldApply: () => true,
        });
      }
    },
  };
}

export function registerPanels() {
  const register = (pluginId, component, defaults) =>
    sceneUtils.registerRuntimePanelPlugin({
      pluginId,
      plugin: new Data.PanelPlugin(component).useFieldConfig(defaults ? options(defaults) : {}),
    });
  register('timeseries', Lines, GRAPH);
  register('stat', Stat);
  register('bargauge', Bars);
  register('table', Table, CELLS);
}
