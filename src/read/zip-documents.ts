import { ZIP, zipMembers } from './archives.js';
import { isDocumentName } from './containers.js';
import { mediaTypeOf } from './sniff.js';

/** Documents of one archive. The largest that was published holds the accounts of 90 departments. */
const MOST = 2000;

/** A document in a ZIP; its name is none of this machine's paths. */
export interface PackedDocument {
  readonly name: string;
  /** Unpacked anew each time. @throws DisclosureError `damaged`, `encrypted`, `too-large` */
  readonly bytes: () => Uint8Array;
}

/**
 * The documents in a ZIP, by their names; null for what is no ZIP, and for one that holds none or too many: read as a document, it says so.
 * @throws DisclosureError where the ZIP cannot be opened
 */
export async function zipDocuments(bytes: Uint8Array): Promise<readonly PackedDocument[] | null> {
  if (mediaTypeOf(bytes) !== ZIP) return null;
  const documents = (await zipMembers(bytes)).filter(({ name }) => isDocumentName(name));
  return documents.length === 0 || documents.length > MOST ? null : documents;
}
