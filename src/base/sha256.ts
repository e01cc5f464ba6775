import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** In hexadecimal, as `source.sha256` has it. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The same of a file that juesuan has written, read in small pieces. @throws Error of the system */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
