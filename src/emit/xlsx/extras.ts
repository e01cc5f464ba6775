import { escapeXml } from '../../base/xml.js';
import { escapeText } from './cells.js';
import { noteParts } from './notes.js';

/** What a sheet has beyond its cells. Addresses are like `C6`. */
export interface SheetExtras {
  /** Formulas of cells that hold numbers; those stay as what was last worked out. Never from a document's text. */
  readonly formulas?: ReadonlyMap<string, string>;
  /** Cells that lead to another place of the workbook. */
  readonly links?: readonly Link[];
  /** What to say of cells where the pointer rests. */
  readonly notes?: ReadonlyMap<string, string>;
  /** The whole sheet is one table that can be sorted and filtered, its first row the names of its columns. */
  readonly table?: { readonly range: string; readonly columns: readonly string[] };
}

interface Link {
  readonly from: string;
  /** The sheet's name. */
  readonly sheet: string;
  readonly to: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What write-excel-file says of a sheet. */
interface SheetInfo {
  /** From 0. */
  readonly sheetIndex: number;
  /** From 1, in the names of files. */
  readonly sheetId: string;
}

/** The extras of all sheets, in their order, as a feature of write-excel-file (ECMA-376 part 1, 18.3.1, 18.5, 18.7). */
export function extrasFeature(sheets: readonly SheetExtras[]) {
  const of = ({ sheetIndex }: SheetInfo) => sheets[sheetIndex] ?? {};
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _: unknown, sheet: SheetInfo) => withLinks(withFormulas(xml, of(sheet)), of(sheet)),
          insert: (_: unknown, sheet: SheetInfo) =>
            (hasNotes(of(sheet)) ? '<legacyDrawing r:id="rId-notes-vml"/>' : '') + tablePart(of(sheet)),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: (_: unknown, sheet: SheetInfo) => relationships(of(sheet), sheet.sheetId) },
        '[Content_Types].xml': { insert: () => contentTypes(sheets) },
      },
      write: { files: () => Object.fromEntries(sheets.flatMap((sheet, index) => parts(sheet, index + 1))) },
    },
  };
}

const hasNotes = ({ notes }: SheetExtras) => (notes?.size ?? 0) > 0;

/** @throws Error where a formula has no cell: it would be lost without a word */
function withFormulas(xml: string, { formulas = new Map() }: SheetExtras): string {
  if (formulas.size === 0) return xml;
  const missing = new Set(formulas.keys());
  const written = xml.replace(/(<c r="([A-Z]+\d+)"[^>]*>)(<v>)/g, (cell, start: string, address: string, value: string) => {
    const formula = formulas.get(address);
    missing.delete(address);
    return formula === undefined ? cell : `${start}<f>${escapeXml(formula)}</f>${value}`;
  });
  if (missing.size > 0) throw new Error(`Sheet: no number stands in ${[...missing].join(', ')} for a formula.`);
  return written;
}

/** ECMA-376 part 1, 18.3.1.99: before the margins of the page. */
function withLinks(xml: string, { links = [] }: SheetExtras): string {
  if (links.length === 0) return xml;
  const written = links.map(({ from, sheet, to }) => {
    const target = `'${sheet.replaceAll("'", "''")}'!${to}`;
    return `<hyperlink ref="${from}" location="${escapeXml(target)}" display="${escapeXml(target)}"/>`;
  });
  return xml.replace('<pageMargins', () => `<hyperlinks>${written.join('')}</hyperlinks><pageMargins`);
}

const tablePart = ({ table }: SheetExtras) => (table ? '<tableParts count="1"><tablePart r:id="rId-table"/></tableParts>' : '');

function relationships({ notes, table }: SheetExtras, id: string): string {
  const relation = (name: string, type: string, target: string) =>
    `<Relationship Id="rId-${name}" Type="${OFFICE}/${type}" Target="../${target}"/>`;
  return [
    ...(notes && notes.size > 0
      ? [relation('notes', 'comments', `comments${id}.xml`), relation('notes-vml', 'vmlDrawing', `drawings/vmlDrawing${id}.vml`)]
      : []),
    ...(table ? [relation('table', 'table', `tables/table${id}.xml`)] : []),
  ].join('');
}

function contentTypes(sheets: readonly SheetExtras[]): string {
  const override = (part: string, type: string) => `<Override ContentType="${SPREADSHEET}.${type}+xml" PartName="/xl/${part}.xml"/>`;
  return [
    ...(sheets.some(hasNotes) ? ['<Default ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing" Extension="vml"/>'] : []),
    ...sheets.flatMap((sheet, index) => [
      ...(hasNotes(sheet) ? [override(`comments${index + 1}`, 'comments')] : []),
      ...(sheet.table ? [override(`tables/table${index + 1}`, 'table')] : []),
    ]),
  ].join('');
}

function parts({ notes = new Map(), table }: SheetExtras, id: number): [string, string][] {
  const { comments, drawing } = noteParts(notes);
  return [
    ...(notes.size > 0
      ? [[`xl/comments${id}.xml`, comments] as [string, string], [`xl/drawings/vmlDrawing${id}.vml`, drawing] as [string, string]]
      : []),
    ...(table ? [[`xl/tables/table${id}.xml`, tableXml(table, id)] as [string, string]] : []),
  ];
}

function tableXml({ range, columns }: NonNullable<SheetExtras['table']>, id: number): string {
  const written = columns.map((name, index) => `<tableColumn id="${index + 1}" name="${escapeXml(escapeText(name))}"/>`);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="data${id}" displayName="data${id}" ref="${range}" totalsRowShown="0">` +
    `<autoFilter ref="${range}"/><tableColumns count="${columns.length}">${written.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}
