import type { Disclosure } from '../../schemas/disclosure.js';
import type { Reason } from '../base/errors.js';
import { version } from '../base/version.js';

/** A disclosure that says only where it comes from. */
export function emptyDisclosure(source: Disclosure['source']): Disclosure {
  return {
    $schema: 'disclosure.schema.json',
    schemaVersion: '1',
    tool: { name: 'juesuan', version },
    source,
    outcome: { status: 'ok', reason: null, message: null },
    document: { kind: 'other', department: null, departmentId: null, year: null, region: { code: null, name: null, path: null } },
    pages: [],
    tables: [],
    sections: [],
    findings: [],
    coverage: { glyphs: 0, inTables: 0, inProse: 0, furniture: 0, doubled: 0, invisible: 0, unplaced: 0 },
  };
}

/** The disclosure of a document from which nothing could be read. */
export function failedDisclosure(source: Disclosure['source'], reason: Reason, message: string): Disclosure {
  return { ...emptyDisclosure(source), outcome: { status: 'failed', reason, message } };
}
