import { describe, expect, test } from 'vitest';
import type { SheetBlock, SheetTable } from '../../../src/model/sheet.js';
import { readSheetPictures } from '../../../src/read/ocr/pictures/sheet-pictures.js';
import { packageToSheet } from '../../../src/read/word/document.js';
import { readPackage } from '../../../src/read/word/package.js';
import { docx, opened, p, picture, tbl, tc, tr } from '../office.js';

const PNG = Uint8Array.from([1, 2, 3]);
const round = Math.round;
const sheetOf = (body: string, more: Readonly<Record<string, string>> = {}) => packageToSheet(readPackage(opened(docx(body, more))));
const textsOf = (blocks: readonly SheetBlock[]) => blocks.flatMap((block) => (block.kind === 'text' ? [block.lines.join('/')] : []));
const tablesOf = (body: string) => sheetOf(body).blocks.filter((block): block is SheetTable => block.kind === 'table');

/** Each cell as text@row,column and its spans where it has some. */
const cellsOf = ({ cells }: SheetTable) =>
  cells.map(
    ({ lines, row, column, rowSpan, columnSpan }) =>
      `${lines.join('/')}@${row},${column}${rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''}`,
  );

describe('tables', () => {
  test('cells over columns and over rows; what a continued cell still holds is not shown', () => {
    const [table] = tablesOf(
      tbl(
        tr(tc('项目', '<w:gridSpan w:val="2"/>'), tc('合计', '<w:vMerge w:val="restart"/>')),
        tr(tc('编码'), tc('名称'), tc('旧文', '<w:vMerge/>')),
        tr(tc('201'), tc('行政'), tc('1.00')),
      ),
    );
    expect(table && cellsOf(table)).toEqual(['项目@0,0 1×2', '合计@0,2 2×1', '编码@1,0', '名称@1,1', '201@2,0', '行政@2,1', '1.00@2,2']);
    expect(table?.cells.at(-1)?.ref).toBe('table 1, row 3, cell 3');
  });

  test('a row that begins right of its left side', () => {
    const [table] = tablesOf(
      tbl(tr(tc('a'), tc('1'), tc('b'), tc('2')), tr('<w:trPr><w:gridBefore w:val="2"/></w:trPr>', tc('c'), tc('3'))),
    );
    expect(table && cellsOf(table)).toEqual(['a@0,0', '1@0,1', 'b@0,2', '2@0,3', '@1,0', '@1,1', 'c@1,2', '3@1,3']);
  });

  test('columns at which no cell begins are none', () => {
    const [table] = tablesOf(
      tbl(
        tr(tc('a', '<w:gridSpan w:val="2"/>'), tc('b', '<w:gridSpan w:val="2"/>')),
        tr(tc('c', '<w:gridSpan w:val="2"/>'), tc('d', '<w:gridSpan w:val="2"/>')),
      ),
    );
    expect(table && [table.columns, ...cellsOf(table)]).toEqual([2, 'a@0,0', 'b@0,1', 'c@1,0', 'd@1,1']);
  });

  test('a frame around caption and table is none; the inner table is read once', () => {
    const inner = tbl(tr(tc('a'), tc('b')), tr(tc('c'), tc('d')));
    const { blocks } = sheetOf(tbl(tr(`<w:tc>${p('收入决算表')}${inner}${p('')}</w:tc>`)));
    expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'table']);
  });

  test('content controls around cells, rows and runs lose nothing and move nothing', () => {
    const sdt = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const run = sdt('<w:r><w:t>3.00</w:t></w:r>');
    const [table] = tablesOf(tbl(sdt(tr(sdt(tc('a')), tc('b'))), tr(tc('c'), `<w:tc><w:p>${run}</w:p></w:tc>`)));
    expect(table && cellsOf(table)).toEqual(['a@0,0', 'b@0,1', 'c@1,0', '3.00@1,1']);
  });

  test('rows at the top that name the table stand above it', () => {
    const { blocks } = sheetOf(
      tbl(
        tr(tc('支出决算表', '<w:gridSpan w:val="2"/>')),
        tr(tc('部门：某局　　2023年度　　单位：万元', '<w:gridSpan w:val="2"/>')),
        tr(tc('a'), tc('b')),
        tr(tc('c'), tc('d')),
      ),
    );
    expect(textsOf(blocks)).toEqual(['支出决算表', '部门：某局', '2023年度', '单位：万元']);
  });
});

