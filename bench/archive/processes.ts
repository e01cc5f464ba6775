import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const JUESUAN = fileURLToPath(new URL('../../../bin/juesuan.mjs', import.meta.url));

/** What a command took: seconds, and what it and all its children together took over time, measured twice a second. */
export interface Ran {
  readonly code: number | null;
  readonly seconds: number;
  readonly stderr: string;
  /** MB. */
  readonly memory: readonly number[];
  /** CPU seconds since it began, and when that was seen: what the work costs, whatever else the machine does. */
  readonly cpu: readonly { readonly at: number; readonly seconds: number }[];
}

const MEASURE_EVERY = 500;

export function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [JUESUAN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
}

export async function run(args: readonly string[]): Promise<Ran> {
  const begun = performance.now();
  const child = start(args);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const memory: number[] = [];
  const cpu: Ran['cpu'][number][] = [];
  const timer = setInterval(() => {
    const taken = takenBy(child.pid ?? 0);
    memory.push(taken.megabytes);
    // A child that has just ended is counted by its parent a moment later.
    cpu.push({ at: Date.now(), seconds: Math.max(taken.seconds, cpu.at(-1)?.seconds ?? 0) });
  }, MEASURE_EVERY);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(timer);
  return { code, seconds: (performance.now() - begun) / 1000, stderr, memory, cpu };
}

/** `/proc/PID/stat` counts CPU time in hundredths of a second on Linux. */
const TICKS = 100;

/** MB resident in a process and all below it, and the CPU seconds of these and of their ended children, as Linux counts them. */
function takenBy(root: number): { megabytes: number; seconds: number } {
  const seen = new Map<number, { parent: number; megabytes: number; seconds: number }>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(path.join('/proc', name, 'status'), 'utf8');
      // After the name in brackets, which may hold anything: state, parent …
      const stat =
        readFileSync(path.join('/proc', name, 'stat'), 'utf8')
          .split(') ')
          .at(-1)
          ?.split(' ') ?? [];
      const ticks = stat.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      const megabytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
      seen.set(Number(name), { parent: Number(stat[1]), megabytes, seconds: ticks / TICKS });
    } catch {
      // It ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => pid === root || (seen.has(pid) && isBelow(seen.get(pid)?.parent ?? 0));
  const own = [...seen].filter(([pid]) => isBelow(pid)).map(([, taken]) => taken);
  const sum = (of: (taken: (typeof own)[number]) => number) => own.reduce((total, taken) => total + of(taken), 0);
  return { megabytes: Math.round(sum((t) => t.megabytes)), seconds: sum((t) => t.seconds) };
}
