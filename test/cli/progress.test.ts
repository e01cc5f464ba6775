import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { progressFor } from '../../src/cli/progress.js';
import { failedResult, unknownSummary } from '../../src/workers/document-result.js';
import type { DocumentResult } from '../../src/workers/job.js';

const good: DocumentResult = {
  outcome: { status: 'ok', reason: null, message: null },
  summary: { ...unknownSummary('good.pdf'), status: 'ok', tables: 9, values: 361, problems: 4 },
  doubtful: 0,
  written: ['out/good.json'],
  data: null,
};
const bad = failedResult('bad.pdf', 'The file is empty (0 bytes).', 'empty-file');

/** What a run over two documents writes to stderr. */
function written(isTTY: boolean, quiet: boolean): string {
  const stderr = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 });
  const progress = progressFor(stderr as unknown as NodeJS.WriteStream, 2, quiet);
  progress.onPage('in/good.pdf', 1, 31);
  progress.onDone('in/good.pdf', good);
  progress.aside(() => stderr.write('out/good.json\n'));
  progress.onDone('in/bad.pdf', bad);
  progress.end([good, bad]);
  return stderr.read() ?? '';
}

test('elsewhere than on a terminal: a line per document, and the sum', () => {
  expect(written(false, false)).toBe(
    [
      'in/good.pdf: ok, 9 tables, 361 values, 4 problems',
      'out/good.json',
      'in/bad.pdf: failed (empty-file): The file is empty (0 bytes).',
      '2 documents: 1 extracted, 1 failed; 5 problems to look at.',
      '',
    ].join('\n'),
  );
});

test('on a terminal: a bar that names the document, then what failed, and the sum', () => {
  const text = written(true, false);
  expect(text).toContain('2/2');
  expect(text).toContain(
    'in/bad.pdf: failed (empty-file): The file is empty (0 bytes).\n2 documents: 1 extracted, 1 failed; 5 problems to look at.\n',
  );
  expect(text).toContain('\r\u001B[Kout/good.json\n');
  expect(text).not.toContain('in/good.pdf: ok');
});

test('quiet: nothing of its own, on a terminal or elsewhere', () => {
  expect([written(true, true), written(false, true)]).toEqual(['out/good.json\n', 'out/good.json\n']);
});
