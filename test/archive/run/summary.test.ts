import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NO_COUNTS, type RunResult } from '../../../src/archive/run/events.js';
import { problemsOf } from '../../../src/archive/run/problems.js';
import { failedSummary, toSummary } from '../../../src/archive/run/summary.js';
import { WHY_READ } from '../../../src/archive/run/why.js';
import { ROOT } from '../../cli/juesuan.js';

const nothing: RunResult = {
  ...NO_COUNTS,
  id: 7,
  reasons: { failed: {}, quarantined: {}, postponed: {}, unreadable: {} },
  missing: [],
  own: 0,
};
const left = (postponed: Record<string, number>, more: Partial<RunResult> = {}): RunResult => ({
  ...nothing,
  postponed: Object.values(postponed).reduce((sum, count) => sum + count, 0),
  reasons: { ...nothing.reasons, postponed },
  ...more,
});

test('documents that cannot be read are nothing unusual; what could not be had is', () => {
  expect(problemsOf({ ...nothing, failed: 3, quarantined: 1 })).toEqual([]);
  expect(problemsOf(left({ 'http-404': 1, changed: 2 }, { extracted: 5 }))).toEqual(['1 documents could not be had: 1 http-404']);
});

test('a document that changed meanwhile is no alarm, a night in which nothing else happened is', () => {
  expect(problemsOf(left({ changed: 2 }, { extracted: 1 }))).toEqual([]);
  expect(problemsOf(left({ 'other-worker': 2, stopped: 1 }))).toEqual([]);
  expect(problemsOf(left({ changed: 2 }))).toEqual(['no document could be read: 2 changed']);
});

test('a run that is stopped says so, and what was counted by then', () => {
  expect(toSummary(left({ stopped: 1 }), 143, true, 1234)).toEqual({
    schemaVersion: '1',
    state: 'stopped',
    exitCode: 143,
    problems: [],
    run: 7,
    seconds: 1.2,
    files: { found: 0, new: 0, changed: 0, gone: 0, missing: 0, asBefore: 0, own: 0, unreadable: 0 },
    documents: { extracted: 0, failed: 0, quarantined: 0, postponed: 1, renewed: 0, lost: 0, pages: 0 },
    reasons: { failed: {}, quarantined: {}, postponed: { stopped: 1 }, unreadable: {} },
  });
});

test('docs/archive.md explains every field of the summary, and every reason to read', () => {
  const docs = readFileSync(path.join(ROOT, 'docs/archive.md'), 'utf8');
  const { files, documents, reasons, ...rest } = toSummary(nothing, 0, false, 0);
  const fields = [rest, { files, documents, reasons }, files, documents, reasons].flatMap((part) => Object.keys(part ?? {}));
  expect(fields.filter((field) => !docs.includes(`\`${field}\``))).toEqual([]);
  expect(WHY_READ.filter((why) => !docs.includes(why === 'retry' ? '`--retry`' : `\`${why}\``))).toEqual([]);
  expect(Object.keys(failedSummary('', 1, 0)).toSorted()).toEqual(Object.keys(toSummary(nothing, 0, false, 0)).toSorted());
});
