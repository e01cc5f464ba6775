import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { NO_COUNTS, type RunResult } from '../../src/archive/run/events.js';
import { observerFor } from '../../src/cli/archive-progress.js';

/** A terminal, and what was written to it. */
function terminal() {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 24 });
  const written: string[] = [];
  stream.on('data', (chunk) => written.push(String(chunk)));
  return { stderr: stream as unknown as NodeJS.WriteStream, text: () => written.join('') };
}

const result: RunResult = {
  ...NO_COUNTS,
  id: 1,
  reasons: { failed: {}, quarantined: {}, postponed: {}, unreadable: {} },
  missing: [],
  own: 0,
};

const done = { sha256: '', status: 'ok', reason: null, message: null, pages: 1, values: 1, ms: 1 };

test('the bar counts files, and goes by their bytes: the first documents are the largest', () => {
  const { stderr, text } = terminal();
  const observer = observerFor(stderr, 'text', false);
  observer.begin(4, [900, 50, 50]);
  observer.document({ ...done, path: 'large.pdf', bytes: 900 });
  observer.skipped(50);
  observer.end(result, 1000);
  // The last frame: 23 of 24 characters, two of three files.
  expect(text()).toMatch(/={23}- 2\/3 /);
});

test('what went wrong stands above the bar', () => {
  const { stderr, text } = terminal();
  const observer = observerFor(stderr, 'text', false);
  observer.begin(2, [10, 0]);
  observer.document({ ...done, path: 'bad.pdf', bytes: 10, status: 'quarantined', reason: 'timed-out', message: 'it was not done' });
  observer.event({ kind: 'unreadable', root: '/a', path: 'b.pdf', sha256: null, note: 'no permission' });
  observer.end(result, 1000);
  expect(text()).toContain('bad.pdf: quarantined (timed-out): it was not done');
  expect(text()).toContain('b.pdf: unreadable: no permission');
  expect(text()).toContain('2/2');
});

test('the end says why documents are left, and what somebody should look at', () => {
  const { stderr, text } = terminal();
  const observer = observerFor(Object.assign(stderr, { isTTY: false }), 'text', false);
  const reasons = { ...result.reasons, postponed: { changed: 1, refused: 2 } };
  observer.end({ ...result, postponed: 3, reasons, missing: [{ root: '/mnt/share', missing: 58, of: 58 }] }, 1000);
  expect(text()).toContain('3 left for the next run (1 changed, 2 refused)');
  expect(text()).toContain('2 documents could not be had: 2 refused');
  expect(text()).toContain('/mnt/share: 58 of 58 files are not there, and none of them counts as gone');
});
