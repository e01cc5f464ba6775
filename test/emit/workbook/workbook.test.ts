import path from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { must } from '../../../src/base/invariant.js';
import type { SheetCell, SheetRow, Worksheet } from '../../../src/emit/workbook/sheet.js';
import { WorkbookWriter } from '../../../src/emit/workbook/workbook.js';

function written(...sheets: Worksheet[]): Uint8Array {
  const workbook = new WorkbookWriter({ name: '宋体', size: 10 });
  for (const sheet of sheets) workbook.add(sheet);
  return workbook.end();
}

const sheetOf = (...rows: (SheetCell | null)[][]): Worksheet => ({ name: '甲', rows: rows.map((cells) => ({ cells })), widths: [] });

async function read(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return must(workbook.worksheets[0], 'a sheet');
}

/** The files of the package by path. */
const partsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

const EVERYTHING: Worksheet = {
  name: "表'<&1",
  rows: [
    { height: 20, cells: [{ value: 'a', style: { bold: true }, columnSpan: 2, rowSpan: 2 }, null, { value: 1, format: '0.000' }] },
    { cells: [null, null, { value: 2, formula: 'C1*2', link: { sheet: "表'<&1", address: 'A1' } }] },
  ],
  widths: [10, 20],
  frozenRows: 1,
  gridLines: false,
  landscape: true,
  printedColumns: 28,
  notes: [{ row: 0, column: 2, text: '注' }],
  colourRules: [{ from: { row: 0, column: 2 }, to: { row: 1, column: 2 }, formula: 'C1>1', fill: '#F8CBAD' }],
  table: { columns: ['a', 'b', 'c'], rows: 1 },
};

describe('the package', () => {
  const parts = partsOf(written(EVERYTHING, sheetOf([{ value: 'b' }])));

  test('only the columns that are to be printed are', async () => {
    const workbook = partsOf(written(sheetOf([{ value: 1 }]), EVERYTHING)).get('xl/workbook.xml');
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">&#39;表&#39;&#39;&lt;&amp;1&#39;!$A:$AB</definedName>`,
    );
    expect(partsOf(written(sheetOf([{ value: 1 }]))).get('xl/workbook.xml')).not.toContain('definedName');
  });

  test('has every part that another leads to', () => {
    const targets = [...parts].flatMap(([name, xml]) => {
      if (!name.endsWith('.rels')) return [];
      const folder = path.dirname(path.dirname(name));
      return [...xml.matchAll(/ Target="([^"]*)"/g)].map(([, target = '']) => path.join(folder, target));
    });
    expect(targets.length).toBe(new Set(targets).size);
    expect(targets.filter((target) => !parts.has(target))).toEqual([]);
    const reached = [...targets, '[Content_Types].xml'];
    expect([...parts.keys()].filter((name) => !name.endsWith('.rels') && !reached.includes(name))).toEqual([]);
  });

  test('names the type of every part', () => {
    const types = must(parts.get('[Content_Types].xml'), 'types');
    const named = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, name]) => name);
    const parted = [...parts.keys()].filter((name) => /\.xml$/.test(name) && !name.startsWith('['));
    expect(named.toSorted()).toEqual(parted.toSorted());
  });

  test('begins with the part by which programs recognise it', () => {
    expect([...parts.keys()][0]).toBe('_rels/.rels');
  });

  test('has the children of a sheet in the order of the standard (ECMA-376 part 1, 18.3.1.99)', () => {
    const order = [
      ...['sheetPr', 'sheetViews', 'cols', 'sheetData', 'mergeCells', 'conditionalFormatting', 'hyperlinks'],
      ...['pageMargins', 'pageSetup', 'legacyDrawing', 'tableParts'],
    ];
    const xml = must(parts.get('xl/worksheets/sheet1.xml'), 'a sheet');
    const at = order.map((name) => xml.indexOf(`<${name}`));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
  });
});

