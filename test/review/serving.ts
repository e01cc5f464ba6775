/** `juesuan review` as a person starts it, on documents of its own. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { finish, SAMPLE, start, temporaryFolder } from '../cli/juesuan.js';

export interface Serving {
  /** Holds the documents. */
  readonly folder: string;
  /** With the token. */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
}

/** Files by name; null is the sample. */
type Files = Readonly<Record<string, string | Uint8Array | null>>;

export async function serve(files: Files = { 'a.pdf': null }, ...more: string[]): Promise<Serving> {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, 'in', name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (content === null) copyFileSync(SAMPLE, file);
    else writeFileSync(file, content);
  }
  const child = start(['review', 'in', '--by', '张三', ...more], folder);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
      if (said.includes('\n')) resolve(said.trim());
    });
    child.once('close', (code) => reject(new Error(`juesuan review ended with ${code}`)));
  });
  onTestFinished(async () => {
    const ended = finish(child);
    child.kill('SIGTERM');
    await ended;
  });
  const url = new URL(address);
  return { folder: path.join(folder, 'in'), address, origin: url.origin, token: url.searchParams.get('token') ?? '' };
}
