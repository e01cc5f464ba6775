/** How V8 runs in a child process: a child reads some hundred documents, on as little of the machine as it can. */

import { setFlagsFromString } from 'node:v8';
import { MEGABYTE } from './limits.js';

/**
 * MB. The young generation grows up to this: twice what V8 gives it, so that most of what a page leaves behind is dead before it is
 * copied. Two children read 8 % more pages with it; twice as much again gives nothing more.
 */
const YOUNG_GENERATION = 32;

/**
 * MB. Until the old generation holds so much, V8 does not collect it. Each such collection drops the optimized code of every function
 * that was made inside another and is not in use at that moment: with V8's own 80 MB after every 500 pages, and a fifth of what a child
 * compiles it has compiled before.
 */
const OLD_GENERATION = 256;

/** Flags of a child's command line. @param singleThreaded V8 compiles and collects garbage on the thread that runs the code */
export const commandLineFlags = (memory: number, singleThreaded: boolean): string[] => [
  ...(singleThreaded ? ['--single-threaded'] : []),
  `--max-semi-space-size=${YOUNG_GENERATION}`,
  `--initial-old-space-size=${OLD_GENERATION}`,
  // The heap limit is only a fallback: the memory watch sees all memory, and acts earlier.
  `--max-old-space-size=${Math.ceil(memory / MEGABYTE)}`,
];

/**
 * Bytes of bytecode a function runs before V8 optimizes it: eight times the default. A child reads too few documents to earn back most of
 * what V8 would optimize: a quarter of the CPU time of its first hundred documents went into it, now an eighth. It is no flag of the
 * command line because Node 24 does not know it and would not start. Set here, an unknown flag is only reported on the child's stderr.
 */
const LATE_OPTIMIZATION = '--interrupt-budget=540000';

/** To be called first in a child. */
export const optimizeLate = (): void => setFlagsFromString(LATE_OPTIMIZATION);
