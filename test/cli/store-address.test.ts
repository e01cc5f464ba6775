import { expect, test } from 'vitest';
import { inProcess } from './in-process.js';
import { filesBelow, temporaryFolder } from './juesuan.js';

/** Commands that open a store. */
const COMMANDS = [['report'], ['export'], ['archive', '.', '--store'], ['work', '--store']];

test.each([
  [
    'a server that does not answer',
    'postgres://writer:zq@zq@127.0.0.1:9/archive',
    'postgres://writer@127.0.0.1:9/archive cannot be reached',
  ],
  [
    'a password among the parameters',
    'postgres://127.0.0.1:9/archive?user=writer&password=zqzq',
    'postgres://127.0.0.1:9/archive cannot be',
  ],
  ['a password that is not encoded', 'postgres://writer:zq/zq@127.0.0.1:9/archive', 'PGPASSFILE'],
  ['a misspelt scheme', 'postgress://writer:zqzq@127.0.0.1:9/archive', 'a store is a folder or postgres://…'],
])('no command shows the password: %s', async (_, address, words) => {
  for (const command of COMMANDS) {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await inProcess([...command, address], folder);
    expect([command[0], code]).toEqual([command[0], 2]);
    expect(stdout + stderr).not.toContain('zq');
    if (command[0] !== 'work' || !address.startsWith('postgress')) expect(stderr).toContain(words);
    expect(filesBelow(folder)).toEqual([]);
  }
});
