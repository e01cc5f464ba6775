import type { ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { sha256Of } from '../../src/base/sha256.js';
import type { DeskOptions } from '../../src/review/desk/desk-routes.js';
import { serveReview } from '../../src/review/server.js';
import { finish, SAMPLE, start } from '../cli/juesuan.js';

export interface Serving {
  /** Holds the documents. */
  readonly folder: string;
  /** With the token. */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
}

/** The version of the sample, as the page tells it. */
export const VERSION = sha256Of(readFileSync(SAMPLE));

/** Files by name; null is the sample. */
type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** `juesuan review` as a person starts it, on documents of its own; it ends with the test. */
export async function serve(files: Files = { 'a.pdf': null }, ...more: string[]): Promise<Serving> {
  const { close, ...serving } = await startReview(files, ...more);
  onTestFinished(close);
  return serving;
}

/** The same, until it is closed. */
export async function startReview(files: Files, ...more: string[]): Promise<Serving & { readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'juesuan-test-'));
  const { close, ...serving } = await startReviewIn(writeFiles(folder, files), ...more);
  return {
    ...serving,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A second one on the documents of the first, as another person would start it. */
export async function serveAgain({ folder }: Serving, ...more: string[]): Promise<Serving> {
  const { close, ...serving } = await startReviewIn(path.dirname(folder), ...more);
  onTestFinished(close);
  return serving;
}

function writeFiles(folder: string, files: Files): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, 'in', name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (content === null) copyFileSync(SAMPLE, file);
    else writeFileSync(file, content);
  }
  return folder;
}

/** The desk as a person opens it, by `juesuan` alone: it remembers in the folder `state`, and keeps what is dropped in `tmp`. */
export async function serveDesk(
  args: readonly string[] = [],
  files: Files = {},
): Promise<Serving & { readonly root: string; readonly child: ChildProcess }> {
  const root = writeFiles(mkdtempSync(path.join(tmpdir(), 'juesuan-test-')), files);
  mkdirSync(path.join(root, 'tmp'));
  const env = { XDG_STATE_HOME: path.join(root, 'state'), TMPDIR: path.join(root, 'tmp') };
  const child = start([...args], root, undefined, env);
  const { close, ...serving } = await servedBy(child, root);
  onTestFinished(async () => {
    await close();
    rmSync(root, { recursive: true, force: true });
  });
  return { ...serving, root, child };
}

async function startReviewIn(folder: string, ...more: string[]): Promise<Serving & { readonly close: () => Promise<void> }> {
  return await servedBy(start(['review', 'in', '--by', '张三', ...more], folder), folder);
}

async function servedBy(child: ChildProcess, folder: string): Promise<Serving & { readonly close: () => Promise<void> }> {
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = finish(child);
    child.kill('SIGTERM');
    await ended;
  };
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (text) => {
      printed += text;
      if (printed.includes('\n')) resolve(printed.trim());
    });
    child.once('close', (code) => reject(new Error(`juesuan review ended with ${code}`)));
  });
  return { ...servingAt(address, path.join(folder, 'in')), close };
}

/** The server alone, in this process: it serves the page and the list, and refuses requests, but reads no document. */
export async function serveHere(desk?: DeskOptions): Promise<Serving> {
  const options = { lang: 'zh', by: '张三', document: { ocr: 'auto' }, ...(desk && { desk }) } as const;
  const served = await serveReview(desk ? [] : [{ path: SAMPLE, stem: 'beiguan-2024' }], options);
  onTestFinished(() => served.close());
  return servingAt(served.address, path.dirname(SAMPLE));
}

function servingAt(address: string, folder: string): Serving {
  const url = new URL(address);
  return { folder, address, origin: url.origin, token: url.searchParams.get('token') ?? '' };
}
