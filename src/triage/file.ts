import { rm } from 'node:fs/promises';
import { parseTriage, type Triage } from '../../schemas/triage.js';
import { systemPath } from '../base/file-name.js';
import { writeWhole } from '../base/files.js';
import { readRegular, UnreadableFileError } from '../base/regular-file.js';
import { stemOf } from '../read/containers.js';

const EXTENSION = '.triage.json';

/** Bytes. Twenty thousand judgements with their places have less. */
const MOST = 64_000_000;

/** `reports/a.pdf` → `reports/a.triage.json`. */
export const triagePath = (document: string): string => stemOf(document) + EXTENSION;

/** True for a triage file's own name. */
export const isTriagePath = (file: string): boolean => file.endsWith(EXTENSION);

/** The text of the triage file beside a document; null where there is none. One that cannot be read gives a text that is no JSON. */
export const readTriageBeside = async (document: string): Promise<string | null> => await readText(triagePath(document));

/** The same of the one beside the results of a document, whose paths without their endings are `stem`. */
export const readTriageOfResults = async (stem: string): Promise<string | null> => await readText(stem + EXTENSION);

async function readText(file: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await readRegular(file, MOST));
  } catch (error) {
    return error instanceof UnreadableFileError && error.reason === 'not-there' ? null : '';
  }
}

/** Writes the file whole or not at all; takes it away where nothing is judged any more. @throws ZodError where `triage` breaks its schema */
export async function writeTriageBeside(document: string, triage: Triage): Promise<void> {
  const file = systemPath(triagePath(document));
  if (triage.judgements.length === 0) return await rm(file, { force: true });
  await writeWhole(file, `${JSON.stringify(parseTriage(triage), null, 2)}\n`);
}
