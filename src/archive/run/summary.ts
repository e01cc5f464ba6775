import type { RunResult } from './events.js';
import { problemsOf } from './problems.js';

/** What `archive --summary json` prints, for a program that watches the runs: see docs/archive.md. */
export interface Summary {
  readonly schemaVersion: '1';
  /** `failed`: the run broke off, `problems` says why, and nothing is counted. */
  readonly state: 'done' | 'stopped' | 'failed';
  readonly exitCode: number;
  /** Why the exit code is not 0, in sentences. */
  readonly problems: readonly string[];
  readonly run: number | null;
  readonly seconds: number;
  readonly files: Readonly<Record<'found' | 'new' | 'changed' | 'gone' | 'missing' | 'asBefore' | 'own' | 'unreadable', number>> | null;
  readonly documents: Readonly<Record<'extracted' | 'failed' | 'quarantined' | 'postponed' | 'renewed' | 'lost' | 'pages', number>> | null;
  readonly reasons: RunResult['reasons'] | null;
}

/** A run that came to an end, by itself or by a signal. */
export function toSummary(result: RunResult, exitCode: number, isStopped: boolean, ms: number): Summary {
  const { files, new: fresh, changed, gone, skipped, unreadable, missing, own } = result;
  const { extracted, failed, quarantined, postponed, renewed, lost, pages } = result;
  return {
    schemaVersion: '1',
    state: isStopped ? 'stopped' : 'done',
    exitCode,
    problems: problemsOf(result),
    run: result.id,
    seconds: toSeconds(ms),
    files: {
      found: files,
      new: fresh,
      changed,
      gone,
      missing: missing.reduce((sum, folder) => sum + folder.missing, 0),
      asBefore: skipped,
      own,
      unreadable,
    },
    documents: { extracted, failed, quarantined, postponed, renewed, lost, pages },
    reasons: result.reasons,
  };
}

/** A run that broke off. */
export function failedSummary(problem: string, exitCode: number, ms: number): Summary {
  const nothing = { run: null, files: null, documents: null, reasons: null };
  return { schemaVersion: '1', state: 'failed', exitCode, problems: [problem], seconds: toSeconds(ms), ...nothing };
}

const toSeconds = (ms: number): number => Math.round(ms / 100) / 10;
