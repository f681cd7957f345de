// SPDX-License-Identifier: Apache-2.0
//
// Type-checks the committed boards against @grafana/schema: each board against Dashboard, each panel's options and
// field configuration against those of its kind.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const boards = process.argv[2];
const out = 'build/types';
const kinds = { barchart: 'BarChart', bargauge: 'BarGauge', stat: 'Stat', table: 'Table', timeseries: 'TimeSeries' };

// an enum of texts takes its texts; a partial of an object goes all the way down; annotation queries carry an expr
const prelude = `
type Loose<T> = T extends string ? \`\${T}\` : T extends Array<infer E> ? Array<Loose<E>>
  : T extends object ? { [K in keyof T]: Loose<T[K]> } : T;
`;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let panels = 0;
for (const file of readdirSync(boards).filter((name) => name.endsWith('.json'))) {
  const board = JSON.parse(readFileSync(join(boards, file), 'utf8'));
  for (const annotation of board.annotations.list) {
    for (const allowed of ['expr', 'titleFormat', 'step']) {
      delete annotation[allowed];
    }
  }
  const imports = new Set();
  const checks = board.panels.map((panel) => {
    const kind = kinds[panel.type];
    if (!kind) {
      throw new Error(`${file}: no types are known here for panels of type ${panel.type}`);
    }
    panels++;
    imports.add(panel.type);
    const custom = panel.fieldConfig.defaults.custom ?? {};
    const hasFields = ['barchart', 'table', 'timeseries'].includes(panel.type);
    return [
      `(${JSON.stringify(panel.options)}) satisfies Loose<${kind}.Options>;`,
      hasFields ? `(${JSON.stringify(custom)}) satisfies Loose<Partial<${kind}.FieldConfig>>;` : '',
    ].join('\n');
  });
  const header = [...imports].map(
    (type) =>
      `import type * as ${kinds[type]} from '@grafana/schema/dist/esm/raw/composable/${type}/panelcfg/x/${kinds[type]}PanelCfg_types.gen';`,
  );
  const text = [
    "import type { Dashboard } from '@grafana/schema';",
    ...header,
    prelude,
    `(${JSON.stringify(board)}) satisfies Loose<Dashboard>;`,
    ...checks,
  ].join('\n');
  writeFileSync(join(out, file.replace('.json', '.ts')), text);
}
writeFileSync(
  join(out, 'tsconfig.json'),
  JSON.stringify({
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
      types: [],
    },
    include: ['*.ts'],
  }),
);
const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', out], { encoding: 'utf8' });
process.stdout.write(tsc.stdout);
console.log(tsc.status === 0 ? `${panels} panels are of their types` : 'the boards do not type-check');
process.exit(tsc.status);
