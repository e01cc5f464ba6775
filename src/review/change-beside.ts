import path from 'node:path';
import { lock } from 'proper-lockfile';
import { say } from '../base/language.js';
import { sha256Of } from '../base/sha256.js';

/** ms. A change takes a few of them: a lock that nobody has renewed for so long was left behind by a process that died. */
const STALE = 5_000;

/** Tries in about a quarter of a minute, longer than a lock that was left behind lasts. */
const TRIES = { retries: 45, factor: 1.5, minTimeout: 20, maxTimeout: 400, randomize: true };

/** A file that people change, beside a document. */
interface FileBeside {
  readonly path: string;
  /** What messages call it. */
  readonly name: string;
  /** The error of one that cannot be changed now. */
  readonly unusable: (sentence: string) => Error;
}

/**
 * Changes a file beside a document while no other process does, on this machine or another: what `edit` makes of it is given to `write`. The
 * lock is a folder beside the file, gone when the change is done.
 * @throws what `unusable` makes where another process does not let go of the file; what `edit` and `write` throw; system errors
 */
export async function changeBeside<Changed>(
  { path: file, name, unusable }: FileBeside,
  edit: () => Promise<Changed>,
  write: (changed: Changed) => Promise<void>,
): Promise<void> {
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
    throw isLocked(error)
      ? unusable(say(`另一程序正在改这份${name}，请稍后再试。`, `Another program is changing the ${name}: try again in a moment.`))
      : error;
  });
  try {
    const changed = await edit();
    if (lost)
      throw unusable(
        say(
          `改动未保存：另一程序已在改这份${name}，请再试一次。`,
          `The change is not saved: another program is changing the ${name}. Try again.`,
        ),
      );
    await write(changed);
  } finally {
    // A lock that was lost is another's.
    if (!lost) await release();
  }
}

const isLocked = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ELOCKED';
