import path from 'node:path';
import { lock } from 'proper-lockfile';
import type { Corrections } from '../../schemas/corrections.js';
import { sha256Of } from '../base/sha256.js';
import { UnusableCorrectionsError } from '../corrections/edit.js';
import { correctionsPath, readCorrectionsBeside, writeCorrectionsBeside } from '../corrections/file.js';

/** ms. A change takes a few of them: a lock that nobody has renewed for so long was left behind by a process that died. */
const STALE = 5_000;

/** Tries in about a quarter of a minute, longer than a lock that was left behind lasts. */
const TRIES = { retries: 45, factor: 1.5, minTimeout: 20, maxTimeout: 400, randomize: true };

/**
 * Changes the corrections file beside a document while no other process does, on this machine or another: what `edit` makes of its text
 * (null: there is no file) is written whole or not at all. The lock is a folder beside the file, gone when the change is done.
 * @throws UnusableCorrectionsError where another process does not let go of the file; what `edit` throws; system errors
 */
export async function changeCorrectionsBeside(pdf: string, edit: (text: string | null) => Promise<Corrections>): Promise<void> {
  const file = correctionsPath(pdf);
  let lost = false;
  const release = await lock(file, {
    // Not the file's name and more: a Chinese one may already be as long as a name can be.
    lockfilePath: path.join(path.dirname(file), `.juesuan-${sha256Of(Buffer.from(path.basename(file))).slice(0, 16)}.lock`),
    // There may be no such file yet.
    realpath: false,
    stale: STALE,
    retries: TRIES,
    onCompromised: () => {
      lost = true;
    },
  }).catch((error: unknown) => {
    throw isLocked(error) ? new UnusableCorrectionsError('另一程序正在改这份更正文件，请稍后再试。') : error;
  });
  try {
    const changed = await edit(await readCorrectionsBeside(pdf));
    if (lost) throw new UnusableCorrectionsError('改动未保存：另一程序已在改这份更正文件，请再试一次。');
    await writeCorrectionsBeside(pdf, changed);
  } finally {
    // A lock that was lost is another's.
    if (!lost) await release();
  }
}

const isLocked = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ELOCKED';
