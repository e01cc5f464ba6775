import { element, escapeXml } from '../../base/xml.js';
import { addressOf, rangeOf } from './address.js';
import { OFFICE_RELATIONSHIPS, SPREADSHEET, XML_DECLARATION } from './package-parts.js';
import { type RowHeights, RowWriter, type SharedParts } from './rows.js';
import type { ColourRule, Worksheet } from './sheet.js';
import type { Styles } from './styles-part.js';

/** How a sheet names its relationships to the drawing of its notes and to its table. */
export const SHAPES_RELATION = 'shapes';
export const TABLE_RELATION = 'table';

/** A sheet in pieces, a row at a time; its children in the order of ECMA-376 part 1, 18.3.1.99. Returns how high its rows are. */
export function* sheetXml(sheet: Worksheet, isFirst: boolean, shared: SharedParts): Generator<string, RowHeights> {
  const { rows, frozenRows = 0, landscape, widths, notes = [], colourRules = [], foldedFrom, table } = sheet;
  yield `${XML_DECLARATION}<worksheet xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONSHIPS}">`;
  const outline = foldedFrom === undefined ? '' : element('outlinePr', { summaryRight: 0 });
  const setUp = landscape ? element('pageSetUpPr', { fitToPage: 1 }) : '';
  if (outline || setUp) yield element('sheetPr', {}, outline, setUp);
  yield viewXml(sheet, frozenRows, isFirst);
  if (foldedFrom !== undefined) yield element('sheetFormatPr', { defaultRowHeight: DEFAULT_HEIGHT, outlineLevelCol: 1 });
  if (widths.length > 0) yield element('cols', {}, widths.map(columnXml(foldedFrom ?? widths.length)));
  const writer = new RowWriter(shared);
  yield '<sheetData>';
  for (const row of rows) yield writer.write(row);
  yield '</sheetData>';
  writer.end();
  const { merged, links } = writer;
  const filter = filterOf(sheet, writer.rows);
  if (filter !== null) yield element('autoFilter', { ref: filter });
  if (merged.length > 0) yield element('mergeCells', { count: merged.length }, merged);
  yield* colourRules.map((rule, index) => colourRuleXml(rule, index + 1, shared.styles));
  if (links.length > 0) yield element('hyperlinks', {}, links);
  yield element('pageMargins', { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 });
  if (landscape) yield element('pageSetup', { paperSize: A4, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
  if (notes.length > 0) yield element('legacyDrawing', { 'r:id': SHAPES_RELATION });
  if (table) yield element('tableParts', { count: 1 }, element('tablePart', { 'r:id': TABLE_RELATION }));
  yield '</worksheet>';
  return writer.heights;
}

/** ECMA-376 part 1, 18.3.1.63. */
const A4 = 9;

function viewXml({ gridLines }: Worksheet, frozenRows: number, isFirst: boolean): string {
  const pane = { ySplit: frozenRows, topLeftCell: addressOf({ row: frozenRows, column: 0 }), activePane: 'bottomLeft', state: 'frozen' };
  const view = { showGridLines: gridLines === false ? 0 : null, tabSelected: isFirst ? 1 : null, workbookViewId: 0 };
  return element('sheetViews', {}, element('sheetView', view, frozenRows > 0 ? element('pane', pane) : ''));
}

/** pt, of a row that says none. */
const DEFAULT_HEIGHT = 13.5;

const columnXml =
  (foldedFrom: number) =>
  (width: number, index: number): string => {
    const folded = index >= foldedFrom ? { hidden: 1, outlineLevel: 1 } : {};
    // The column before the folded ones carries the sign that unfolds them.
    const sign = index === foldedFrom - 1 ? { collapsed: 1 } : {};
    return element('col', { min: index + 1, max: index + 1, width, customWidth: 1, ...folded, ...sign });
  };

/** The cells that a sheet's filter is over, its headings included; null without a filter. */
const filterOf = ({ filterRow, widths }: Pick<Worksheet, 'filterRow' | 'widths'>, rows: number): string | null =>
  filterRow === undefined
    ? null
    : rangeOf({ row: filterRow, column: 0 }, { row: Math.max(filterRow, rows - 1), column: widths.length - 1 });

function colourRuleXml({ from, to, formula, fill }: ColourRule, priority: number, styles: Styles): string {
  const rule = { type: 'expression', dxfId: styles.indexOfFill(fill), priority };
  return element(
    'conditionalFormatting',
    { sqref: rangeOf(from, to) },
    element('cfRule', rule, element('formula', {}, escapeXml(formula))),
  );
}
