import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { type PagePicture, picturesToPdf } from '../../../bench/picture-pdf.js';
import type { Disclosure, DisclosureTable } from '../../../schemas/disclosure.js';
import { boxOf } from '../../../src/model/box.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { pagedOrThrow } from '../../../src/read/containers.js';
import { openToRead, readDocument } from '../../../src/read/read.js';
import { rendered } from '../pdf/rendered.js';

/** The 收入决算表 of a sample, as a scanner would give it. */
const SAMPLE = new URL('../../../samples/beiguan-2024.pdf', import.meta.url);
const PAGE = 8;
const DPI = 200;
/** ms. The models are loaded, and the machine may be busy. */
const PATIENCE = 240_000;

let printed: DisclosureTable | undefined;
let picture: PagePicture;

beforeAll(async () => {
  const bytes = new Uint8Array(await readFile(SAMPLE));
  printed = (await extractDisclosure(bytes)).tables.find((table) => table.pages.includes(PAGE));
  picture = await rendered(bytes, PAGE, { dpi: DPI });
}, PATIENCE);

const values = (table: DisclosureTable | undefined) =>
  table?.rows.map(({ code, name, cells }) => [code, name, Object.entries(cells).map(([key, { value }]) => [key, value])]);

const scan = (pictures: readonly PagePicture[], ocr: 'auto' | 'off' = 'auto'): Promise<Disclosure> =>
  extractDisclosure(picturesToPdf(pictures, DPI), { ocr });

function upsideDown({ width, height, rgba }: PagePicture): PagePicture {
  const turned = new Uint8Array(rgba.length);
  for (let i = 0; i < width * height; i++) turned.set(rgba.subarray(4 * i, 4 * i + 4), 4 * (width * height - 1 - i));
  return { width, height, rgba: turned };
}

test(
  'a scanned page gives the values of the printed one, upside down as well, and the same again',
  async () => {
    const read = await scan([picture, upsideDown(picture)]);
    expect(read.pages.map((page) => page.method)).toEqual(['ocr', 'ocr']);
    const [upright, turned] = read.tables.filter((table) => table.form === 'income');
    expect(values(upright)).toEqual(values(printed));
    expect(values(turned)).toEqual(values(printed));
    expect(Object.values(upright?.rows[0]?.cells ?? {}).every((cell) => cell.method === 'ocr')).toBe(true);
    const alone = await scan([picture]);
    expect(alone.tables[0]).toEqual(read.tables[0]);
  },
  PATIENCE,
);

test(
  'a value lies where it is printed',
  async () => {
    const read = (await scan([picture])).tables.find((table) => table.form === 'income');
    for (const [r, row] of (read?.rows ?? []).entries()) {
      for (const [key, cell] of Object.entries(row.cells)) {
        const box = boxOf(cell);
        const there = printed?.rows[r]?.cells[key]?.box ?? [0, 0, 0, 0];
        expect(Math.abs((box[0] + box[2]) / 2 - (there[0] + there[2]) / 2)).toBeLessThan(4);
        expect(Math.abs((box[1] + box[3]) / 2 - (there[1] + there[3]) / 2)).toBeLessThan(4);
      }
    }
  },
  PATIENCE,
);

test('without OCR a scan has no text', async () => {
  const { outcome, pages } = await scan([picture], 'off');
  expect(outcome).toMatchObject({ status: 'failed', reason: 'no-text' });
  expect(pages[0]).toMatchObject({ method: 'none', reason: 'no-text' });
});

test(
  'a page that takes too long is timed out, and says so',
  async () => {
    const bytes = picturesToPdf([picture], DPI);
    const source = pagedOrThrow(await openToRead(bytes, {}));
    const [page] = await readDocument(source, { pageTime: -1 });
    await source.close();
    expect(page && 'ocr' in page ? page.ocr : null).toEqual({ ended: 'timed-out', tilt: 0 });
  },
  PATIENCE,
);
