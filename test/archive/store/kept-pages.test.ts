import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FolderPages, pagesFromJson, pagesToJson } from '../../../src/archive/store/kept-pages.js';
import type { Glyph, OcrReading } from '../../../src/model/glyph.js';
import type { WholePages } from '../../../src/pipeline/pages.js';
import { filesBelow, temporaryFolder } from '../../cli/juesuan.js';
import { newStore } from '../store.js';

const HASH = `abcd${'0'.repeat(60)}`;

const glyph = (text: string, x: number, reading?: OcrReading): Glyph => ({
  text,
  box: [x, 10 / 3, x + 9, 12.1],
  x,
  y: 11.7,
  size: 9,
  angle: 0,
  font: 'ocr',
  state: 'shown',
  ...(reading && { reading }),
});

const reading = (text: string): OcrReading => ({ text, raw: text, confidence: 0.1 + 0.2, alternatives: ['3.1'], doubtful: false });

/** A scan of two pages, the second of which could not be read; the two glyphs of a line share its reading. */
function scan(): WholePages {
  const line = reading('31');
  const glyphs = [glyph('3', 1 / 3, line), glyph('1', 9.5, line), glyph('印', 30), glyph('3', 50, reading('3'))];
  return {
    source: { pages: 2, producer: null },
    pages: [
      {
        number: 1,
        width: 595.32,
        height: 841.9,
        rotation: 0,
        glyphs,
        rules: [],
        fills: [],
        images: [[0, 0, 595, 841]],
        ocr: { ended: 'read', tilt: 0.5 },
      },
      { number: 2, width: 1, height: 1, rotation: 90, problem: 'it is damaged' },
    ],
  };
}

const glyphsOf = ({ pages }: WholePages) => pages.flatMap((page) => ('problem' in page ? [] : page.glyphs));

test('pages are the same when they are read back, and the glyphs of a line still share their reading', () => {
  const again = pagesFromJson(pagesToJson(scan()));
  expect(again).toEqual(scan());
  const [three, one, , other] = glyphsOf(again);
  expect(one?.reading).toBe(three?.reading);
  expect(other?.reading).not.toBe(three?.reading);
});

test('every number is the same to the last bit', () => {
  const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0));
  fc.assert(
    fc.property(anyNumber, (x) => {
      const [page] = scan().pages;
      if (page === undefined || 'problem' in page) throw new Error('a page');
      const pages: WholePages = { ...scan(), pages: [{ ...page, glyphs: [glyph('一', x)] }] };
      expect(glyphsOf(pagesFromJson(pagesToJson(pages)))[0]?.x).toBe(x);
    }),
  );
});

test('pages are kept for one stamp: under another, damaged, or never kept, there are none', async () => {
  const store = await newStore();
  const folder = temporaryFolder();
  const pages = new FolderPages(folder);
  expect(await pages.read(store.database, HASH, 'one')).toBeNull();
  await pages.write(store.database, HASH, 'one', scan());
  expect(await pages.read(store.database, HASH, 'one')).toEqual(scan());
  expect(await pages.read(store.database, HASH, 'two')).toBeNull();
  const [file = ''] = filesBelow(folder);
  expect(file).toBe(path.join('ab', 'cd', `${HASH}.json.gz`));
  writeFileSync(path.join(folder, file), 'damaged');
  expect(await pages.read(store.database, HASH, 'one')).toBeNull();
});
