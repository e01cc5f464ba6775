import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import type { DisclosureTable } from '../../../schemas/disclosure.js';
import { boxAround } from '../../../src/model/box.js';
import { toPng } from '../../../src/picture/png.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { docx, p, picture } from '../office.js';
import { rendered } from '../pdf/rendered.js';

/** The 收入决算表 of a sample, cut out along its frame. */
const SAMPLE = new URL('../../../samples/beiguan-2024.pdf', import.meta.url);
const PAGE = 8;
/** ms. The models are loaded, and the machine may be busy. */
const PATIENCE = 240_000;
const CM = 72 / 2.54;

let printed: DisclosureTable | undefined;
let png: Uint8Array;
let [width, height] = [0, 0];

beforeAll(async () => {
  const bytes = new Uint8Array(await readFile(SAMPLE));
  printed = (await extractDisclosure(bytes)).tables.find((table) => table.pages.includes(PAGE));
  const box = boxAround((printed?.grid.cells ?? []).flatMap(({ box: own }) => (own ? [own] : [])));
  png = toPng(await rendered(bytes, PAGE, { dpi: 200, box }));
  [width, height] = [(box[2] - box[0]) / CM, (box[3] - box[1]) / CM];
}, PATIENCE);

const text = (pictures: string) =>
  p('北关区工业和信息化局2024年度部门决算') + p('收入决算表') + p('公开02表') + p('单位：万元') + pictures + p('支出决算情况说明');

test(
  'a table that is a picture is read where it stands, as on a scan, with its place in words',
  async () => {
    const { outcome, tables, pages, findings } = await extractDisclosure(docx(text(picture('rId1', width, height)), {}, [png]));
    expect(outcome.status).toBe('ok');
    expect(pages).toEqual([expect.objectContaining({ number: 1, method: 'ocr', pictures: 'read', width: 0 })]);
    const [table] = tables;
    expect(table).toMatchObject({ form: 'income', title: '收入决算表', unit: '万元', pages: [1] });
    const values = (of: DisclosureTable | undefined) =>
      of?.rows.map(({ code, name, cells }) => [code, name, Object.entries(cells).map(([key, { value, status }]) => [key, value, status])]);
    expect(values(table)).toEqual(values(printed));
    const cells = table?.rows.flatMap((row) => Object.values(row.cells)) ?? [];
    expect(
      cells.every(
        ({ method, box, ref, page }) => method === 'ocr' && box === null && page === 1 && /^picture 1, row \d+, cell \d+$/.test(ref ?? ''),
      ),
    ).toBe(true);
    expect(findings.map(({ rule }) => rule)).not.toContain('PICTURE-UNREAD');
  },
  PATIENCE,
);

test(
  'without OCR, and where a picture cannot be drawn, it is told as before; one that shows no table is none',
  async () => {
    const unread = async (pictures: readonly Uint8Array[], ocr: 'auto' | 'off') => {
      const { findings, pages } = await extractDisclosure(docx(text(picture('rId1', width, height)), {}, pictures), { ocr });
      return [findings.filter(({ rule }) => rule === 'PICTURE-UNREAD').length, pages[0]?.pictures];
    };
    const plain = { width: 400, height: 300, rgba: new Uint8Array(400 * 300 * 4).map((_, i) => (i % 4 === 3 ? 255 : (i * 7) % 200)) };
    expect(await unread([png], 'off')).toEqual([1, undefined]);
    expect(await unread([Buffer.from('GIF89a')], 'auto')).toEqual([1, undefined]);
    expect(await unread([png.subarray(0, 400)], 'auto')).toEqual([1, undefined]);
    expect(await unread([toPng(plain)], 'auto')).toEqual([0, 'ignored']);
  },
  PATIENCE,
);
