import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentJob } from '../../src/workers/job.js';
import { SAMPLE } from '../cli/juesuan.js';

/** Copies the sample into the folder under this name. Returns the job that extracts it to `out/` in the folder, as JSON and CSV. */
export function copySample(folder: string, name: string): DocumentJob {
  copyFileSync(SAMPLE, path.join(folder, name));
  const stem = path.join(folder, 'out', path.parse(name).name);
  return { path: path.join(folder, name), name, options: {}, destination: { to: 'files', stem, formats: ['json', 'csv'] } };
}
