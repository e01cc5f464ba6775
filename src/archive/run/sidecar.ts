import path from 'node:path';
import { decodeText } from '../../base/decode.js';
import { MAX_TABLE } from '../../base/limits.js';
import { readRegular, UnreadableFileError } from '../../base/regular-file.js';
import { type GivenProvenance, NO_PROVENANCE } from './provenance.js';
import { toProvenance } from './provenance-fields.js';
import type { FoundFile } from './scan.js';

/** `<file>.meta.json`, in any encoding that `decodeText` knows. */
export async function readSidecar(file: FoundFile): Promise<GivenProvenance> {
  try {
    const given: unknown = JSON.parse(decodeText(await readRegular(path.join(file.root, file.path), MAX_TABLE)).text);
    if (typeof given === 'object' && given !== null && !Array.isArray(given))
      return toProvenance(Object.fromEntries(Object.entries(given)));
    return { provenance: NO_PROVENANCE, problems: ['the sidecar holds no object'] };
  } catch (error) {
    return { provenance: NO_PROVENANCE, problems: [`the sidecar ${problemOf(error)}`] };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'is no JSON';
  if (error instanceof UnreadableFileError) return `cannot be read: ${error.message}`;
  throw error;
}
