// A data source as Grafana's own libraries expect one, over the HTTP API of a Prometheus.
import * as Data from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';

export const META = {
  uid: 'pipecast-prometheus',
  name: 'Prometheus',
  type: 'prometheus',
  meta: { id: 'prometheus', info: { logos: {} } },
  jsonData: {},
};

const many = (value) => (Array.isArray(value) ? value.join('|') : value);

export class Prometheus extends Data.DataSourceApi {
  constructor(url) {
    super({ ...META, id: 1 });
    this.url = url;
  }

  async query(request) {
    const asked = request.targets.filter((target) => !target.hide);
    const frames = await Promise.all(asked.map((target) => this.target(target, request)));
    return { data: frames.flat(), state: 'Done' };
  }

  async target(target, request) {
    const from = Math.floor(request.range.from.valueOf() / 1000);
    const to = Math.floor(request.range.to.valueOf() / 1000);
    const step = Math.max(1, Math.ceil((request.intervalMs || 15000) / 1000));
    const scope = {
      ...request.scopedVars,
      __rate_interval: { value: `${Math.max(step * 4, 60)}s` },
      __interval: { value: `${step}s` },
      __range: { value: `${to - from}s` },
    };
    const query = encodeURIComponent(getTemplateSrv().replace(target.expr, scope, many));
    const instant = target.instant && !target.range;
    const path = instant ? `query?query=${query}&time=${to}` : `query_range?query=${query}&start=${from}&end=${to}&step=${step}`;
    const series = await this.get(path);
    return target.format === 'table' ? [rows(target, series)] : series.map((one) => line(target, one));
  }

  async get(path) {
    const answer = await (await fetch(`${this.url}/api/v1/${path}`)).json();
    if (answer.status !== 'success') {
      throw new Error(answer.error);
    }
    return answer.data.result ?? answer.data;
  }

  /** Values of a label: label_values(selector, label). */
  async metricFindQuery(query) {
    const text = typeof query === 'string' ? query : query.query;
    const [, selector, label] = text.match(/label_values\((.*),\s*(\w+)\)/);
    const chosen = getTemplateSrv().replace(selector, {}, many);
    const values = await this.get(`label/${label}/values?match[]=${encodeURIComponent(chosen)}`);
    return values.map((value) => ({ text: value, value }));
  }

  testDatasource() {
    return Promise.resolve({});
  }
}

/** A row a series, a column a label, as Grafana makes them of an instant query. */
function rows(target, series) {
  const labels = [...new Set(series.flatMap((one) => Object.keys(one.metric)))];
  return Data.toDataFrame({
    refId: target.refId,
    fields: [
      { name: 'Time', type: 'time', values: series.map((one) => one.value[0] * 1000) },
      ...labels.map((label) => ({ name: label, type: 'string', values: series.map((one) => one.metric[label]) })),
      { name: `Value #${target.refId}`, type: 'number', values: series.map((one) => +one.value[1]) },
    ],
  });
}

function line(target, one) {
  const values = one.values ?? [one.value];
  const legend = target.legendFormat?.replace(/{{\s*(\w+)\s*}}/g, (_, label) => one.metric[label] ?? '');
  return Data.toDataFrame({
    refId: target.refId,
    name: legend,
    fields: [
      { name: 'Time', type: 'time', values: values.map((value) => value[0] * 1000) },
      {
        name: 'Value',
        type: 'number',
        labels: one.metric,
        config: { displayNameFromDS: legend },
        values: values.map((value) => +value[1]),
      },
    ],
  });
}
