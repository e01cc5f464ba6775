import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { compareAcross } from '../../../src/archive/across/across.js';
import { storeRules } from '../../../src/archive/across/finding.js';
import { toHtml } from '../../../src/archive/report/html.js';
import { reportToJson } from '../../../src/archive/report/json.js';
import { makeReport } from '../../../src/archive/report/report.js';
import { toText } from '../../../src/archive/report/text.js';
import { NO_COUNTS } from '../../../src/archive/run/events.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import { beginRun, endRun, saveEvents } from '../../../src/archive/store/runs.js';
import type { Store } from '../../../src/archive/store/store.js';
import type { Reason } from '../../../src/base/errors.js';
import { inLanguage } from '../../../src/base/language.js';
import { isMarkedPage, PAGE_HEAD } from '../../../src/base/own-mark.js';
import { ROOT, SAMPLE } from '../../cli/juesuan.js';
import { disclosure } from '../../emit/fixture.js';
import { draw } from '../drawn.js';
import { newStore, put } from '../store.js';

test('the report says what the run did, what is broken, doubtful and missing', async () => {
  const store = await newStore();
  await beginRun(store, 'stamp', ['/archive']);
  const run = await beginRun(store, 'stamp', ['/archive']);
  await saveEvents(store.database, run, [{ kind: 'new', root: '/archive', path: '<b>.pdf', sha256: null, note: null }]);
  await endRun(store, run, 'done', { ...NO_COUNTS, files: 4, new: 4, extracted: 3, failed: 1 });
  await put(store, {
    '2019.pdf': draw({ department: '桐柏县档案馆', year: 2019 }),
    '2021.pdf': draw({ department: '桐柏县档案馆', year: 2021 }),
    'beiguan.pdf': readFileSync(SAMPLE),
    '<i>.pdf': Buffer.from('<html>404</html>'),
  });
  await compareAcross(store, families, 'stamp');
  const report = await makeReport(store);
  expect(report.runs.map(({ state }) => state)).toEqual(['done', 'killed']);
  expect(report.matrix.years).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
  const archive = report.matrix.departments.find(({ department }) => department === '桐柏县档案馆');
  expect(archive?.region).toBe('河南省南阳市桐柏县');
  expect(archive?.missing).toEqual([2020, 2022, 2023, 2024]);
  expect(report.matrix.departments.find(({ department }) => department.includes('北关区'))?.years.get(2024)?.state).toBe('doubtful');

  // One line for each document, whatever is wrong with it.
  expect(report.worst.filter(({ file }) => file === 'beiguan.pdf')).toEqual([
    expect.objectContaining({ severity: 'error', more: expect.any(Number) }),
  ]);

  const text = toText(report);
  expect(text).toContain('Run 2: done');
  expect(text).toContain('Download again: not-readable 1 (1)\n  <i>.pdf: not-readable: ');
  expect(text).toContain('各项之和为307.87万元');
  const html = toHtml(report);
  expect(isMarkedPage(html.slice(0, PAGE_HEAD))).toBe(true);
  expect(html).toContain('&#60;i&#62;.pdf');
  expect(html).not.toMatch(/<i>|<script|https?:/);
  expect(html.match(/class="y missing"/g)).toHaveLength(4);
  // The words of all other files, not those of the store.
  expect(html).toMatch(/勾稽证实 \d+/);
  expect(html).toContain('<td>错误</td>');
  expect(html).not.toMatch(/proved|<td>error<|无法识读<\/span>/);
  const english = inLanguage('en', () => toHtml(report));
  expect(english).toContain('<html lang="en">');
  expect(english).toMatch(/<td>Total row: “第9页《支出决算表》/);
  expect(english).not.toMatch(/<h[12]>[^<]*\p{Script=Han}|<th>\p{Script=Han}|错误|提醒|缺<|份文件/u);
  expect(inLanguage('en', () => toText(report))).toContain('error: Total row: “');
});

interface Unread {
  readonly file: string;
  readonly reason: Reason | null;
  readonly status?: 'partial' | 'failed' | 'ok';
  readonly message?: string;
  readonly quarantined?: boolean;
  readonly gone?: number;
}

/** A store with documents that could not be read, or not whole. */
async function storeWith(documents: readonly Unread[]): Promise<Store> {
  const store = await newStore();
  await beginRun(store, 'stamp', ['/archive']);
  for (const [index, { file, reason, status = 'failed', message = 'Why.', quarantined = false, gone = 0 }] of documents.entries()) {
    const sha256 = String(index).padStart(64, '0');
    await recordDisclosure(
      store,
      families,
      {
        ...disclosure({ tables: [], sections: [], findings: [] }),
        source: { ...disclosure().source, sha256 },
        outcome: { status, reason, message },
      },
      { stamp: 'stamp', run: 1, quarantined },
    );
    const sql = "INSERT INTO files (root, path, sha256, state, gone) VALUES ('/archive', ?, ?, '', ?)";
    await store.database.run(sql, [file, sha256, gone]);
  }
  return store;
}

