import { readFile } from 'node:fs/promises';
import { families } from '../../extractors/families.js';
import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';
import type { StoreFinding } from '../archive/across/finding.js';
import { DocumentsWithoutStore } from '../archive/across/without-store.js';
import { worstFirst } from './checked-document.js';
import { betweenText } from './findings-text.js';

/** Findings that are printed; `juesuan check` prints all. */
const MOST_FINDINGS = 20;

/** A document of a run: what it is called, and the path of its JSON. */
export interface WrittenJson {
  readonly file: string;
  readonly json: string;
}

/** What documents say against each other. Each is read, and not kept. */
export async function betweenResults(documents: readonly WrittenJson[]): Promise<readonly StoreFinding[]> {
  if (documents.length < 2) return [];
  const compared = new DocumentsWithoutStore(families);
  for (const { json, file } of documents) compared.add(file, await readResult(json), () => readResult(json));
  return await compared.compare();
}

/** The same for the terminal, the worst first; empty where that is nothing. */
export function betweenSummary(findings: readonly StoreFinding[]): string {
  if (findings.length === 0) return '';
  const more = findings.length > MOST_FINDINGS ? `  … ${findings.length - MOST_FINDINGS} more: juesuan check prints them all.\n` : '';
  return betweenText(findings.toSorted(worstFirst), MOST_FINDINGS) + more;
}

const readResult = async (file: string): Promise<Disclosure> => parseDisclosure(JSON.parse(await readFile(file, 'utf8')));
