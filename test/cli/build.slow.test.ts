import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { filesBelow, finish, type Ran, ROOT, start, temporaryFolder } from './juesuan.js';

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const works: Ran = { code: 0, stdout: `${version}\n`, stderr: '' };

let checkout: string;

/** A checkout after `npm ci`: nothing is built. */
beforeEach(() => {
  checkout = temporaryFolder();
  for (const name of ['bin', 'src', 'extractors', 'schemas', 'bench', 'package.json', 'tsconfig.json', 'tsconfig.page.json']) {
    cpSync(path.join(ROOT, name), path.join(checkout, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(checkout, 'node_modules'));
});

function printVersion(): Promise<Ran> {
  return finish(start(['--version'], checkout, path.join(checkout, 'bin', 'juesuan.mjs')));
}

test('the first call in a fresh checkout builds; two at once do not break each other', async () => {
  expect(await Promise.all([printVersion(), printVersion(), printVersion()])).toEqual([works, works, works]);
  expect(filesBelow(path.join(checkout, 'dist')).filter((file) => file.startsWith('.'))).toEqual(['.built']);
});

test('a call after a change builds again, and a source that is gone is gone from dist/', async () => {
  writeFileSync(path.join(checkout, 'src/added.ts'), 'export const added = 1;\n');
  expect(await printVersion()).toEqual(works);
  expect(existsSync(path.join(checkout, 'dist/src/added.js'))).toBe(true);
  rmSync(path.join(checkout, 'src/added.ts'));
  appendFileSync(path.join(checkout, 'src/cli.ts'), "process.stdout.write('changed ');\n");
  expect(await printVersion()).toEqual({ ...works, stdout: `changed ${version}\n` });
  expect(existsSync(path.join(checkout, 'dist/src/added.js'))).toBe(false);
});

test('what is not TypeScript is copied beside what is', async () => {
  writeFileSync(path.join(checkout, 'schemas/codes.tsv'), '208\t社会保障和就业支出\n');
  await printVersion();
  expect(readFileSync(path.join(checkout, 'dist/schemas/codes.tsv'), 'utf8')).toBe('208\t社会保障和就业支出\n');
});

test('sources that do not compile are reported on stderr; what was built before stays whole', async () => {
  await printVersion();
  appendFileSync(path.join(checkout, 'src/cli.ts'), 'const mistaken: number = "text";\n');
  const broken = await printVersion();
  expect(broken).toMatchObject({ code: 1, stdout: '' });
  expect(broken.stderr).toContain('src/cli.ts');
  expect(filesBelow(path.join(checkout, 'dist')).filter((file) => file.startsWith('.'))).toEqual(['.built']);
  expect(readFileSync(path.join(checkout, 'dist/src/cli.js'), 'utf8')).not.toContain('mistaken');
});

test('the lock of a process that has died does not block', async () => {
  const { pid } = spawnSync(process.execPath, ['--eval', '']);
  cpSync(path.join(ROOT, 'dist'), path.join(checkout, 'dist'), { recursive: true });
  writeFileSync(path.join(checkout, 'dist/.lock'), String(pid));
  expect(await printVersion()).toEqual(works);
});
