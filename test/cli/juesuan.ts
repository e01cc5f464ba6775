import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SAMPLE = path.join(ROOT, 'samples', 'beiguan-2024.pdf');
export const OTHER_SAMPLE = path.join(ROOT, 'samples', 'tongbai-market-2020.pdf');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'juesuan-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Leads a process group of its own, as in a terminal. */
export function start(
  args: string[],
  cwd: string,
  program = path.join(ROOT, 'bin', 'juesuan.mjs'),
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...env },
  });
}

export async function finish(child: ChildProcess): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** The built command line, run in `cwd`. */
export async function juesuan(args: string[], cwd: string): Promise<Ran> {
  return await finish(start(args, cwd));
}

/** Files below a folder, hidden ones too, sorted. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
}

/** Puts copies of a file into a folder, at these paths below it. */
export function place(folder: string, file: string, ...targets: readonly string[]): void {
  for (const target of targets) {
    mkdirSync(path.dirname(path.join(folder, target)), { recursive: true });
    copyFileSync(file, path.join(folder, target));
  }
}

/** A result that was written, checked against the schema. */
export function resultIn(folder: string, file: string): Disclosure {
  return parseDisclosure(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
}