test('what was not read is ordered by what somebody must do; what is legible and of another kind needs nothing', async () => {
  const others = Array.from({ length: 240 }, (_, index): Unread => ({ file: `other-${index}.pdf`, reason: 'no-tables' }));
  const store = await storeWith([
    ...others,
    { file: 'scan.pdf', reason: 'no-text' },
    { file: 'closed.pdf', reason: 'encrypted' },
    { file: 'web.pdf', reason: 'not-readable' },
    { file: 'half.pdf', reason: 'truncated' },
    { file: 'web2.pdf', reason: 'not-readable' },
    { file: 'hangs.pdf', reason: 'timed-out', quarantined: true },
    { file: 'torn.pdf', reason: 'no-text', status: 'partial', message: `Pages that could not be read: ${'7, '.repeat(300)}.` },
    { file: 'fine.pdf', reason: null, status: 'ok' },
  ]);
  const { todo } = await makeReport(store);
  expect(todo.map(({ action, reasons }) => [action, ...reasons])).toEqual([
    ['download', ['not-readable', 2], ['truncated', 1]],
    ['password', ['encrypted', 1]],
    ['look', ['no-text', 2], ['timed-out', 1]],
    ['nothing', ['no-tables', 240]],
  ]);
  const text = toText(await makeReport(store));
  expect(text).not.toContain('other-');
  expect(text.split('\n').filter((line) => line.includes('.pdf'))).toEqual([
    '  web.pdf: not-readable: Why.',
    '  web2.pdf: not-readable: Why.',
    '  half.pdf: truncated: Why.',
    '  closed.pdf: encrypted: Why.',
    '  scan.pdf: no-text: Why.',
    expect.stringMatching(/^ {2}torn\.pdf: no-text, read in part: Pages that could not be read: 7, .*…$/),
    '  hangs.pdf: timed-out, in quarantine: Why.',
  ]);
  expect(toHtml(await makeReport(store))).toContain('无需处理（可读，但不是决算或预算）：240');
});

test('a document that was downloaded again, or is gone, is nothing to do any more', async () => {
  const store = await storeWith([
    { file: 'again.pdf', reason: 'truncated' },
    { file: 'gone.pdf', reason: 'not-readable', gone: 1 },
  ]);
  await store.database.run("UPDATE files SET sha256 = ? WHERE path = 'again.pdf'", ['f'.repeat(64)]);
  expect((await makeReport(store)).todo).toEqual([]);
});

test('what was left for the next run is counted by reason, as long as it is not in the store', async () => {
  const store = await storeWith([{ file: 'a.pdf', reason: null, status: 'ok' }]);
  const postponed = (path: string, sha256: string, note: string) => ({ kind: 'postponed' as const, root: '', path, sha256, note });
  await saveEvents(store.database, 1, [
    postponed('a.pdf', '0'.repeat(64), 'its address answers 503'),
    ...['b.pdf', 'c.pdf', 'c.pdf'].map((file) => postponed(file, 'f'.repeat(64), 'its address answers 503')),
    postponed('d.pdf', 'e'.repeat(64), 'The file changed while it was read.'),
  ]);
  const report = await makeReport(store);
  expect([...report.postponed]).toEqual([
    ['its address answers 503', 2],
    ['The file changed while it was read.', 1],
  ]);
  expect(toText(report)).toContain('Left for the next run (2)\n  2 documents: its address answers 503');
  const json = JSON.parse(reportToJson(report));
  expect(json).toMatchObject({ postponed: { 'its address answers 503': 2 }, todo: {}, runs: [{ id: 1 }] });
});

test('what went wrong stands before what is new, so that it is not cut off', async () => {
  const store = await storeWith([]);
  const event = (kind: 'new' | 'gone' | 'provenance', path: string) => ({ kind, root: '/archive', path, sha256: null, note: null });
  await saveEvents(store.database, 1, [
    ...Array.from({ length: 100 }, (_, index) => event('new', `${index}.pdf`)),
    event('gone', 'gone.pdf'),
    event('provenance', 'manifest.csv'),
  ]);
  const { events } = await makeReport(store);
  expect(events.slice(0, 3).map(({ kind }) => kind)).toEqual(['provenance', 'gone', 'new']);
});

test('every rule between documents is explained in docs/archive.md', () => {
  const text = readFileSync(`${ROOT}/docs/archive.md`, 'utf8');
  for (const rule of storeRules(families)) expect(text).toContain(`\`${rule}\``);
});
