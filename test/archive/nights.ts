/** Nights of an archive, run as programs, and the server they fetch from. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { juesuan, temporaryFolder } from '../cli/juesuan.js';
import { draw } from './drawn.js';

export const document = (year: number) => draw({ department: '桐柏县档案馆', year });
export const newStoreFolder = () => path.join(temporaryFolder(), 'store');

/** One night; what it says on stdout, for a program that watches it. */
export async function night(folder: string, store: string, ...more: string[]) {
  const { code, stdout, stderr } = await juesuan(
    ['archive', folder, '--store', store, '--summary', 'json', '--jobs', '1', ...more],
    folder,
  );
  return { code, stderr, summary: JSON.parse(stdout) };
}

/** The address of a server on this machine. */
export async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
