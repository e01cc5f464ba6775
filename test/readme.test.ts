import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { addCorrectionsCommand } from '../src/cli/corrections.js';
import { addCropCommand } from '../src/cli/crop.js';
import { addDrawCommand } from '../src/cli/draw.js';
import { addExtractCommand } from '../src/cli/extract.js';
import { addReviewCommand } from '../src/cli/review.js';
import { extractDisclosure, FORMS, REASONS } from '../src/index.js';
import { juesuan } from './cli/juesuan.js';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = read(file);
  /** The contents of its code blocks in a language. */
  const blocks = (language: string) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)\n\`\`\`$`, 'gms'))].map(([, code]) => code ?? '');

  test('begins with how to start and how to test', () => {
    expect(blocks('sh').slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    expect(text.match(/^```\w*$/gm)?.[0]).toBe('```sh');
  });

  test.each(blocks('ts'))('its library example gives what it says: %#', (code) => {
    const says = [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line);
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT, encoding: 'utf8' });
    expect(printed.trimEnd().split('\n')).toEqual(says);
  });

  test('its row of a result is what the sample gives', async () => {
    const { tables } = await extractDisclosure(readFileSync(path.join(ROOT, 'samples/beiguan-2024.pdf')));
    const row = tables.find((table) => table.form === 'income')?.rows.find(({ code }) => code === '2080505');
    expect(withoutBoxes(JSON.parse(blocks('json')[0] ?? ''))).toEqual(withoutBoxes(row));
  });

  test.each(['extract', 'draw', 'crop', 'corrections', 'review'])('tells every option of %s', (name) => {
    const program = new Command();
    addExtractCommand(program);
    addDrawCommand(program);
    addCropCommand(program);
    addCorrectionsCommand(program);
    addReviewCommand(program);
    const options = program.commands.find((command) => command.name() === name)?.options ?? [];
    expect(options.length).toBeGreaterThan(0);
    expect(options.map(({ flags }) => flags).filter((flags) => !text.includes(`\`${flags}\``))).toEqual([]);
  });

  test('its findings are those of the sample', async () => {
    const { stdout } = await juesuan(['check', 'samples/beiguan-2024.pdf', '--quiet'], ROOT);
    const told = stdout.split('\n').map((line) => line.trim().replace(/ {2}\[[A-Z0-9-]+\]$/u, ''));
    const lines = text.split('\n').filter((line) => /^(?:错误|提醒|说明| +原文：)/u.test(line));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.map((line) => line.trim()).filter((line) => !told.includes(line))).toEqual([]);
  });

  test('tells every reason and every form', () => {
    expect([...REASONS, ...FORMS].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('names only files and folders there are', () => {
    const linked = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, target]) => target ?? '');
    const laidOut = [...text.matchAll(/^([\w./]+(?:\/|\.ts)) {2,}\S/gm)].map(([, target]) => target ?? '');
    expect(laidOut.length).toBeGreaterThan(5);
    expect([...linked, ...laidOut].filter((target) => !existsSync(path.join(ROOT, target)))).toEqual([]);
  });
});

test('NOTICE names every runtime dependency with the licence it declares', () => {
  type Names = Record<string, string>;
  const { dependencies, optionalDependencies }: { dependencies: Names; optionalDependencies: Names } = JSON.parse(read('package.json'));
  const declared = Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => [
    name,
    JSON.parse(read(`node_modules/${name}/package.json`)).license,
  ]);
  const told = [...read('NOTICE').matchAll(/^ {2}(\S+) +(MIT|ISC|Apache-2\.0|BSD-\d-Clause)\b/gm)].map(([, name, licence]) => [
    name,
    licence,
  ]);
  expect(told.toSorted()).toEqual(declared.toSorted());
});

// The example imports the built package; a checkout builds itself when a source has changed.
beforeAll(() => {
  execFileSync(process.execPath, [path.join(ROOT, 'bin/juesuan.mjs'), '--version']);
});

/** Where a sample's ink stands changes with every drawing of it. */
function withoutBoxes(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row, (key, value) => (key === 'box' ? undefined : value)));
}
