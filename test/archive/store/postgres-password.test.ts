import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { Postgres } from '../../../src/archive/store/postgres.js';
import { temporaryFolder } from '../../cli/juesuan.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A server that asks for the password in plain text, remembers it, and refuses (PostgreSQL 15, 55.7: AuthenticationCleartextPassword, ErrorResponse). */
async function serverThatAsks(): Promise<{ address: string; asked: () => string[] }> {
  const passwords: string[] = [];
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
      socket.once('data', (answer) => {
        passwords.push(answer.subarray(5, -1).toString());
        const error = Buffer.from('SFATAL\0C28P01\0Mpassword authentication failed\0\0');
        const head = Buffer.alloc(5);
        head.write('E');
        head.writeInt32BE(error.length + 4, 1);
        socket.end(Buffer.concat([head, error]));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const place = server.address();
  if (typeof place !== 'object' || place === null) throw new Error('the server has no port');
  return { address: `postgres://writer@127.0.0.1:${place.port}/archive`, asked: () => passwords };
}

test('a password that the address does not say is that of PGPASSWORD', async () => {
  const { address, asked } = await serverThatAsks();
  vi.stubEnv('PGPASSWORD', 'zq/@zq');
  await expect(Postgres.open(address)).rejects.toThrow(`${address} cannot be reached: password authentication failed`);
  expect(asked()).toEqual(['zq/@zq']);
});

test('else that of the file that PGPASSFILE names, without a warning', async () => {
  const warned = vi.spyOn(process, 'emitWarning');
  const { address, asked } = await serverThatAsks();
  const file = path.join(temporaryFolder(), 'pgpass');
  writeFileSync(file, '127.0.0.1:*:archive:writer:zq zq\n', { mode: 0o600 });
  vi.stubEnv('PGPASSWORD', undefined);
  vi.stubEnv('PGPASSFILE', file);
  await expect(Postgres.open(address)).rejects.toThrow('password authentication failed');
  expect(asked()).toEqual(['zq zq']);
  expect(warned).not.toHaveBeenCalled();
});

test('host, port, user and database too may come from the environment', async () => {
  const { address, asked } = await serverThatAsks();
  const { hostname, port } = new URL(address);
  for (const [name, value] of Object.entries({ HOST: hostname, PORT: port, USER: 'writer', DATABASE: 'archive', PASSWORD: 'zq' }))
    vi.stubEnv(`PG${name}`, value);
  await expect(Postgres.open('postgres://')).rejects.toThrow('password authentication failed');
  expect(asked()).toEqual(['zq']);
});
