import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { programFor } from '../src/cli.js';
import { ROOT } from './cli/juesuan.js';

const text = readFileSync(path.join(ROOT, 'docs/archive.md'), 'utf8');

/** The blocks of code in docs/archive.md, with the word that stands at their beginning. */
const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }));

/** Calls of juesuan in all of them, with their words. */
const calls = blocks
  .filter(({ language }) => language !== 'dockerfile')
  .flatMap(({ code }) => code.replaceAll('\\\n', ' ').split('\n'))
  .flatMap((line) => [...line.matchAll(/(?:^|[\s/'])juesuan (archive|report|export|work|diff)\b([^|>#']*)/g)])
  .map(([, command = '', rest = '']) => ({ command, words: rest.trim().split(/\s+/) }));

test('the examples of docs/archive.md call commands and options that there are', async () => {
  expect(new Set(calls.map(({ command }) => command))).toEqual(new Set(['archive', 'report', 'export', 'work']));
  for (const { command, words } of calls) {
    const { options } = (await programFor(command)).commands.find((each) => each.name() === command) ?? { options: [] };
    const known = new Set(options.map(({ long }) => long));
    expect([command, ...words.filter((word) => word.startsWith('--') && !known.has(word))]).toEqual([command]);
  }
});

test('its scripts are scripts', () => {
  const scripts = blocks.filter(({ language }) => language === 'sh');
  expect(scripts.length).toBeGreaterThan(5);
  for (const { code } of scripts) execFileSync('sh', ['-n'], { input: code.replaceAll('…', 'x') });
});
