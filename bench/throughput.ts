import { startChild } from '../src/workers/child-process.js';
import { DocumentPool } from '../src/workers/document-pool.js';
import type { BenchDocument } from './documents.js';

/** Documents that each child reads before the clock starts: V8 has compiled by then. */
const WARM_UP = 10;

export interface Workers {
  readonly jobs: number;
  /** Each on one core, as where there are no more cores than workers; else V8 compiles and collects on the others. */
  readonly onOneCore: boolean;
}

/** Pages a second of child processes, as `juesuan extract` has them, once they are warm. */
export async function pagesPerSecond(
  { jobs, onOneCore }: Workers,
  documents: readonly BenchDocument[],
  rounds: number,
  ocr: 'auto' | 'off',
): Promise<number> {
  const pool = new DocumentPool({ jobs, start: (options) => startChild({ ...options, singleThreaded: onOneCore }) });
  const extract = ({ path }: BenchDocument) =>
    pool.extract({ path, name: path, options: { ocr }, destination: { to: 'caller', format: 'json' } });
  const first = documents.slice(0, WARM_UP);
  await Promise.all(Array.from({ length: jobs }, () => first.map(extract)).flat());
  const start = performance.now();
  await Promise.all(Array.from({ length: rounds }, () => documents.map(extract)).flat());
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return (rounds * documents.reduce((pages, document) => pages + document.pages, 0)) / seconds;
}
