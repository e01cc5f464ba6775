import { DisclosureError } from '../../base/errors.js';
import type { Container } from '../container.js';
import { pagesToReadAgain, policyOf } from './policy.js';
import { PdfSource } from './source.js';

/** Bytes at the end in which `startxref` and `%%EOF` are looked for; some publishers' servers append a page of HTML. */
const TAIL = 4096;

/** PDF: two engines read it, and PDFium draws it. */
export const pdf: Container = {
  name: 'PDF',
  mediaType: 'application/pdf',
  extensions: ['.pdf'],
  open: async (bytes, { engine, password }) => {
    assertWhole(bytes);
    return await PdfSource.open(policyOf(engine).first, bytes, password);
  },
  second: ({ engine }) => {
    const policy = policyOf(engine);
    const { second } = policy;
    if (second === null) return null;
    return {
      pagesToRead: (read, contradicted) => pagesToReadAgain(policy, read, contradicted),
      open: (bytes, { password }) => PdfSource.open(second, bytes, password),
    };
  },
};

/** Checks that the file has its end, before any engine opens it. @throws DisclosureError `truncated` */
function assertWhole(bytes: Uint8Array): void {
  const end = bytes.subarray(Math.max(0, bytes.length - TAIL));
  const tail = Buffer.from(end.buffer, end.byteOffset, end.length).toString('latin1');
  if (tail.includes('startxref') || tail.includes('%%EOF')) return;
  throw new DisclosureError('truncated', 'The PDF is cut off: its end (startxref and %%EOF) is missing. Download it again.');
}
