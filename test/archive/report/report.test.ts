import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { compareAcross } from '../../../src/archive/across/across.js';
import { storeRules } from '../../../src/archive/across/finding.js';
import { toHtml } from '../../../src/archive/report/html.js';
import { makeReport } from '../../../src/archive/report/report.js';
import { toText } from '../../../src/archive/report/text.js';
import { NO_COUNTS } from '../../../src/archive/run/events.js';
import { beginRun, endRun, saveEvents } from '../../../src/archive/store/runs.js';
import { ROOT, SAMPLE } from '../../cli/juesuan.js';
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

  const text = toText(report);
  expect(text).toContain('Run 2: done');
  expect(text).toContain('not-readable: <i>.pdf');
  expect(text).toContain('各项之和为307.87万元');
  const html = toHtml(report);
  expect(html).toContain('&#60;i&#62;.pdf');
  expect(html).not.toMatch(/<i>|<script|https?:/);
  expect(html.match(/class="y missing"/g)).toHaveLength(4);
});

test('every rule between documents is explained in docs/archive.md', () => {
  const text = readFileSync(`${ROOT}/docs/archive.md`, 'utf8');
  for (const rule of storeRules(families)) expect(text).toContain(`\`${rule}\``);
});
