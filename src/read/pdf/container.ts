import { DisclosureError } from '../../base/errors.js';
import type { Container } from '../container.js';
import { truncated, wholeFile } from './file/tail.js';
import { type EngineName, pagesToReadAgain, policyOf } from './policy.js';
import { PdfSource } from './source.js';

/** PDF: two engines read it, and PDFium draws it. */
export const pdf: Container = {
  name: 'PDF',
  mediaType: 'application/pdf',
  extensions: ['.pdf'],
  open: (bytes, { engine, password }) => openWhole(policyOf(engine).first, bytes, password),
  second: ({ engine }) => {
    const policy = policyOf(engine);
    const { second } = policy;
    if (second === null) return null;
    return {
      pagesToRead: (read, contradicted) => pagesToReadAgain(policy, read, contradicted),
      readsWhole: (page) => policy.again === 'all' || 'problem' in page,
      open: (bytes, { password }) => openWhole(second, bytes, password),
      letters: async (bytes, { password }, pages) =>
        (await import('./pdfjs/letters.js')).readLetters(wholeFile(bytes).bytes, password, pages),
    };
  },
};

/** A file that lacks its end is opened where it lacks nothing else. @throws DisclosureError */
async function openWhole(engine: EngineName, bytes: Uint8Array, password: string | undefined): Promise<PdfSource> {
  const file = wholeFile(bytes);
  try {
    return await PdfSource.open(engine, file.bytes, password, file.lacks);
  } catch (cause) {
    throw file.lacks !== null && cause instanceof DisclosureError ? truncated(cause) : cause;
  }
}
