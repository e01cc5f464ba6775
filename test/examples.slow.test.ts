/** The examples of docs/researchers.md, each run over a dataset. `.ci/with-languages` brings what they are written for. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { families } from '../extractors/families.js';
import { compareAcross } from '../src/archive/across/across.js';
import { exportDataset } from '../src/archive/export/export.js';
import { NO_FILTERS } from '../src/archive/export/resource.js';
import { openStore } from '../src/archive/store/open.js';
import { put } from './archive/store.js';
import { ROOT } from './cli/juesuan.js';

type Command = readonly [string, ...string[]];

const PYTHON = process.env['JUESUAN_PYTHON'] ?? 'python3';

/** DuckDB as Python has it: the result of the first statement as CSV, the others only run. */
const DUCKDB = `
import csv, sys, duckdb
connection = duckdb.connect()
for index, statement in enumerate(duckdb.extract_statements(open(sys.argv[1], encoding="utf-8").read())):
    result = connection.execute(statement)
    heads, lines = [column[0] for column in result.description], result.fetchall()
    if not lines:
        sys.exit(f"statement {index + 1} gives nothing")
    if index == 0:
        csv.writer(sys.stdout).writerows([heads, *lines])
`;

interface Example {
  readonly title: string;
  readonly file: string;
  /** What the machine must be able to run. */
  readonly needs: Command;
  readonly run: (file: string, dataset: string) => Command;
  readonly env?: NodeJS.ProcessEnv;
}

const python = (library: string, file: string): Example => ({
  ...{ title: library, file, needs: [PYTHON, '-c', `import ${library}`] },
  run: (example, dataset) => [PYTHON, example, dataset],
});
const R: Omit<Example, 'title'> = {
  ...{ file: 'indicators.R', needs: ['Rscript', '--version'] },
  run: (example, dataset) => ['Rscript', example, dataset],
};

const EXAMPLES: readonly Example[] = [
  python('pandas', 'indicators_pandas.py'),
  python('polars', 'indicators_polars.py'),
  { ...python('duckdb', 'indicators.sql'), run: (example) => [PYTHON, '-c', DUCKDB, example] },
  { title: 'R', ...R },
  // As on servers without a locale, where nothing beyond ASCII has a place.
  { title: 'R in the locale C', ...R, env: { LC_ALL: 'C' } },
];

const start = ([program, ...args]: Command, cwd: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, PYTHONUTF8: '1', ...env } });

const SAMPLES = ['beiguan-2024', 'qinghe-culture-2022', 'shanyin-court-2021', 'tongbai-market-2020'];
const GOOD: readonly (string | undefined)[] = ['proved', 'uncontradicted', 'corrected'];

const linesOf = (text: string | Buffer): Record<string, string>[] => parse(text, { bom: true, columns: true });

const inFen = (yuan: string | undefined): number => Math.round(Number(yuan) * 100);

describe('an example gives the 三公 of each department and year', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'juesuan-test-'));
  const dataset = path.join(folder, 'dataset');
  let expected: readonly (readonly [string | undefined, number])[] = [];

  beforeAll(async () => {
    const store = await openStore(path.join(folder, 'store'));
    try {
      await put(store, Object.fromEntries(SAMPLES.map((name) => [`${name}.pdf`, readFileSync(`samples/${name}.pdf`)])));
      await compareAcross(store, families, 'stamp');
      await exportDataset(store, dataset, ['csv', 'parquet'], NO_FILTERS);
    } finally {
      await store.close();
    }
    expected = linesOf(readFileSync(path.join(dataset, 'indicators.csv')))
      .filter(({ indicator, kind, status }) => indicator === 'three-public/total' && kind === '部门决算' && GOOD.includes(status))
      .map(({ year, yuan }) => [year, inFen(yuan)]);
    expect(expected.length).toBeGreaterThan(2);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const { title, file, needs, run, env } of EXAMPLES) {
    const isThere = start(needs, ROOT).status === 0;
    test.skipIf(!isThere)(`${title}${isThere ? '' : ` (not run: ${needs.join(' ')} fails here)`}`, () => {
      const { status, stdout, stderr } = start(run(path.join(ROOT, 'examples', file), dataset), dataset, env);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const given = linesOf(stdout).map(({ year, fen, yuan }) => [year, fen === undefined ? inFen(yuan) : Number(fen)]);
      expect(given).toEqual(expected);
    });
  }
});