describe('cells', () => {
  test('those under a merged one take its look, so that its border is whole', async () => {
    const style = { border: '#A6A6A6' } as const;
    const bytes = written(sheetOf([{ value: 1, format: '0.00', style, columnSpan: 2, rowSpan: 2 }, null], [null, null, { value: 2 }]));
    const sheet = await read(bytes);
    expect(sheet.model.merges).toEqual(['A1:B2']);
    const xml = must(partsOf(bytes).get('xl/worksheets/sheet1.xml'), 'a sheet');
    expect([...xml.matchAll(/<c r="(\w+)" s="(\d)"/g)].map(([, address, look]) => [address, look])).toEqual([
      ['A1', '2'],
      ['B1', '1'],
      ['A2', '1'],
      ['B2', '1'],
    ]);
  });

  test('a merged one may reach beyond the last cell of its row', async () => {
    expect((await read(written(sheetOf([{ value: 'a', columnSpan: 3 }])))).model.merges).toEqual(['A1:C1']);
  });

  test('one under a merged one is an error, as is a merged one that reaches below the last row', () => {
    expect(() => written(sheetOf([{ value: 'a', columnSpan: 2 }, { value: 'b' }]))).toThrow('Sheet: B1 lies under a merged cell.');
    expect(() => written(sheetOf([{ value: 'a', rowSpan: 2 }], [{ value: 'b' }]))).toThrow('Sheet: A2 lies under a merged cell.');
    expect(() => written(sheetOf([{ value: 'a', rowSpan: 2 }]))).toThrow('reaches below the last row');
  });

  test('a formula needs the number that it gives', () => {
    expect(() => written(sheetOf([{ value: 'a', formula: 'A2' }]))).toThrow('Sheet: A1 has a formula and no number.');
  });

  test('white space at the ends of a text stays', async () => {
    const bytes = written(sheetOf([{ value: ' a\n' }]));
    expect(partsOf(bytes).get('xl/sharedStrings.xml')).toContain('<t xml:space="preserve"> a\n</t>');
    expect((await read(bytes)).getCell('A1').value).toBe(' a\n');
  });

  test('a text that stands in many cells is written once', () => {
    expect(
      partsOf(written(sheetOf([{ value: 'x' }], [{ value: 'x' }])))
        .get('xl/sharedStrings.xml')
        ?.match(/<t>/g),
    ).toHaveLength(1);
  });
});

describe('looks', () => {
  test('equal ones are one, formats that every spreadsheet knows have their number', () => {
    const styled = (format: string): SheetCell => ({ value: 1, format, style: { bold: true, fill: '#E2EFDA' } });
    const styles = partsOf(written(sheetOf([styled('0.00'), styled('0.00'), styled('0.000'), styled('@')]))).get('xl/styles.xml') ?? '';
    expect(styles).toContain('<cellXfs count="4">');
    expect(styles).toContain('<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts>');
    expect([...styles.matchAll(/<xf numFmtId="(\d+)" fontId="1"/g)].map(([, id]) => id)).toEqual(['2', '164', '49']);
  });
});

describe('writing', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('asks for rows while it writes, one after the other', () => {
    const asked: number[] = [];
    function* rows(): Generator<SheetRow> {
      for (let row = 0; row < 1000; row += 1) {
        asked.push(row);
        yield { cells: [{ value: row }] };
      }
    }
    const workbook = new WorkbookWriter({ name: '宋体', size: 10 });
    const sheet = { name: '甲', rows: rows(), widths: [] };
    expect(asked).toEqual([]);
    workbook.add(sheet);
    expect(asked).toHaveLength(1000);
    expect(partsOf(workbook.end()).get('xl/worksheets/sheet1.xml')).toContain('<c r="A1000"><v>999</v></c>');
  });

  test('gives the same bytes in every time zone', () => {
    vi.stubEnv('TZ', 'America/New_York');
    const west = written(EVERYTHING);
    vi.stubEnv('TZ', 'Asia/Shanghai');
    expect(Buffer.compare(west, written(EVERYTHING))).toBe(0);
  });
});
