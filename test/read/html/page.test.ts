import { describe, expect, test } from 'vitest';
import type { SheetBlock, SheetTable } from '../../../src/model/sheet.js';
import { html } from '../../../src/read/html/container.js';
import { decodePage } from '../../../src/read/html/decode.js';
import { pageToSheet } from '../../../src/read/html/page.js';

const blocksOf = (body: string) => pageToSheet(`<!doctype html><html><body>${body}</body></html>`).sheet.blocks;
const textsOf = (blocks: readonly SheetBlock[]) => blocks.flatMap((block) => (block.kind === 'text' ? [block.lines.join('/')] : []));
const tablesOf = (body: string) => blocksOf(body).filter((block): block is SheetTable => block.kind === 'table');
const cellsOf = (table: SheetTable | undefined) =>
  table?.cells.map(
    ({ lines, row, column, rowSpan, columnSpan }) =>
      `${lines.join('/')}@${row},${column}${rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''}`,
  );

const TWO_ROWS = '<tr><td>a<td>b</tr><tr><td>c<td>1.00</tr>';

describe('tables', () => {
  test('spans over rows and columns, rows without end tags', () => {
    const [table] = tablesOf('<table><tr><th colspan=2>项目<th rowspan=2>合计<tr><td>编码<td>名称<tr><td>201<td>行政<td>1.00</table>');
    expect(cellsOf(table)).toEqual(['项目@0,0 1×2', '合计@0,2 2×1', '编码@1,0', '名称@1,1', '201@2,0', '行政@2,1', '1.00@2,2']);
    expect(table?.cells.at(-1)?.ref).toBe('table 1, row 3, cell 3');
  });

  test('a span ends with its group of rows, and 0 is as far as that goes', () => {
    const [table] = tablesOf('<table><thead><tr><td rowspan=9>a<td>b</thead><tbody><tr><td rowspan=0>c<td>d<tr><td>e</tbody></table>');
    expect(cellsOf(table)).toEqual(['a@0,0', 'b@0,1', 'c@1,0 2×1', 'd@1,1', 'e@2,1']);
  });

  test('what is not displayed is none: by its style, by a class, by an attribute', () => {
    const style = '<style>.old, td.older { color: red; display : none }</style>';
    const [table] = tablesOf(
      `${style}<table><tr><td>a<td style="display:none">x<td class="n old">y<td hidden>z<td>b<tr style="visibility:hidden"><td>q<tr><td>c<td>d</table>`,
    );
    expect(cellsOf(table)).toEqual(['a@0,0', 'b@0,1', 'c@1,0', 'd@1,1']);
  });

  test('tables that place others on the page are none, and nothing is read twice', () => {
    const inner = `<table><caption>收入决算表</caption>${TWO_ROWS}</table>`;
    const blocks = blocksOf(`<table><tr><td>首页<td>访问量 12345</tr><tr><td colspan=2>${inner}</tr></table>`);
    expect(textsOf(blocks)).toEqual(['首页', '访问量 12345', '收入决算表']);
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1);
  });

  test('breaks within a cell are lines, white space is one blank, what takes no room is nothing', () => {
    const [table] = tablesOf('<table><tr><td>附属单位<br>上缴收入<td> \n <b>1</b><font>2</font>.30&nbsp;<tr><td>&nbsp;<td>\u3000</table>');
    expect(cellsOf(table)?.slice(0, 2)).toEqual(['附属单位/上缴收入@0,0', '12.30@0,1']);
    expect(table?.cells.slice(2).map(({ lines }) => lines)).toEqual([[], []]);
  });
});

describe('text', () => {
  test('blocks are paragraphs, scripts and comments are none', () => {
    expect(textsOf(blocksOf('<div>一<p>二</p>三<!-- 四 --></div><script>五</script><noscript>六</noscript>'))).toEqual(['一', '二', '三']);
  });

  test('number, department, year and unit on one line stand apart', () => {
    expect(textsOf(blocksOf('<p>公开02表　部门：某局　2023年度　单位：万元</p>'))).toEqual([
      '公开02表',
      '部门：某局',
      '2023年度',
      '单位：万元',
    ]);
    expect(textsOf(blocksOf('<p>收　入　决　算　表</p>'))).toEqual(['收　入　决　算　表']);
  });
});

describe('encodings', () => {
  const gbk = new Uint8Array([0xbe, 0xf6, 0xe9, 0x46]);
  const page = (head: string, text: Uint8Array) => new Uint8Array([...Buffer.from(head), ...text]);

  test.each([
    '<meta charset=gb2312>',
    '<meta http-equiv=Content-Type content="text/html; charset=GBK">',
    '',
    '<meta charset=utf-8>',
    '<meta charset=klingon>',
  ])('GBK under %s', (head) => {
    expect(decodePage(page(head, gbk))).toBe(`${head}决镕`);
  });

  test('UTF-8, though the page calls itself gb2312 or has a mark; UTF-16 with its mark', () => {
    const text = Buffer.from('决算镕');
    expect(decodePage(page('', text))).toBe('决算镕');
    expect(decodePage(page('\ufeff<meta charset=gb2312>', text))).toBe('<meta charset=gb2312>决算镕');
    expect(decodePage(new Uint8Array([0xff, 0xfe, ...Buffer.from('决', 'utf16le')]))).toBe('决');
  });
});

test('a page without tables of figures is no document, and is named by its title', async () => {
  const open = html.open(Buffer.from('<html><title> 404 Not\nFound</title><table><tr><td>back</table>'), {});
  await expect(open).rejects.toMatchObject({
    reason: 'not-readable',
    message: expect.stringContaining('HTML page (网页), titled “404 Not Found”,'),
  });
});

test('elements in elements without end are refused, not a crash', () => {
  expect(() => pageToSheet('<div>'.repeat(20_000))).toThrow(expect.objectContaining({ reason: 'damaged' }));
});
