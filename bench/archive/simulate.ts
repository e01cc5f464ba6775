import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { RunObserver } from '../../src/archive/run/observer.js';
import { runArchive } from '../../src/archive/run/run.js';

/**
 * An archive of `number` documents in which only the reading is simulated: every file is found, hashed and handed to a child process, which
 * records the result of one of the documents of `store` under another hash and department. Gives the folder and the new store.
 */
export async function simulate(work: string, store: string, number: number, jobs: number): Promise<{ folder: string; store: string }> {
  const [folder, results, simulated] = ['simulated', 'results', 'simulated-store'].map((name) => path.join(work, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(folder);
  mkdirSync(results);
  const found = readdirSync(path.join(store, 'json'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json.gz'));
  for (const [index, file] of found.entries())
    writeFileSync(path.join(results, `${index}.json`), gunzipSync(readFileSync(path.join(store, 'json', file))));
  for (let copy = 0; copy < number; copy++) writeFileSync(path.join(folder, `${copy % found.length}-${copy}.pdf`), `%PDF-1.7 copy ${copy}`);
  const start = performance.now();
  let done = 0;
  const observer: RunObserver = {
    rebuilt() {},
    begin() {},
    event() {},
    skipped() {},
    retry() {},
    end() {},
    document: () => {
      done += 1;
      if (done % Math.ceil(number / 10) !== 0) return;
      const own = Math.round(process.memoryUsage.rss() / 1024 / 1024);
      console.log(`${done} documents, ${((performance.now() - start) / 1000).toFixed(1)} s, parent ${own} MB`);
    },
  };
  const options = { folders: [folder], location: simulated, document: { ocr: 'auto' as const }, retry: false };
  const counts = await runArchive(options, { jobs, observer, entry: new URL('./replay.js', import.meta.url) });
  console.log(JSON.stringify(counts));
  return { folder, store: simulated };
}
