import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import type { Judged } from '../../../schemas/triage.js';
import { exportDataset } from '../../../src/archive/export/export.js';
import { NO_FILTERS } from '../../../src/archive/export/resource.js';
import { makeReport } from '../../../src/archive/report/report.js';
import type { RunEvent } from '../../../src/archive/run/events.js';
import { archiveFolders } from '../../../src/archive/run/folders.js';
import { problemsOf } from '../../../src/archive/run/problems.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import type { Store } from '../../../src/archive/store/store.js';
import { withJudgements } from '../../../src/triage/edit.js';
import { SAMPLE, temporaryFolder } from '../../cli/juesuan.js';
import { readSample } from '../../read-sample.js';
import { draw } from '../drawn.js';
import { folderOf, newStore, silent } from '../store.js';

const sample = await readSample('beiguan-2024');

const yes: Judged = { state: 'confirmed', note: '已电话核实' };
const no: Judged = { state: 'dismissed', note: '' };

function triageOf(states: Readonly<Record<number, Judged>>, { source, findings }: Disclosure = sample): string {
  const changes = Object.entries(states).map(([finding, now]) => ({ finding: Number(finding), was: null, now }));
  return JSON.stringify(withJudgements(null, source, findings, changes, { by: '张三', on: '2026-01-31' }));
}

/** A run over a folder, in which reading gives `results` by name. Gives the names of what was read, and the events. */
async function run(store: Store, folder: string, results: Readonly<Record<string, Disclosure>>) {
  const [read, events]: [string[], RunEvent[]] = [[], []];
  const reader = {
    submit: async ({ name, sha256, stamp, run }: { name: string; sha256: string; stamp: string; run: number }) => {
      read.push(name);
      const result = results[name];
      if (!result) throw new Error(`no result for ${name}`);
      await recordDisclosure(store, families, { ...result, source: { ...result.source, sha256 } }, { stamp, run, quarantined: false });
    },
    settle: async () => {},
    drain: async () => [],
    close: async () => {},
  };
  const observer = { ...silent, event: (event: RunEvent) => void events.push(event) };
  const context = { store, reader, observer, families, stop: new AbortController().signal };
  const result = await archiveFolders({ folders: [folder], location: 'store', document: { ocr: 'off' }, retry: false }, context);
  return { read, events, result };
}

const judged = (store: Store) =>
  store.database.all('SELECT finding_index, state, note, judged_by, judged_on FROM judgements ORDER BY judgement_index');
const who = { judged_by: '张三', judged_on: '2026-01-31' };

test('judgements come into the store without reading the document again, and go where their file goes', async () => {
  const store = await newStore();
  const folder = folderOf({ 'in/a.pdf': readFileSync(SAMPLE) });
  const file = path.join(folder, 'in/a.triage.json');
  const results = { 'a.pdf': sample };
  expect((await run(store, folder, results)).read).toEqual(['a.pdf']);
  expect(await judged(store)).toEqual([]);

  writeFileSync(file, triageOf({ 1: yes }));
  expect((await run(store, folder, results)).read).toEqual([]);
  expect(await judged(store)).toEqual([{ finding_index: 1, ...yes, ...who }]);

  writeFileSync(file, triageOf({ 1: yes, 2: no }));
  await run(store, folder, results);
  expect(await judged(store)).toEqual([
    { finding_index: 1, ...yes, ...who },
    { finding_index: 2, ...no, ...who },
  ]);

  rmSync(file);
  await run(store, folder, results);
  expect(await judged(store)).toEqual([]);
});

test('a triage file is broken → it is told, exit code 1, and its judgements stay as they were → mend it, or take it away', async () => {
  const store = await newStore();
  const folder = folderOf({ 'in/a.pdf': readFileSync(SAMPLE), 'in/a.triage.json': triageOf({ 1: yes }) });
  await run(store, folder, { 'a.pdf': sample });
  writeFileSync(path.join(folder, 'in/a.triage.json'), '{');
  const { events, result } = await run(store, folder, {});
  expect(events).toMatchObject([
    { kind: 'provenance', path: 'in/a.pdf', note: expect.stringContaining('triage file beside it is broken') },
  ]);
  expect(problemsOf(result)).toEqual(['1 lines or fields of manifests and sidecars, or triage files, cannot be used']);
  expect(await judged(store)).toEqual([{ finding_index: 1, ...yes, ...who }]);
});

