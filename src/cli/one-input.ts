import path from 'node:path';
import { DisclosureError } from '../base/errors.js';
import { shownName } from '../base/file-name.js';
import { readSource } from '../workers/source.js';
import { findInputs, type Input } from './inputs.js';
import { UsageError } from './usage.js';

/** The one PDF that a command takes. @throws UsageError */
export async function oneInput(command: string, file: string): Promise<Input> {
  const {
    inputs: [input, ...more],
  } = await findInputs([file]);
  if (!input || more.length > 0) throw new UsageError(`${command} takes one PDF, not the ${1 + more.length} in ${file}`);
  return input;
}

/** Uses the bytes of a file. The error for a document that cannot be read names the file, as there is no result that does. */
export async function withInput<T>({ path: file }: Input, use: (bytes: Uint8Array, name: string) => Promise<T>): Promise<T> {
  try {
    return await use(await readSource(file), shownName(path.basename(file)));
  } catch (cause) {
    if (cause instanceof DisclosureError) throw new DisclosureError(cause.reason, `${file}: ${cause.message}`, { cause });
    throw cause;
  }
}

/** Runs an action that throws a RangeError where an option's value is wrong. @throws UsageError that names the option */
export function asUsage<T>(option: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${option}: ${error.message}`);
    throw error;
  }
}
