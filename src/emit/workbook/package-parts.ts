import { at } from '../../base/invariant.js';
import { element, escapeXml } from '../../base/xml.js';
import { columnName } from './address.js';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
export const OFFICE_RELATIONSHIPS = `${OFFICE}/relationships`;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Kinds of parts, and how the package names the type of what they hold. */
const CONTENT_TYPES = {
  workbook: 'spreadsheetml.sheet.main',
  worksheet: 'spreadsheetml.worksheet',
  sharedStrings: 'spreadsheetml.sharedStrings',
  styles: 'spreadsheetml.styles',
  comments: 'spreadsheetml.comments',
  table: 'spreadsheetml.table',
  'custom-properties': 'custom-properties',
  document: 'wordprocessingml.document.main',
  'text-styles': 'wordprocessingml.styles',
} as const;

/** A file of the package whose kind does not follow from the ending of its name. */
export interface PackagePart {
  readonly kind: keyof typeof CONTENT_TYPES;
  /** From the package's root, such as `xl/workbook.xml`. */
  readonly path: string;
}

/** What leads from one part to another. */
export interface Relationship {
  readonly id: string;
  readonly kind: 'officeDocument' | 'vmlDrawing' | 'image' | Exclude<PackagePart['kind'], 'workbook' | 'document' | 'text-styles'>;
  /** From the folder of the part that leads there. */
  readonly target: string;
}

const VML = { vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing' };

/** `[Content_Types].xml` (ECMA-376 part 2, 10.1.2). @param endings of files whose kind follows from it */
export function contentTypesXml(parts: readonly PackagePart[], endings: Readonly<Record<string, string>> = VML): string {
  const byEnding = { rels: 'application/vnd.openxmlformats-package.relationships+xml', xml: 'application/xml' };
  return (
    XML_DECLARATION +
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      Object.entries({ ...byEnding, ...endings }).map(([ending, type]) => element('Default', { Extension: ending, ContentType: type })),
      parts.map(({ kind, path }) =>
        element('Override', {
          PartName: `/${path}`,
          ContentType: `application/vnd.openxmlformats-officedocument.${CONTENT_TYPES[kind]}+xml`,
        }),
      ),
    )
  );
}

/** A `.rels` part (ECMA-376 part 2, 9.3). */
export function relationshipsXml(relationships: readonly Relationship[]): string {
  return (
    XML_DECLARATION +
    element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      relationships.map(({ id, kind, target }) =>
        element('Relationship', { Id: id, Type: `${OFFICE_RELATIONSHIPS}/${kind}`, Target: target }),
      ),
    )
  );
}

/** The set of properties that a program's user may define, and the first number that one of them may have (ECMA-376 part 1, 22.3.2.2). */
const USER_PROPERTIES = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const FIRST_PROPERTY = 2;

/** `docProps/custom.xml` with one property. */
export function propertiesXml(name: string, value: string): string {
  const namespaces = { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` };
  const property = element('property', { fmtid: USER_PROPERTIES, pid: FIRST_PROPERTY, name }, element('vt:lpwstr', {}, escapeXml(value)));
  return XML_DECLARATION + element('Properties', namespaces, property);
}

/** `xl/workbook.xml`: the sheets in their order, the relationship of each named by `sheetRelation` (ECMA-376 part 1, 18.2). */
/** @param printed of some sheets, by their index: how many columns are printed */
export function workbookXml(sheetNames: readonly string[], printed: ReadonlyMap<number, number> = new Map()): string {
  const areas = [...printed].map(([index, columns]) => printArea(at(sheetNames, index), columns, index));
  return (
    XML_DECLARATION +
    element(
      'workbook',
      { xmlns: SPREADSHEET, 'xmlns:r': OFFICE_RELATIONSHIPS },
      element('bookViews', {}, element('workbookView', {})),
      element(
        'sheets',
        {},
        sheetNames.map((name, index) => element('sheet', { name, sheetId: index + 1, 'r:id': sheetRelation(index + 1) })),
      ),
      areas.length > 0 ? element('definedNames', {}, areas) : '',
    )
  );
}

/** ECMA-376 part 1, 18.2.5. @param index of the sheet, from 0 */
const printArea = (name: string, columns: number, index: number): string =>
  element(
    'definedName',
    { name: '_xlnm.Print_Area', localSheetId: index },
    escapeXml(`'${name.replaceAll("'", "''")}'!$A:$${columnName(columns - 1)}`),
  );

export const sheetRelation = (number: number): string => `sheet${number}`;
