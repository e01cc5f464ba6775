import { describe, expect, test } from 'vitest';
import { withLack } from '../../../../src/pipeline/disclosure.js';
import { emptyDisclosure } from '../../../../src/pipeline/empty.js';
import { describeSource } from '../../../../src/pipeline/source.js';
import { pdf } from '../../../../src/read/pdf/container.js';
import { wholeFile } from '../../../../src/read/pdf/file/tail.js';
import { ENGINE_CHOICES } from '../../../../src/read/pdf/policy.js';
import { helvetica } from '../conformance/engines.js';
import { TinyPdf } from '../tiny-pdf.js';

const tiny = new TinyPdf();
tiny.page(helvetica(20, 30, 'A'));
tiny.page(helvetica(20, 30, 'B'));
const whole = Buffer.from(tiny.bytes());
/** Its length up to the words, and those counted. */
const upTo = (words: string, more = 0) => whole.subarray(0, whole.lastIndexOf(words) + more);

describe('a file without its end', () => {
  test.each([
    ['the cross-references', upTo('xref\n0')],
    ['half of them', upTo('xref\n0', 40)],
    ['the trailer', upTo('trailer')],
    ['the blank behind the last object too', upTo('endobj', 6)],
  ])('is read all the same where it lacks only %s, and says so', async (_, bytes) => {
    expect(wholeFile(bytes).lacks).toMatch(/end of the PDF/);
    for (const engine of ENGINE_CHOICES) {
      const source = await pdf.open(bytes, { engine });
      if (source.kind !== 'paged') throw new Error('no pages');
      expect(source.lacks).toMatch(/end of the PDF/);
      expect([await source.read(1), await source.read(2)]).toMatchObject([{ glyphs: [{ text: 'A' }] }, { glyphs: [{ text: 'B' }] }]);
      await source.close();
    }
  });

  test('is truncated wherever an object is cut or missing', () => {
    for (let length = 0; length < whole.lastIndexOf('endobj') + 6; length++) {
      expect(() => wholeFile(whole.subarray(0, length)), `${length}`).toThrow(/cut off/);
    }
  });

  test('is truncated where it was revised, or locked', () => {
    const first = whole.toString('latin1');
    const revised = `${first}${' '.repeat(5000)}\n4 0 obj\n<< >>\nendobj\n`;
    const locked = first.slice(0, first.lastIndexOf('xref\n0')).concat('99 0 obj\n<< /Filter /Standard /V 1 >>\nendobj\n');
    for (const text of [revised, locked]) expect(() => wholeFile(Buffer.from(text, 'latin1'))).toThrow(/cut off/);
  });

  test('that is whole stays as it is', () => {
    expect(wholeFile(whole)).toEqual({ bytes: whole, lacks: null });
  });

  test('makes a sound result partial, and leaves a failed one', () => {
    const empty = emptyDisclosure(describeSource(whole, 'a.pdf'));
    const ended = (outcome: typeof empty.outcome) => withLack({ ...empty, outcome }, 'Its end is missing.').outcome;
    expect(ended({ status: 'ok', reason: null, message: null })).toEqual({
      status: 'partial',
      reason: 'truncated',
      message: 'Its end is missing.',
    });
    expect(ended({ status: 'partial', reason: 'no-text', message: 'Page 2.' })).toEqual({
      status: 'partial',
      reason: 'no-text',
      message: 'Page 2. Its end is missing.',
    });
    const failed = { status: 'failed', reason: 'no-tables', message: 'None.' } as const;
    expect(ended(failed)).toEqual(failed);
  });
});
