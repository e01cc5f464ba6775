import type { CellSource, Container } from '../container.js';

/** Workbooks: of today, of the old format, as one XML file. */
export const xlsx = workbooks('Excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['.xlsx', '.xlsm']);
export const xls = workbooks('Excel 97–2003', 'application/vnd.ms-excel', ['.xls', '.et']);
export const spreadsheetXml = workbooks('Excel 2003 XML', 'application/vnd.ms-excel+xml', []);

function workbooks(name: string, mediaType: string, extensions: readonly string[]): Container {
  return {
    name,
    mediaType,
    extensions,
    async open(bytes): Promise<CellSource> {
      // What reads workbooks is loaded where there is one: most documents are PDFs.
      const [{ readZip }, { readWorkbook }, { workbookToSheets }] = await Promise.all([
        import('../zip.js'),
        import('./workbook.js'),
        import('./workbook-to-sheets.js'),
      ]);
      const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
      const workbook = readWorkbook(isPackage ? await readZip(bytes) : bytes);
      return {
        kind: 'cells',
        producer: workbook.producer,
        sheets: async () => workbookToSheets(workbook),
        close: async () => {},
      };
    },
  };
}
