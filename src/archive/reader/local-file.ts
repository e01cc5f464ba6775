import { rm } from 'node:fs/promises';
import path from 'node:path';
import { at } from '../../base/invariant.js';
import { MAX_BYTES } from '../../base/limits.js';
import { UNNAMED } from '../../read/containers.js';
import { type FetchLimits, fetchDocument } from './fetch.js';
import { makeFetchedFolder } from './fetched-folder.js';
import type { ArchiveJob } from './port.js';

/** ms. Whole, and without a byte. */
const FETCH_LIMITS: Pick<FetchLimits, 'total' | 'idle'> = { total: 300_000, idle: 30_000 };

const isUrl = (location: string): boolean => /^https?:\/\//.test(location);

/** A file on this machine, and how to remove it where it is only a copy. */
interface LocalFile {
  readonly path: string;
  dispose(): Promise<void>;
}

/** A job whose files are on this machine, and how to remove those that are only copies. */
export interface LocalJob {
  readonly job: ArchiveJob;
  dispose(): Promise<void>;
}

/** A job with each of its files as `localFile` gives it. @throws FetchError that says why one cannot be fetched */
export async function localJob(job: ArchiveJob, stop: AbortSignal): Promise<LocalJob> {
  const files: LocalFile[] = [];
  const dispose = async () => {
    for (const file of files) await file.dispose();
  };
  try {
    for (const each of job.together ?? [job]) files.push(await localFile(each, stop));
  } catch (error) {
    await dispose();
    throw error;
  }
  const together = job.together?.map((part, index) => ({ ...part, path: at(files, index).path }));
  return { job: { ...job, path: at(files, 0).path, ...(together && { together }) }, dispose };
}

/** A document's file: as it is, or fetched where it is an http(s) URL. @throws FetchError that says why it cannot be fetched */
async function localFile(
  { path: location, sha256, bytes }: Pick<ArchiveJob, 'path' | 'sha256' | 'bytes'>,
  stop: AbortSignal,
): Promise<LocalFile> {
  if (!isUrl(location)) return { path: location, dispose: async () => {} };
  const folder = await makeFetchedFolder();
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, UNNAMED);
    // One that is too large to be read is fetched all the same: its result says so, once and for all.
    await fetchDocument(location, file, { sha256, limits: { ...FETCH_LIMITS, bytes: Math.max(MAX_BYTES, bytes) }, stop });
    return { path: file, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** A document's place as it may be printed: a URL without its user and password. */
export function printedPlace(location: string): string {
  if (!isUrl(location) || !URL.canParse(location)) return location;
  const { username, password, href } = new URL(location);
  return username === '' && password === '' ? location : href.replace(/\/\/[^@/]*@/, '//');
}
