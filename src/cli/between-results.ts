import { readFile } from 'node:fs/promises';
import { families } from '../../extractors/families.js';
import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';
import type { StoreFinding } from '../archive/across/finding.js';
import { DocumentsWithoutStore } from '../archive/across/without-store.js';
import type { DocumentResult } from '../workers/job.js';
import { worstFirst } from './checked-document.js';
import { betweenText } from './findings-text.js';

/** Findings that are printed; `juesuan check` prints all. */
const MOST_FINDINGS = 20;

/** What documents whose results were written as JSON say against each other. */
export async function betweenResults(results: readonly DocumentResult[]): Promise<readonly StoreFinding[]> {
  const files = results.flatMap(({ written, summary }) => {
    const json = written.find((file) => file.endsWith('.json'));
    return json === undefined ? [] : [{ json, name: summary.document }];
  });
  if (files.length < 2) return [];
  const compared = new DocumentsWithoutStore(families);
  for (const { json, name } of files) compared.add(name, await readResult(json), () => readResult(json));
  return await compared.compare();
}

/** The same for the terminal, the worst first; empty where that is nothing. */
export function betweenSummary(findings: readonly StoreFinding[]): string {
  if (findings.length === 0) return '';
  const more = findings.length > MOST_FINDINGS ? `  … ${findings.length - MOST_FINDINGS} more: juesuan check prints them all.\n` : '';
  return betweenText(findings.toSorted(worstFirst), MOST_FINDINGS) + more;
}

const readResult = async (file: string): Promise<Disclosure> => parseDisclosure(JSON.parse(await readFile(file, 'utf8')));
