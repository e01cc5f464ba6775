import { DisclosureError } from '../../base/errors.js';
import { at } from '../../base/invariant.js';
import type { Container } from '../container.js';
import { mended, recounted } from './file/mend.js';
import { truncated, type WholeFile, wholeFile } from './file/tail.js';
import { type EngineName, type Policy, pagesToReadAgain, policyOf } from './policy.js';
import { PdfSource } from './source.js';

/** PDF: two engines read it, and PDFium draws it. */
export const pdf: Container = {
  name: 'PDF',
  mediaType: 'application/pdf',
  extensions: ['.pdf'],
  open: (bytes, { engine, password }) => openWhole(enginesOf(policyOf(engine)), bytes, password),
  second: ({ engine }) => {
    const policy = policyOf(engine);
    const { second } = policy;
    if (second === null) return null;
    return {
      pagesToRead: (read, contradicted) => pagesToReadAgain(policy, read, contradicted),
      readsWhole: (page) => policy.again === 'all' || 'problem' in page,
      open: (bytes, { password }) => openWhole([second], bytes, password),
      letters: async (bytes, { password }, pages) =>
        (await import('./pdfjs/letters.js')).readLetters(wholeFile(bytes).bytes, password, pages),
    };
  },
};

/** The engines that may open a document, in the order in which they are tried: another where one cannot, unless one was chosen. */
const enginesOf = ({ first, second }: Policy): EngineName[] => (second === null ? [first] : [first, second]);

/**
 * Opens a file that may lack its end, its root, or count its pages wrongly: as it is, in each engine, then mended.
 * @throws DisclosureError
 */
async function openWhole(engines: readonly EngineName[], bytes: Uint8Array, password: string | undefined): Promise<PdfSource> {
  const file = wholeFile(bytes);
  const source = await openInAny(engines, file, password).catch((cause: unknown) => {
    const other = isDamaged(cause) ? mended(file.bytes) : null;
    if (other === null) throw file.cut !== undefined && isDamaged(cause) ? truncated(cause) : cause;
    return openInAny(engines, other, password).catch(() => {
      throw cause;
    });
  });
  const counted = recounted(file.bytes, source.pages);
  if (counted === null) return source;
  await source.close();
  return await openInAny(engines, { ...counted, remarks: [...file.remarks, ...counted.remarks] }, password);
}

/** @throws DisclosureError that of the first engine where none can */
async function openInAny(engines: readonly EngineName[], file: WholeFile, password: string | undefined): Promise<PdfSource> {
  const failures: DisclosureError[] = [];
  for (const engine of engines) {
    try {
      return await PdfSource.open(engine, file, password);
    } catch (cause) {
      if (!isDamaged(cause)) throw cause;
      failures.push(cause);
    }
  }
  throw at(failures, 0);
}

const isDamaged = (cause: unknown): cause is DisclosureError => cause instanceof DisclosureError && cause.reason === 'damaged';
