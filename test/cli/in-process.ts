import { vi } from 'vitest';
import { main } from '../../src/cli.js';
import type { Ran } from './juesuan.js';

/**
 * The command line in this process, run in `cwd`: its exit code and what it prints. It shows what `juesuan` of `juesuan.ts` shows, without
 * the half second that a process takes; but commands that read documents in child processes need the built ones.
 */
export async function inProcess(args: readonly string[], cwd: string): Promise<Ran> {
  const [here, codeBefore] = [process.cwd(), process.exitCode];
  const listeners = process.stdout.listeners('error');
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  process.chdir(cwd);
  process.exitCode = undefined;
  try {
    await main(args);
    return { code: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.chdir(here);
    process.exitCode = codeBefore;
    for (const spy of spies) spy.mockRestore();
    for (const listener of process.stdout.listeners('error'))
      if (!listeners.includes(listener)) process.stdout.off('error', listener as () => void);
  }
}
