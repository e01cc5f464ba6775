import { DocumentPool } from '../workers/document-pool.js';
import { failedResult } from '../workers/document-result.js';
import type { DocumentResult } from '../workers/job.js';
import type { Progress } from './progress.js';
import type { Task } from './tasks.js';
import { EXIT } from './usage.js';

/** Does the tasks, `jobs` at a time, and hands each result to `onResult` in the order of the tasks, whichever is done first. */
export async function runTasks(
  tasks: readonly Task[],
  jobs: number,
  progress: Progress,
  onResult: (result: DocumentResult) => void,
): Promise<DocumentResult[]> {
  const documents = new DocumentPool({ jobs: Math.min(jobs, tasks.length) });
  const forgetSignals = endOnSignal(documents);
  const results: DocumentResult[] = [];
  for (const running of tasks.map((task) => runTask(task, documents, progress))) {
    const result = await running;
    onResult(result);
    results.push(result);
  }
  forgetSignals();
  await documents.close();
  progress.end(results);
  return results;
}

async function runTask({ job, refusal }: Task, documents: DocumentPool, progress: Progress): Promise<DocumentResult> {
  const result =
    refusal === null
      ? await documents.extract(job, (page, pages) => progress.onPage(job.path, page, pages))
      : failedResult(job.name, refusal);
  progress.onDone(job.path, result);
  return result;
}

/** Ctrl-C ends the children first, so that no half-written file stays behind; a second one ends us at once. Returns how to undo it. */
function endOnSignal(documents: DocumentPool): () => void {
  const codes = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const;
  const onSignal = async (signal: NodeJS.Signals) => {
    forget();
    await documents.close();
    process.exit(signal === 'SIGINT' ? codes.SIGINT : codes.SIGTERM);
  };
  const forget = () => {
    for (const signal of Object.keys(codes)) process.off(signal, onSignal);
  };
  for (const signal of Object.keys(codes)) process.on(signal, onSignal);
  return forget;
}
