import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { withOptions } from '../docs/write-cli.js';
import { operationsMarkdown } from '../docs/write-operations.js';
import { programFor } from '../src/cli.js';
import { FORMS, REASONS } from '../src/index.js';
import { juesuan, type Ran } from './cli/juesuan.js';
import { readSample } from './read-sample.js';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** `juesuan check` of the sample. It also builds the package that the library example imports, if a source has changed. */
let checked: Ran;
beforeAll(async () => {
  checked = await juesuan(['check', 'samples/beiguan-2024.pdf', '--quiet'], ROOT);
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = read(file);
  /** The contents of its code blocks in a language. */
  const blocks = (language: string) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)\n\`\`\`$`, 'gms'))].map(([, code]) => code ?? '');

  test('begins with how to start and how to test', () => {
    expect(blocks('sh').slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    expect(text.match(/^```\w*$/gm)?.[0]).toBe('```sh');
  });

  test('its library example prints what it shows', () => {
    const [code = ''] = blocks('ts');
    const shown = [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line);
    expect(shown.length).toBeGreaterThan(1);
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT, encoding: 'utf8' });
    expect(printed.trimEnd().split('\n')).toEqual(shown);
  });

  test('its row of a result is what the sample gives', async () => {
    const { tables } = await readSample('beiguan-2024');
    const row = tables.find((table) => table.form === 'income')?.rows.find(({ code }) => code === '2080505');
    expect(withoutBoxes(JSON.parse(blocks('json')[0] ?? ''))).toEqual(withoutBoxes(row));
  });

  test('names every command', async () => {
    const commands = (await programFor()).commands.map((command) => command.name());
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('its findings are those of the sample', () => {
    const printed = checked.stdout.split('\n').map((line) => line.trim().replace(/ {2}\[[A-Z0-9-]+\]$/u, ''));
    const lines = text.split('\n').filter((line) => /^(?:错误|提醒|说明| +原文：)/u.test(line));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.map((line) => line.trim()).filter((line) => !printed.includes(line))).toEqual([]);
  });

  test('lists every reason and every form', () => {
    expect([...REASONS, ...FORMS].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('names only files and folders there are', () => {
    const linked = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, target]) => target ?? '');
    expect(linked.length).toBeGreaterThan(5);
    expect(linked.filter((target) => !existsSync(path.join(ROOT, target)))).toEqual([]);
  });
});

test('NOTICE names every runtime dependency with the licence it declares', () => {
  type Names = Record<string, string>;
  const { dependencies, optionalDependencies }: { dependencies: Names; optionalDependencies: Names } = JSON.parse(read('package.json'));
  const declared = Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => [
    name,
    JSON.parse(read(`node_modules/${name}/package.json`)).license,
  ]);
  const named = [...read('NOTICE').matchAll(/^ {2}(\S+) +(MIT|ISC|Apache-2\.0|BSD-\d-Clause)\b/gm)].map(([, name, licence]) => [
    name,
    licence,
  ]);
  expect(named.toSorted()).toEqual(declared.toSorted());
});

test('docs/cli.md has the options of every command as they are declared (npm run cli-docs writes them)', async () => {
  const text = read('docs/cli.md');
  expect(withOptions(text, await programFor())).toBe(text);
});

test('docs/operations.md has what the tests show of a night that goes wrong (npm run operations-docs writes it)', () => {
  const text = read('docs/operations.md');
  expect(text.match(/^\| [^-]/gm)?.length).toBeGreaterThan(25);
  expect(operationsMarkdown()).toBe(text);
});

/** Where a sample's ink stands changes with every drawing of it. */
function withoutBoxes(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row, (key, value) => (key === 'box' ? undefined : value)));
}
