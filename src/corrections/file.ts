import { rm } from 'node:fs/promises';
import { type Corrections, parseCorrectionsStrictly } from '../../schemas/corrections.js';
import { systemPath } from '../base/file-name.js';
import { writeWhole } from '../base/files.js';
import { readRegular, UnreadableFileError } from '../base/regular-file.js';
import { stemOf } from '../read/containers.js';

const EXTENSION = '.corrections.json';

/** Bytes. Ten thousand corrections with their reasons have less. */
const MOST = 8_000_000;

/** `reports/a.pdf` → `reports/a.corrections.json`. */
export const correctionsPath = (document: string): string => stemOf(document) + EXTENSION;

/** True for a corrections file's own name. */
export const isCorrectionsPath = (file: string): boolean => file.endsWith(EXTENSION);

/**
 * The text of the corrections file beside a document; null where there is none. One that cannot be read or is too large gives a text that
 * is no JSON, so that the document's findings say so.
 */
export async function readCorrectionsBeside(pdf: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await readRegular(correctionsPath(pdf), MOST));
  } catch (error) {
    return error instanceof UnreadableFileError && error.reason === 'not-there' ? null : '';
  }
}

/** Writes the file whole or not at all; takes it away where nothing is left to correct. Throws where `corrections` breaks its schema. */
export async function writeCorrectionsBeside(pdf: string, corrections: Corrections): Promise<void> {
  const text = correctionsText(corrections);
  if (text === null) return await rm(systemPath(correctionsPath(pdf)), { force: true });
  await writeWhole(systemPath(correctionsPath(pdf)), text);
}

/** What a corrections file holds; null: there is to be none. Throws where `corrections` breaks its schema. */
export const correctionsText = (corrections: Corrections): string | null =>
  corrections.corrections.length === 0 ? null : `${JSON.stringify(parseCorrectionsStrictly(corrections), null, 2)}\n`;
