import { markProperty, PROPERTIES_PART } from '../../base/own-mark.js';
import { noteShapesXml, notesXml } from './notes-part.js';
import {
  contentTypesXml,
  type PackagePart,
  propertiesXml,
  type Relationship,
  relationshipsXml,
  sheetRelation,
  workbookXml,
} from './package-parts.js';
import type { RowHeights, SharedParts } from './rows.js';
import type { Worksheet } from './sheet.js';
import { SHAPES_RELATION, sheetXml, TABLE_RELATION } from './sheet-part.js';
import { SharedStrings } from './strings-part.js';
import { type DefaultFont, Styles } from './styles-part.js';
import { tableXml } from './table-part.js';
import { ZipWriter } from './zip.js';

/** Whose notes they are. */
const AUTHOR = 'juesuan';

/**
 * Writes a workbook as the bytes of an .xlsx file (ECMA-376, Office Open XML). A sheet is written when it is added: its rows are taken
 * one after the other, and none is kept. The same sheets give the same bytes.
 */
export class WorkbookWriter {
  private readonly zip = new ZipWriter();
  private readonly shared: SharedParts;
  private readonly parts: PackagePart[] = [];
  private readonly sheetNames: string[] = [];
  /** Columns that are printed, by the index of the sheet. */
  private readonly printed = new Map<number, number>();

  constructor(font: DefaultFont) {
    this.shared = { strings: new SharedStrings(), styles: new Styles(font) };
    // First: programs recognise the format of a file by the name of its first part.
    const relationships: Relationship[] = [
      { id: 'workbook', kind: 'officeDocument', target: 'xl/workbook.xml' },
      { id: 'properties', kind: 'custom-properties', target: PROPERTIES_PART },
    ];
    this.zip.add('_rels/.rels', [relationshipsXml(relationships)]);
    this.write({ kind: 'custom-properties', path: PROPERTIES_PART }, [propertiesXml(markProperty.name, markProperty.value)]);
  }

  /** @throws Error where cells lie over one another, or a formula is of no number */
  add(sheet: Worksheet): void {
    const number = this.sheetNames.push(sheet.name);
    if (sheet.printedColumns !== undefined) this.printed.set(number - 1, sheet.printedColumns);
    const written = sheetXml(sheet, number === 1, this.shared);
    let heights: RowHeights = [];
    const pieces = function* () {
      heights = yield* written;
    };
    this.write({ kind: 'worksheet', path: `xl/worksheets/sheet${number}.xml` }, pieces());
    const relationships = [...this.writeNotes(sheet, heights, number), ...this.writeTable(sheet, number)];
    if (relationships.length > 0) this.zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [relationshipsXml(relationships)]);
  }

  /** Nothing can be added any more. */
  end(): Uint8Array {
    const { strings, styles } = this.shared;
    this.write({ kind: 'sharedStrings', path: 'xl/sharedStrings.xml' }, strings.toXml());
    this.write({ kind: 'styles', path: 'xl/styles.xml' }, [styles.toXml()]);
    this.write({ kind: 'workbook', path: 'xl/workbook.xml' }, [workbookXml(this.sheetNames, this.printed)]);
    this.zip.add('xl/_rels/workbook.xml.rels', [relationshipsXml(this.workbookRelationships())]);
    this.zip.add('[Content_Types].xml', [contentTypesXml(this.parts)]);
    return this.zip.end();
  }

  private workbookRelationships(): Relationship[] {
    return [
      ...this.sheetNames.map((_, index): Relationship => {
        const number = index + 1;
        return { id: sheetRelation(number), kind: 'worksheet', target: `worksheets/sheet${number}.xml` };
      }),
      { id: 'strings', kind: 'sharedStrings', target: 'sharedStrings.xml' },
      { id: 'styles', kind: 'styles', target: 'styles.xml' },
    ];
  }

  private writeNotes({ notes = [], widths }: Worksheet, heights: RowHeights, number: number): Relationship[] {
    if (notes.length === 0) return [];
    const shapes = `drawings/vmlDrawing${number}.vml`;
    this.write({ kind: 'comments', path: `xl/comments${number}.xml` }, [notesXml(notes, AUTHOR)]);
    this.zip.add(`xl/${shapes}`, [noteShapesXml(notes, { widths, heights })]);
    return [
      { id: 'notes', kind: 'comments', target: `../comments${number}.xml` },
      { id: SHAPES_RELATION, kind: 'vmlDrawing', target: `../${shapes}` },
    ];
  }

  private writeTable({ table }: Worksheet, number: number): Relationship[] {
    if (!table) return [];
    this.write({ kind: 'table', path: `xl/tables/table${number}.xml` }, [tableXml(table, number)]);
    return [{ id: TABLE_RELATION, kind: 'table', target: `../tables/table${number}.xml` }];
  }

  private write(part: PackagePart, pieces: Iterable<string>): void {
    this.parts.push(part);
    this.zip.add(part.path, pieces);
  }
}
