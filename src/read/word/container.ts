import type { CellSource, Container } from '../container.js';
import { packageToSheet } from './document.js';
import { readPackage } from './package.js';

/** Texts of Word as XML. */
export const docx: Container = {
  name: 'Word',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['.docx', '.docm'],
  async open(bytes): Promise<CellSource> {
    const parts = readPackage(bytes);
    return {
      kind: 'cells',
      producer: parts.producer,
      sheets: async () => [packageToSheet(parts)],
      close: async () => {},
    };
  },
};
