import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipStream } from '../../../src/review/desk/zip-stream.js';

test('an archive has every file under its path', async () => {
  const files = { '决算/a.json': 'a'.repeat(100_000), 'b.xlsx': 'PK' };
  async function* members() {
    for (const [path, text] of Object.entries(files)) yield { path, bytes: new TextEncoder().encode(text) };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(members())) chunks.push(chunk);
  const unpacked = unzipSync(new Uint8Array(Buffer.concat(chunks)));
  expect(Object.entries(unpacked).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual(Object.entries(files));
});