describe('text', () => {
  test('a tab, a break, a hyphen that may not break, a minus of the Symbol font, blanks that take no room', () => {
    const run =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:sym w:font="Symbol" w:char="F02D"/><w:t>2</w:t></w:r>';
    expect(textsOf(sheetOf(`<w:p>${run}</w:p>`).blocks)).toEqual(['a\tb/-1-2']);
  });

  test('hidden text, marks of footnotes and the codes of fields are no text; results of fields are', () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE 5</w:instrText></w:r><w:r><w:t>5</w:t></w:r>';
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>';
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    expect(textsOf(sheetOf(`<w:p>${field}${hidden}${note}</w:p>`).blocks)).toEqual(['5显']);
  });

  test('styles can hide text, also those they are based on', () => {
    const styles =
      '<w:styles><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
    const body = `<w:p><w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>`;
    expect(textsOf(sheetOf(body, { 'styles.xml': styles }).blocks)).toEqual(['显']);
  });

  test('a text box is read once, though it is written twice', () => {
    const box = (kind: string) => `<mc:${kind}><w:drawing><w:txbxContent>${p('收入决算表')}</w:txbxContent></w:drawing></mc:${kind}>`;
    const run = `<w:r><mc:AlternateContent xmlns:mc="m">${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:r>`;
    expect(textsOf(sheetOf(`<w:p>${run}<w:r><w:t>单位：万元</w:t></w:r></w:p>`).blocks)).toEqual(['收入决算表', '单位：万元']);
  });

  test('department, year and unit on one line stand apart', () => {
    const run = '<w:r><w:t>部门：某局</w:t><w:tab/><w:t>2023年度</w:t><w:tab/><w:t>单位：万元</w:t></w:r>';
    expect(textsOf(sheetOf(`<w:p>${run}</w:p>`).blocks)).toEqual(['部门：某局', '2023年度', '单位：万元']);
  });

  test('running heads are furniture, each once; footnotes come last', () => {
    const heads = {
      'header1.xml': `<w:hdr>${p('某局')}</w:hdr>`,
      'header2.xml': `<w:hdr>${p('某局')}</w:hdr>`,
      'footnotes.xml': `<w:footnotes><w:footnote w:id="1">${p('含上年结转')}</w:footnote></w:footnotes>`,
    };
    const sheet = sheetOf(p('正文'), heads);
    expect(textsOf(sheet.furniture)).toEqual(['某局']);
    expect(textsOf(sheet.blocks)).toEqual(['正文', '含上年结转']);
  });
});

describe('numbering', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const abstract = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2')}${level(2, 'bullet', 'x')}</w:abstractNum>`;
  const restarted =
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const numbering = `<w:numbering>${abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${restarted}</w:numbering>`;
  const numbered = (text: string, at = 0, list = 1) =>
    p(text, `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`);

  test('numbers that Word makes belong to the text; lower levels begin anew, a bullet is none', () => {
    const body =
      numbered('收入') + numbered('甲', 1) + numbered('支出') + numbered('乙', 1) + numbered('丙', 1) + numbered('点', 2) + p('无');
    expect(textsOf(sheetOf(body, { 'numbering.xml': numbering }).blocks)).toEqual([
      '一、收入',
      '一.1甲',
      '二、支出',
      '二.1乙',
      '二.2丙',
      '点',
      '无',
    ]);
  });

  test('a list that begins elsewhere counts by itself', () => {
    const body = numbered('a') + numbered('b', 0, 2) + numbered('c') + numbered('d', 0, 2);
    expect(textsOf(sheetOf(body, { 'numbering.xml': numbering }).blocks)).toEqual(['一、a', '五、b', '二、c', '六、d']);
  });
});

