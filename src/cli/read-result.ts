import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';
import { readRegular, UnreadableFileError } from '../base/regular-file.js';
import { placeOf } from './inputs.js';
import { UsageError } from './usage.js';

/** Bytes. A text has not more characters in V8. */
const MAX_RESULT = 500_000_000;

export const isResultName = (file: string): boolean => file.toLowerCase().endsWith('.json');

/** A result that juesuan has written. @throws UsageError where the file is none */
export async function readResult(file: string): Promise<Disclosure> {
  try {
    return parseDisclosure(JSON.parse(new TextDecoder().decode(await readRegular(await placeOf(file), MAX_RESULT))));
  } catch (error) {
    const why = error instanceof UnreadableFileError ? `cannot be read: ${error.message}` : 'is no result of juesuan';
    throw new UsageError(`${file} ${why}`);
  }
}
