import { DisclosureError } from '../../base/errors.js';
import type { SheetBlock } from '../../model/sheet.js';
import type { CellSource, Container } from '../container.js';
import { decodePage } from './decode.js';

/** Web pages that hold the tables themselves, also under the name of a workbook, as systems export them. */
export const html: Container = {
  name: 'HTML',
  mediaType: 'text/html',
  extensions: ['.html', '.htm'],
  async open(bytes): Promise<CellSource> {
    // What reads pages is loaded where there is one: most documents are PDFs.
    const { pageToSheet } = await import('./page.js');
    const { sheet, title } = pageToSheet(decodePage(bytes));
    if (!sheet.blocks.some(isTableOfFigures)) {
      const called = title === '' ? '' : `, titled “${title}”,`;
      throw new DisclosureError(
        'not-readable',
        `This is no document but an HTML page (网页)${called} without tables of figures: the server may have sent a notice in place of the file.`,
      );
    }
    return { kind: 'cells', producer: null, sheets: async () => [sheet], close: async () => {} };
  },
};

/** Rows and columns of any table of accounts. */
const FEWEST = 2;

const isTableOfFigures = (block: SheetBlock): boolean =>
  block.kind === 'table' &&
  block.rows >= FEWEST &&
  block.columns >= FEWEST &&
  block.cells.some(({ lines }) => lines.some((line) => /\d|表/u.test(line)));
