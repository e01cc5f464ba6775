import { totalmem } from 'node:os';

/** What one document may take of the machine before it is ended. */
export interface Limits {
  /** ms without any page read. */
  readonly silence: number;
  /** ms in all. */
  readonly deadline: number;
  /**
   * Bytes resident in a child process: heap, buffers, WebAssembly and native memory alike. One that takes more is ended; where several
   * take more than `memoryTogether`, the largest begins again, alone.
   */
  readonly memory: number;
  /** Documents after which a child process is replaced by a new one. */
  readonly documents: number;
}

export const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  /** A page of text takes some 50 ms, a scanned one 5 to 15 s on a busy core: two silent minutes are a hang, however long the document. */
  silence: 120_000,
  /** 200 scanned pages at 15 s each take 50 minutes; what is still not done after an hour is not worth the others' wait. */
  deadline: 3_600_000,
  /** Published disclosures stay below 400 MB, with OCR below 700: two of them fit, two bombs do not. */
  memory: 1536 * MEGABYTE,
  /** A new process takes some 3 CPU seconds until its code is compiled well, as much as 20 documents; over 1,000 of them one stays as large. */
  documents: 500,
};

/** Of the machine's memory, the rest is for everything else that runs on it. */
const SHARE = 3 / 4;

/**
 * Bytes that all child processes may take together: what one may take, or half of that for each where more than two run and the
 * machine has it. Children that read scans take some 550 MB each.
 */
export function memoryTogether(children: number, memory: number, machine: number): number {
  return Math.max(memory, Math.min((children * memory) / 2, machine * SHARE));
}

/** Bytes of memory of this machine, or of the container we run in. */
export function machineMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained ? Math.min(constrained, totalmem()) : totalmem();
}
