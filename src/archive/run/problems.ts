import type { ByReason, RunResult } from './events.js';
import { missingInWords } from './gone.js';

/** Reasons to leave a document for the next run about which nobody must do anything. */
const HARMLESS: ReadonlySet<string> = new Set(['changed', 'other-worker', 'stopped']);

/** What somebody should look at after a run, in sentences: what could not be had. Documents that cannot be read are nothing unusual. */
export function problemsOf({ extracted, failed, quarantined, unreadable, lost, provenance, reasons, missing }: RunResult): string[] {
  const kept = Object.entries(reasons.postponed).filter(([reason]) => !HARMLESS.has(reason));
  const read = extracted + failed + quarantined;
  const problems: string[] = missing.map((one) => `${one.root}: ${missingInWords(one)}`);
  if (unreadable > 0) problems.push(`${unreadable} files or folders cannot be read: ${inWords(reasons.unreadable)}`);
  if (provenance > 0) problems.push(`${provenance} lines or fields of manifests and sidecars, or triage files, cannot be used`);
  if (lost > 0) problems.push(`the JSON of ${lost} documents is missing from the store`);
  if (kept.length > 0) problems.push(`${sum(kept)} documents could not be had: ${inWords(Object.fromEntries(kept))}`);
  else if (read === 0 && reasons.postponed['changed']) problems.push(`no document could be read: ${inWords(reasons.postponed)}`);
  return problems;
}

/** `2 http-404, 1 refused` */
export const inWords = (reasons: ByReason): string =>
  Object.entries(reasons)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ');

const sum = (counted: readonly (readonly [string, number])[]): number => counted.reduce((total, [, count]) => total + count, 0);
