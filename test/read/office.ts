/** Small Word and Excel files, written part by part as the tests want them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ZipFile } from '../../src/read/zip.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])));

/** A ZIP of the tests, open. */
export function opened(zip: Uint8Array): ZipFile {
  const parts = unzipSync(zip);
  const bytes = (name: string): Uint8Array => parts[name] ?? new Uint8Array();
  return { entries: Object.keys(parts), has: (name) => Object.hasOwn(parts, name), bytes, text: (name) => strFromU8(bytes(name)) };
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = (main: string, type: string) =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A cell: a text, a number, or what stands in `<c …>…</c>` as it is. */
type WrittenCell = string | number | null | { readonly xml: string };

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly merges?: readonly string[];
  /** `hidden`, `veryHidden`. */
  readonly state?: string;
  /** Rows from 1. */
  readonly hiddenRows?: readonly number[];
  /** `<cols>…</cols>` */
  readonly cols?: string;
}

const address = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** Number formats from 164 on: the style of the cell with the first of `formats` is 1. */
export function xlsx(sheets: readonly WrittenSheet[], formats: readonly string[] = []): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const styles = `${HEAD}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
    .map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>`)
    .join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
    <cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes('xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${main}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets
      .map(
        ({ name, state }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, main);
  });
  return zipOf(parts);
}

function sheetXml({ rows, merges = [], hiddenRows = [], cols = '' }: WrittenSheet, main: string): string {
  const written = rows.map((row, r) => {
    const cells = row.map((cell, c) => cellXml(cell, address(r, c))).join('');
    return `<row r="${r + 1}"${hiddenRows.includes(r + 1) ? ' hidden="1"' : ''}>${cells}</row>`;
  });
  const merged = merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return `${HEAD}<worksheet xmlns="${main}">${cols}<sheetData>${written.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: WrittenCell, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return cell.xml.replace('<c', `<c r="${at}"`);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * A Word text. @param body what stands in `w:body` @param more other parts of `word/`, by name and kind
 * @param pictures their files, which the text names rId1 …
 */
export function docx(body: string, more: Readonly<Record<string, string>> = {}, pictures: readonly Uint8Array[] = []): Uint8Array {
  const names = Object.keys(more);
  const kind = (name: string) => name.replace(/\d*\.xml$/u, '');
  const parts = Object.fromEntries(
    names.map((name) => [`word/${name}`, `${HEAD}${more[name]?.replace(/^<w:\w+/u, `$& xmlns:w="${WORD}"`)}`]),
  );
  return zipOf({
    '[Content_Types].xml': contentTypes(
      'word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    ),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ...pictures.map((_, i) => ['image', `media/image${i + 1}`] as const),
      ...names.map((name) => [kind(name), name] as const),
    ]),
    ...Object.fromEntries(pictures.map((bytes, i) => [`word/media/image${i + 1}`, bytes])),
    'word/document.xml': `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A paragraph of one run. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A paragraph with a picture. @param width cm @param height cm @param more what stands in `pic:blipFill` behind the blip */
export const picture = (id: string, width: number, height: number, more = ''): string =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="${Math.round(width * 360_000)}" cy="${Math.round(height * 360_000)}"/><a:graphic xmlns:a="a"><pic:blipFill xmlns:pic="pic"><a:blip xmlns:r="r" r:embed="${id}"/>${more}</pic:blipFill></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** A cell. @param properties what stands in `w:tcPr` */
export const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

/** 公开03表 as rows of texts, head and body. */
export const EXPENDITURE: readonly (readonly string[])[] = [
  ['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
  ['栏次', '', '1', '2', '3', '4', '5', '6'],
  ['合计', '', '100.50', '80.25', '20.25', '', '', ''],
  ['2010101', '行政运行', '80.25', '80.25', '', '', '', ''],
  ['2010102', '一般行政管理事务', '20.25', '', '20.25', '', '', ''],
];
