import { isDeepStrictEqual } from 'node:util';
import { type Correction, type Corrections, parseCorrectionsStrictly } from '../../schemas/corrections.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { say } from '../base/language.js';

/** Which document a corrections file is about. */
export type CorrectedDocument = Pick<Disclosure['source'], 'name' | 'sha256'>;

/** A corrections file that cannot be added to: it is broken, or about another document. It was not touched. */
export class UnusableCorrectionsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableCorrectionsError';
  }
}

export class NoSuchCorrection extends RangeError {
  override readonly name = 'NoSuchCorrection';
}

/**
 * The corrections of a document with one more. A second one of the same place takes the place of the first, and still says what was read
 * before it was corrected.
 * @param text the file as it is, null where there is none
 * @throws UnusableCorrectionsError
 */
export function withCorrection(text: string | null, document: CorrectedDocument, correction: Correction): Corrections {
  const file = readWhole(text, document);
  const at = file.corrections.findIndex((each) => isSamePlace(each, correction));
  const earlier = file.corrections[at];
  if (!earlier) return { ...file, corrections: [...file.corrections, correction] };
  return { ...file, corrections: file.corrections.with(at, merged(earlier, correction)) };
}

/**
 * The corrections with one of them in place of another, null for none: how a change is taken back. What is taken away is given as a whole:
 * another process may have added or taken away some, and its number is another.
 * @throws UnusableCorrectionsError; NoSuchCorrection also where the place of one that is put back has been corrected meanwhile
 */
export function withInstead(text: string | null, document: CorrectedDocument, from: Correction | null, to: Correction | null): Corrections {
  const file = readWhole(text, document);
  const index = from === null ? file.corrections.length : file.corrections.findIndex((each) => isDeepStrictEqual(each, from));
  if (index < 0) throw new NoSuchCorrection('There is no such correction any more.');
  const corrections = file.corrections.toSpliced(index, 1);
  if (to === null) return { ...file, corrections };
  if (corrections.some((each) => isSamePlace(each, to))) throw new NoSuchCorrection('The place has been corrected meanwhile.');
  return { ...file, corrections: corrections.toSpliced(index, 0, to) };
}

function readWhole(text: string | null, { name, sha256 }: CorrectedDocument): Corrections {
  if (text === null) return { $schema: 'corrections.schema.json', schemaVersion: '1', document: { name, sha256 }, corrections: [] };
  let file: Corrections;
  try {
    file = parseCorrectionsStrictly(JSON.parse(text));
  } catch {
    throw new UnusableCorrectionsError(
      say(
        '文件旁已有的更正文件不合格式，请先修好或移走。',
        'The file of corrections beside the document has not its form: mend it or move it first.',
      ),
    );
  }
  if (file.document.sha256 !== sha256)
    throw new UnusableCorrectionsError(
      say(
        '文件旁已有的更正文件是为另一份文件所作，请先移走。',
        'The file of corrections beside the document is of another document: move it first.',
      ),
    );
  return file;
}

/** pt. Places are copied from results, to 0.01. */
const NEAR = 0.5;

function isSamePlace(a: Correction, b: Correction): boolean {
  if (a.kind !== b.kind || a.page !== b.page) return false;
  if ('ref' in a || 'ref' in b) return 'ref' in a && 'ref' in b && a.ref === b.ref;
  return a.box.every((n, i) => Math.abs(n - at(b.box, i)) <= NEAR);
}

/** Two corrections of one place as one: what was read before the earlier one, and the changes of both. */
function merged(earlier: Correction, later: Correction): Correction {
  if (earlier.kind === 'row' && later.kind === 'row') return { ...later, was: earlier.was, now: { ...earlier.now, ...later.now } };
  if (earlier.kind === 'table' && later.kind === 'table') return { ...later, was: earlier.was, now: { ...earlier.now, ...later.now } };
  if (earlier.kind === 'cell' && later.kind === 'cell') return { ...later, was: earlier.was };
  return later;
}
