import { element, escapeXml } from '../../base/xml.js';
import { addressOf, rangeOf } from './address.js';
import { OFFICE_RELATIONSHIPS, SPREADSHEET, XML_DECLARATION } from './package-parts.js';
import { RowWriter, type SharedParts } from './rows.js';
import type { ColourRule, Worksheet } from './sheet.js';
import type { Styles } from './styles-part.js';

/** How a sheet names its relationships to the drawing of its notes and to its table. */
export const SHAPES_RELATION = 'shapes';
export const TABLE_RELATION = 'table';

/** A sheet in pieces, a row at a time; its children in the order of ECMA-376 part 1, 18.3.1.99. */
export function* sheetXml(sheet: Worksheet, isFirst: boolean, shared: SharedParts): Generator<string> {
  const { rows, frozenRows = 0, landscape, widths, notes = [], colourRules = [], table } = sheet;
  yield `${XML_DECLARATION}<worksheet xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONSHIPS}">`;
  if (landscape) yield element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 }));
  yield viewXml(sheet, frozenRows, isFirst);
  if (widths.length > 0) yield element('cols', {}, widths.map(columnXml));
  const writer = new RowWriter(shared);
  yield '<sheetData>';
  for (const row of rows) yield writer.write(row);
  yield '</sheetData>';
  writer.end();
  const { merged, links } = writer;
  if (merged.length > 0) yield element('mergeCells', { count: merged.length }, merged);
  yield* colourRules.map((rule, index) => colourRuleXml(rule, index + 1, shared.styles));
  if (links.length > 0) yield element('hyperlinks', {}, links);
  yield element('pageMargins', { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 });
  if (landscape) yield element('pageSetup', { paperSize: A4, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
  if (notes.length > 0) yield element('legacyDrawing', { 'r:id': SHAPES_RELATION });
  if (table) yield element('tableParts', { count: 1 }, element('tablePart', { 'r:id': TABLE_RELATION }));
  yield '</worksheet>';
}

/** ECMA-376 part 1, 18.3.1.63. */
const A4 = 9;

function viewXml({ gridLines }: Worksheet, frozenRows: number, isFirst: boolean): string {
  const pane = { ySplit: frozenRows, topLeftCell: addressOf({ row: frozenRows, column: 0 }), activePane: 'bottomLeft', state: 'frozen' };
  const view = { showGridLines: gridLines === false ? 0 : null, tabSelected: isFirst ? 1 : null, workbookViewId: 0 };
  return element('sheetViews', {}, element('sheetView', view, frozenRows > 0 ? element('pane', pane) : ''));
}

const columnXml = (width: number, index: number): string => element('col', { min: index + 1, max: index + 1, width, customWidth: 1 });

function colourRuleXml({ from, to, formula, fill }: ColourRule, priority: number, styles: Styles): string {
  const rule = { type: 'expression', dxfId: styles.indexOfFill(fill), priority };
  return element(
    'conditionalFormatting',
    { sqref: rangeOf(from, to) },
    element('cfRule', rule, element('formula', {}, escapeXml(formula))),
  );
}
