import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findInputs } from '../src/cli/inputs.js';
import { readWithPdfium } from './bare-pdfium.js';

export interface BenchDocument {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** The PDFs of folders and files that PDFium opens. @throws Error where there are none */
export async function benchDocuments(inputs: readonly string[]): Promise<BenchDocument[]> {
  const documents: BenchDocument[] = [];
  for (const input of (await findInputs([...inputs])).inputs) {
    const bytes = new Uint8Array(await readFile(input.path));
    const pages = await readWithPdfium(bytes);
    if (pages !== null) documents.push({ path: input.path, name: path.basename(input.path), bytes, pages });
  }
  if (documents.length === 0) throw new Error(`bench: no readable PDF in ${inputs.join(', ')}`);
  return documents;
}
