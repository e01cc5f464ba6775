/** Opening documents, and what becomes of those that cannot be opened, for every engine. */
import { describe, expect, test } from 'vitest';
import { DisclosureError } from '../../../../src/base/errors.js';
import { type Lock, type PageEntries, TinyPdf } from '../tiny-pdf.js';
import { asRead, engines, helvetica, pageOf, placesOf, readAll } from './engines.js';

describe.each(engines)('%s', (_, reader) => {
  const draw = (content: string, entries?: PageEntries) => pageOf(reader, content, entries);

  describe('documents', () => {
    test('an empty page is a page', async () => {
      expect(await draw('')).toEqual({ number: 1, width: 200, height: 100, rotation: 0, glyphs: [], rules: [], fills: [], images: [] });
    });

    test('pages are numbered from 1 and read in any order, also twice', async () => {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, '1'));
      pdf.page(helvetica(20, 30, '2'));
      const document = await reader.open(pdf.bytes(), undefined);
      expect(document.pages).toBe(2);
      for (const number of [2, 1, 2]) {
        const page = asRead(await document.read(number));
        expect([page.number, ...page.glyphs.map((g) => g.text)]).toEqual([number, String(number)]);
      }
      await document.close();
    });

    test('a page that is no page comes back unread, the others are read', async () => {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, 'A'));
      pdf.kid('99 0 R');
      const [first, second] = await readAll(reader, pdf.bytes());
      expect(placesOf(asRead(first))).toEqual([['A', 20, 70]]);
      expect(second).toMatchObject({ number: 2, problem: expect.stringMatching(/./) });
    });

    test("the caller's bytes stay his", async () => {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, 'A'));
      const bytes = pdf.bytes();
      const before = bytes.slice();
      await readAll(reader, bytes);
      expect(bytes).toEqual(before);
    });

    test.each([
      [{ owner: 'o', user: 'u' }, undefined, 'encrypted: This PDF needs a password to open. Pass it with --password.'],
      [{ owner: 'o', user: 'u' }, 'x', 'wrong-password: The password does not open this PDF.'],
      [{ owner: 'o', user: 'u' }, 'u', 'A'],
      [{ owner: 'o', user: 'u' }, 'o', 'A'],
      [{ owner: 'o', user: '' }, undefined, 'A'],
    ] as [Lock, string | undefined, string][])('locked with %o, opened with %s: %s', async (lock, password, outcome) => {
      const pdf = new TinyPdf();
      pdf.page(helvetica(20, 30, 'A'));
      const reading = readAll(reader, pdf.bytes(lock), password).then(
        ([page]) =>
          asRead(page)
            .glyphs.map((g) => g.text)
            .join(''),
        (cause: DisclosureError) => `${cause.reason}: ${cause.message}`,
      );
      expect(await reading).toBe(outcome);
    });

    test.each([
      ['no objects', '%PDF-1.5\nnothing here\nstartxref\n0\n%%EOF\n'],
      ['no pages', '%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'],
      ['no bytes', ''],
    ])('a PDF with %s is damaged, in a sentence that says so', async (_name, text) => {
      const error: unknown = await reader.open(new Uint8Array(Buffer.from(text)), undefined).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(DisclosureError);
      expect(error).toMatchObject({
        reason: 'damaged',
        message: expect.stringMatching(/^The PDF is damaged and cannot be opened \(.+\)\.$/),
      });
    });
  });
});