test('a document that is read anew has its judgements matched anew; one whose finding is gone is of none', async () => {
  const store = await newStore();
  const folder = folderOf({ 'a.pdf': readFileSync(SAMPLE), 'a.triage.json': triageOf({ 0: yes, 3: no }) });
  await run(store, folder, { 'a.pdf': sample });
  expect(await judged(store)).toMatchObject([{ finding_index: 0 }, { finding_index: 3 }]);

  const [first, ...others] = sample.findings;
  if (!first) throw new Error('the sample has findings');
  const again = { ...sample, findings: others.toReversed() };
  await store.database.run("UPDATE documents SET stamp = 'older'");
  // Until they are matched they are of no finding: the indexes have changed.
  await recordDisclosure(store, families, again, { stamp: 'older', run: 1, quarantined: false });
  expect(await judged(store)).toMatchObject([{ finding_index: null }, { finding_index: null }]);
  await run(store, folder, { 'a.pdf': again });
  const ofFinding = `SELECT f.message FROM judgements j LEFT JOIN findings f ON f.document = j.document AND f.finding_index = j.finding_index
    ORDER BY j.judgement_index`;
  expect(await store.database.all(ofFinding)).toEqual([{ message: null }, { message: sample.findings[3]?.message }]);
});

test('a judgement is of the document that its file names, also where another lies in its place by now', async () => {
  const store = await newStore();
  const folder = folderOf({ 'a.pdf': readFileSync(SAMPLE), 'a.triage.json': triageOf({ 0: yes }) });
  await run(store, folder, { 'a.pdf': sample });
  writeFileSync(path.join(folder, 'a.pdf'), draw({ department: '桐柏县档案馆', year: 2021 }));
  const { events } = await run(store, folder, { 'a.pdf': { ...sample, findings: [] } });
  expect(events.map(({ kind }) => kind)).toEqual(['changed']);
  const rows = 'SELECT d.sha256, j.finding_index FROM judgements j JOIN documents d ON d.id = j.document';
  expect(await store.database.all(rows)).toEqual([{ sha256: sample.source.sha256, finding_index: 0 }]);

  const strange = triageOf({ 0: yes }, { ...sample, source: { ...sample.source, sha256: 'f'.repeat(64) } });
  writeFileSync(path.join(folder, 'a.triage.json'), strange);
  expect((await run(store, folder, {})).events).toMatchObject([
    { kind: 'manifest', note: 'its judgements are of a document that is not in the store' },
  ]);
});

test('the dataset has them beside the findings, and all of them by themselves', async () => {
  const store = await newStore();
  const other = { ...sample, findings: sample.findings.slice(0, 3) };
  const folder = folderOf({ 'a.pdf': readFileSync(SAMPLE), 'a.triage.json': triageOf({ 1: yes, 5: no }) });
  await run(store, folder, { 'a.pdf': other });
  const out = temporaryFolder();
  await exportDataset(store, out, ['csv'], NO_FILTERS);
  const read = (name: string): Record<string, string>[] => parse(readFileSync(path.join(out, name)), { bom: true, columns: true });
  const told = read('findings.csv').map(({ finding, judgement, judgement_note }) => ({ finding, judgement, judgement_note }));
  expect(told).toEqual([
    { finding: '0', judgement: '', judgement_note: '' },
    { finding: '1', judgement: 'confirmed', judgement_note: '已电话核实' },
    { finding: '2', judgement: '', judgement_note: '' },
  ]);
  expect(read('judgements.csv')).toMatchObject([
    { judgement: 'confirmed', note: '已电话核实', judged_by: '张三', judged_on: '2026-01-31', finding: '1' },
    { judgement: 'dismissed', note: '', finding: '', message: sample.findings[5]?.message },
  ]);
});

test('the report leaves false alarms out of what is to be looked at, and counts what was judged', async () => {
  const store = await newStore();
  const errors = sample.findings.flatMap(({ severity }, index) => (severity === 'error' ? [index] : []));
  const folder = folderOf({
    'a.pdf': readFileSync(SAMPLE),
    'a.triage.json': triageOf(Object.fromEntries(errors.map((index) => [index, index === errors[1] ? yes : no]))),
  });
  await run(store, folder, { 'a.pdf': sample });
  const { worst, findings, matrix } = await makeReport(store);
  expect(worst).toMatchObject([{ message: sample.findings[errors[1] ?? 0]?.message, more: 0 }]);
  expect(findings).toMatchObject({
    errors: errors.length,
    judged: new Map([
      ['confirmed', 1],
      ['dismissed', errors.length - 1],
    ]),
  });
  expect(matrix.departments[0]?.years.get(2024)?.state).toBe('doubtful');
});
