import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../base/decode.js';
import { type GivenProvenance, NO_PROVENANCE } from './provenance.js';
import { toProvenance } from './provenance-fields.js';
import type { FoundFile } from './scan.js';

/** `<file>.meta.json`, in any encoding that `decodeText` knows. */
export async function readSidecar(file: FoundFile): Promise<GivenProvenance> {
  try {
    const given: unknown = JSON.parse(decodeText(await readFile(path.join(file.root, file.path))).text);
    if (typeof given === 'object' && given !== null && !Array.isArray(given))
      return toProvenance(Object.fromEntries(Object.entries(given)));
    return { provenance: NO_PROVENANCE, problems: ['the sidecar holds no object'] };
  } catch (error) {
    const why =
      error instanceof SyntaxError ? 'is no JSON' : `cannot be read: ${error instanceof Error && 'code' in error ? error.code : error}`;
    return { provenance: NO_PROVENANCE, problems: [`the sidecar ${why}`] };
  }
}
