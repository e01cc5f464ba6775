import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MEGABYTE } from './limits.js';

/** MB of each half of V8's young generation. */
const YOUNG = 32;

interface ChildOptions {
  /** The file the process runs; it calls `serve`. */
  readonly entry: URL;
  /** Bytes of resident memory after which it kills itself. */
  readonly memory: number;
  /** Whether V8 compiles and collects garbage on the thread that runs the code. */
  readonly singleThreaded: boolean;
}

export type StartChild = (options: ChildOptions) => ChildProcess;

/** Starts a child process of the pool. Does not throw: a process that cannot be started emits `error`, and has no pipes. */
export const startChild: StartChild = ({ entry, memory, singleThreaded }) =>
  fork(fileURLToPath(entry), [String(memory)], {
    // The heap limit is only a fallback: the memory watch sees all memory, and acts earlier. What is allocated for a page dies with it:
    // in a young generation twice as large as usual it is collected half as often.
    execArgv: [
      ...(singleThreaded ? ['--single-threaded'] : []),
      `--max-semi-space-size=${YOUNG}`,
      `--max-old-space-size=${Math.ceil(memory / MEGABYTE)}`,
    ],
    // One arena of malloc for all threads, so that each uses what another has freed: 50 MB less with OCR, and no slower.
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
    // No stdout: what libraries print there must not mix with our data. The last one is `MEMORY_PIPE`.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
  });
