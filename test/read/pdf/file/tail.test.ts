import { describe, expect, test } from 'vitest';
import { withRemarks } from '../../../../src/pipeline/disclosure.js';
import { emptyDisclosure } from '../../../../src/pipeline/empty.js';
import { describeSource } from '../../../../src/pipeline/source.js';
import { pdf } from '../../../../src/read/pdf/container.js';
import { type WholeFile, wholeFile } from '../../../../src/read/pdf/file/tail.js';
import { ENGINE_CHOICES } from '../../../../src/read/pdf/policy.js';
import { helvetica } from '../conformance/engines.js';
import { TinyPdf } from '../tiny-pdf.js';

const tiny = new TinyPdf();
tiny.page(helvetica(20, 30, 'A'));
tiny.page(helvetica(20, 30, 'B'));
const whole = Buffer.from(tiny.bytes());
/** Its length up to the words, and those counted. */
const upTo = (words: string, more = 0) => whole.subarray(0, whole.lastIndexOf(words) + more);
const messages = ({ remarks }: WholeFile) => remarks.map(({ message }) => message);

describe('a file without its end', () => {
  test.each([
    ['the cross-references', upTo('xref\n0')],
    ['half of them', upTo('xref\n0', 40)],
    ['the trailer', upTo('trailer')],
    ['the blank behind the last object too', upTo('endobj', 6)],
  ])('is read all the same where it lacks only %s, and says so', async (_, bytes) => {
    expect(messages(wholeFile(bytes))).toEqual(['文件缺少结尾（交叉引用表和%%EOF），各页的内容都在。']);
    for (const engine of ENGINE_CHOICES) {
      const source = await pdf.open(bytes, { engine });
      if (source.kind !== 'paged') throw new Error('no pages');
      expect(source.remarks).toMatchObject([{ rule: { id: 'TRUNCATED-TAIL' } }]);
      expect([await source.read(1), await source.read(2)]).toMatchObject([{ glyphs: [{ text: 'A' }] }, { glyphs: [{ text: 'B' }] }]);
      await source.close();
    }
  });

  test('is refused, or names the pages that lack something, wherever an object is cut or missing', () => {
    const judged = (length: number): number[] | null => {
      try {
        return [...(wholeFile(whole.subarray(0, length)).cut?.lost ?? [])];
      } catch (cause) {
        expect(cause).toMatchObject({ reason: 'truncated' });
        return null;
      }
    };
    const end = whole.lastIndexOf('endobj') + 6;
    const firstPage = whole.indexOf('endobj', whole.indexOf('/Type /Page /Parent')) + 6;
    for (let length = 0; length < end; length++) expect(judged(length), `${length}`).toEqual(length < firstPage ? null : [2]);
    expect(judged(end)).toEqual([]);
  });

  test('has its whole pages read; the others are truncated, each by itself', async () => {
    const source = await pdf.open(upTo('endobj', -30), {});
    if (source.kind !== 'paged') throw new Error('no pages');
    expect(await source.read(1)).toMatchObject({ glyphs: [{ text: 'A' }] });
    expect(await source.read(2)).toMatchObject({ number: 2, reason: 'truncated', hopeless: true });
    await source.close();
  });

  test('may be incomplete where it was revised', () => {
    const revised = `${whole.toString('latin1')}${' '.repeat(5000)}\n99 0 obj\n<< >>\nendobj\n`;
    expect(wholeFile(Buffer.from(revised, 'latin1')).remarks).toMatchObject([{ doubt: { reason: 'truncated' } }]);
  });

  test('is truncated where it is locked and does not say how', () => {
    const locked = whole.toString('latin1', 0, whole.lastIndexOf('xref\n0')).concat('99 0 obj\n<< /Filter /Standard /V 1 >>\nendobj\n');
    expect(() => wholeFile(Buffer.from(locked, 'latin1'))).toThrow(/cut off/);
  });

  test('keeps what it says of its lock', async () => {
    const locked = Buffer.from(tiny.bytes({ owner: 'o', user: '' }));
    const source = await pdf.open(locked.subarray(0, locked.lastIndexOf('startxref')), {});
    if (source.kind !== 'paged') throw new Error('no pages');
    expect(await source.read(2)).toMatchObject({ glyphs: [{ text: 'B' }] });
    await source.close();
  });

  test('that is whole stays as it is, also where zeros follow', () => {
    expect(wholeFile(whole)).toEqual({ bytes: whole, remarks: [] });
    const filled = Buffer.concat([whole, Buffer.alloc(9000)]);
    expect(wholeFile(filled)).toEqual({ bytes: filled, remarks: [] });
  });

  test('makes a result partial only where pages may be missing', () => {
    const empty = emptyDisclosure(describeSource(whole, 'a.pdf'));
    const revised = wholeFile(Buffer.concat([whole, Buffer.alloc(5000, ' '), Buffer.from('\n99 0 obj\n<< >>\nendobj\n')])).remarks;
    const ended = (outcome: typeof empty.outcome, remarks = revised) => withRemarks({ ...empty, outcome }, remarks);
    const sound = { status: 'ok', reason: null, message: null } as const;
    const { outcome, findings } = ended(sound);
    expect(outcome).toMatchObject({ status: 'partial', reason: 'truncated', message: expect.stringMatching(/revision/) });
    expect(findings).toMatchObject([{ rule: 'TRUNCATED-TAIL', severity: 'warning' }]);
    expect(ended(sound, wholeFile(upTo('xref\n0')).remarks)).toMatchObject({ outcome: sound, findings: [{ rule: 'TRUNCATED-TAIL' }] });
    expect(ended({ status: 'partial', reason: 'no-text', message: 'Page 2.' }).outcome).toMatchObject({
      reason: 'no-text',
      message: expect.stringMatching(/^Page 2\. The end/),
    });
    const failed = { status: 'failed', reason: 'no-tables', message: 'None.' } as const;
    expect(ended(failed).outcome).toEqual(failed);
  });
});