describe('what a person should know', () => {
  const told = (body: string) => sheetOf(body).told.map(({ rule, message }) => `${rule.id} ${message}`);

  test('TRACKED-CHANGES: what is inserted counts, what is deleted or moved away does not, nor does a deleted row', () => {
    const changed =
      '<w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>7</w:t></w:r></w:moveFrom></w:p>';
    const table = tbl(tr(tc('a'), tc('b')), tr('<w:trPr><w:del/></w:trPr>', tc('c'), tc('d')));
    const sheet = sheetOf(changed + table);
    expect(textsOf(sheet.blocks)).toEqual(['8']);
    expect(told(changed + table)).toEqual(['TRACKED-CHANGES 文件留有未接受的修订（插入1处，删除3处）：插入的计入，删除的不计。']);
    expect(told(p('a'))).toEqual([]);
  });

  test('PICTURE-UNREAD: pictures as large as a table that are not read, wherever they stand; no seal', async () => {
    const body = picture('rId1', 15, 10) + tbl(tr(`<w:tc>${picture('rId1', 15, 10)}</w:tc>`, tc('b'))) + picture('rId1', 4, 4);
    const unread = async (own: string) => {
      const [sheet] = await readSheetPictures([packageToSheet(readPackage(opened(docx(own, {}, [PNG]))))], { ocr: 'off' });
      return sheet?.told.map(({ rule, message }) => `${rule.id} ${message}`);
    };
    expect(await unread(body)).toEqual(['PICTURE-UNREAD 文件中有2幅图片大得可能是表格，没有识读，其内容不在结果中。']);
    expect(await unread(picture('rId1', 4, 4))).toEqual([]);
  });

  test('a picture as large as a table stands where it is shown; no seal does', () => {
    const sheet = packageToSheet(
      readPackage(opened(docx(p('一') + picture('rId1', 15, 10) + p('二') + picture('rId1', 4, 4) + picture('rId9', 15, 10), {}, [PNG]))),
    );
    const file = { bytes: PNG, width: (15 / 2.54) * 72, height: (10 / 2.54) * 72, crop: [0, 0, 0, 0] };
    const rounded = sheet.blocks.map((block) =>
      block.kind === 'picture' && block.file
        ? { ...block, file: { ...block.file, width: round(block.file.width), height: round(block.file.height) } }
        : block,
    );
    expect(rounded).toEqual([
      expect.objectContaining({ lines: ['一'] }),
      { kind: 'picture', ref: 'picture 1', file: { ...file, width: round(file.width), height: round(file.height) } },
      expect.objectContaining({ lines: ['二'] }),
      { kind: 'picture', ref: 'picture 2', file: null },
    ]);
  });

  test('what is shown of a picture: cut off at its sides; nothing where it is mirrored or is several', () => {
    const fileOf = (more: string) => {
      const [block] = packageToSheet(readPackage(opened(docx(picture('rId1', 15, 10, more), {}, [PNG])))).blocks;
      return block?.kind === 'picture' ? block.file : undefined;
    };
    expect(fileOf('<a:srcRect l="25000" b="-5000"/>')?.crop).toEqual([0.25, 0, 0, 0]);
    expect(fileOf('<a:xfrm flipH="1"/>')).toBeNull();
    expect(fileOf('<a:blip r:embed="rId1"/>')).toBeNull();
  });

  test('pictures in cells, heads and notes are counted', () => {
    const { blocks, picturesAside } = packageToSheet(
      readPackage(
        opened(
          docx(
            tbl(tr(`<w:tc>${picture('rId1', 15, 10)}</w:tc>`, tc('b'))),
            { 'header1.xml': `<w:hdr>${picture('rId1', 15, 10)}</w:hdr>` },
            [PNG],
          ),
        ),
      ),
    );
    expect(picturesAside).toBe(2);
    expect(blocks.some(({ kind }) => kind === 'picture')).toBe(false);
  });
});

describe('what is no Word text', () => {
  const reasonOf = (body: string) => {
    try {
      sheetOf(body);
      return null;
    } catch (error) {
      return (error as { reason?: string }).reason;
    }
  };

  test('elements without end, a part that breaks off, declared entities are damaged', () => {
    expect(reasonOf(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`)).toBe('damaged');
    expect(reasonOf('</w:body></w:document><!DOCTYPE a [<!ENTITY b "c">]><w:document><w:body>')).toBe('damaged');
  });

  test('an entity that nobody declared stays as it is written, those of XML are read', () => {
    expect(textsOf(sheetOf('<w:p><w:r><w:t>&lt;&#x4e00;&#19968;&xxe;</w:t></w:r></w:p>').blocks)).toEqual(['<一一&xxe;']);
  });
});
