import { readFile } from 'node:fs/promises';
import { families } from '../../extractors/families.js';
import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';
import { DocumentsWithoutStore } from '../archive/across/without-store.js';
import type { DocumentResult } from '../workers/job.js';
import { worstFirst } from './checked-document.js';
import { betweenText } from './findings-text.js';

/** Findings that are printed; `juesuan check` prints all. */
const MOST_FINDINGS = 20;

/** What documents whose results were written as JSON say against each other, for the terminal; empty where that is nothing. */
export async function betweenResults(results: readonly DocumentResult[]): Promise<string> {
  const files = results.flatMap(({ written, summary }) => {
    const json = written.find((file) => file.endsWith('.json'));
    return json === undefined ? [] : [{ json, name: summary.document }];
  });
  if (files.length < 2) return '';
  const compared = new DocumentsWithoutStore(families);
  for (const { json, name } of files) compared.add(name, await readResult(json), () => readResult(json));
  const findings = (await compared.compare()).toSorted(worstFirst);
  if (findings.length === 0) return '';
  const more = findings.length > MOST_FINDINGS ? `  … ${findings.length - MOST_FINDINGS} more: juesuan check prints them all.\n` : '';
  return betweenText(findings, MOST_FINDINGS) + more;
}

const readResult = async (file: string): Promise<Disclosure> => parseDisclosure(JSON.parse(await readFile(file, 'utf8')));
