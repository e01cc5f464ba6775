import { totalmem } from 'node:os';

/** The time and memory one document may take, and the life of a child process. */
export interface Limits {
  /** ms without progress, that is without a page that was read. */
  readonly silence: number;
  /** ms for the whole document. */
  readonly deadline: number;
  /** Bytes of resident memory of one child process: heap, buffers, WebAssembly and native memory together. */
  readonly memory: number;
  /** Documents after which a child process is replaced by a new one. */
  readonly documents: number;
}

export const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  /** A page of text takes some 50 ms, a scanned one 5 to 15 s on a busy core: two silent minutes are a hang, however long the document. */
  silence: 120_000,
  /** 200 scanned pages at 15 s each take 50 minutes. A document that takes longer than an hour would hold up the others too long. */
  deadline: 3_600_000,
  /** Published disclosures stay below 400 MB, with OCR below 700: two of them fit, two decompression bombs do not. */
  memory: 1536 * MEGABYTE,
  /** A new process takes some 3 CPU seconds until its code is compiled well, as much as 20 documents; over 1,000 of them its memory does not grow. */
  documents: 500,
};

/** The part of the machine's memory that child processes may take; the rest is left to everything else that runs on it. */
const MACHINE_SHARE = 3 / 4;

/**
 * Bytes that all children of a pool may take together: half of one child's limit for each child, at most the share of the machine, and at
 * least the limit of one child. Children that read scans take some 550 MB each.
 */
export function poolMemory(children: number, memory: number, machine: number): number {
  return Math.max(memory, Math.min((children * memory) / 2, machine * MACHINE_SHARE));
}

/** Bytes of memory of this machine, or of the container the process runs in. */
export function machineMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained ? Math.min(constrained, totalmem()) : totalmem();
}
