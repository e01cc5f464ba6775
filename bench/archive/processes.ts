import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const JUESUAN = fileURLToPath(new URL('../../../bin/juesuan.mjs', import.meta.url));

/** What a command took: seconds, and the memory of it and all its children together over time. */
export interface Ran {
  readonly code: number | null;
  readonly seconds: number;
  readonly stderr: string;
  /** MB, twice a second. */
  readonly memory: readonly number[];
}

const LOOK_EVERY = 500;

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
  const looks = setInterval(() => memory.push(residentOf(child.pid ?? 0)), LOOK_EVERY);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(looks);
  return { code, seconds: (performance.now() - begun) / 1000, stderr, memory };
}

/** MB resident in a process and all below it, as Linux counts them. */
function residentOf(root: number): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(path.join('/proc', name, 'status'), 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It ended while we looked.
    }
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return Math.round([...resident].reduce((sum, [pid, megabytes]) => sum + (isBelow(pid) ? megabytes : 0), 0));
}
