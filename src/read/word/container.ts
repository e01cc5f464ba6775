import type { CellSource, Container } from '../container.js';

/** Texts of Word as XML. */
export const docx: Container = {
  name: 'Word',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['.docx', '.docm'],
  async open(bytes): Promise<CellSource> {
    // What reads XML is loaded where there is some: most documents are PDFs.
    const [{ readZip }, { readPackage }, { packageToSheet }] = await Promise.all([
      import('../zip.js'),
      import('./package.js'),
      import('./document.js'),
    ]);
    const parts = readPackage(await readZip(bytes));
    return {
      kind: 'cells',
      producer: parts.producer,
      sheets: async () => [packageToSheet(parts)],
      close: async () => {},
    };
  },
};
