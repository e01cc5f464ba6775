import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Correction } from '../../schemas/corrections.js';
import { sha256Of } from '../../src/base/sha256.js';
import { UnusableCorrectionsError, withCorrection, withInstead } from '../../src/corrections/edit.js';
import { changeCorrectionsBeside } from '../../src/review/change-corrections.js';
import { temporaryFolder } from '../cli/juesuan.js';

const source = { name: 'a.pdf', sha256: 'a'.repeat(64) };
const cell = (y: number): Correction => ({
  ...{ kind: 'cell', page: 1, box: [0, y * 20, 10, y * 20 + 10], was: { text: '1' }, now: { text: '2' }, reason: '看过', by: '张三' },
});

const lockOf = (folder: string, name: string) => path.join(folder, `.juesuan-${sha256Of(Buffer.from(name)).slice(0, 16)}.lock`);

test('of changes that take their time and begin together none is lost', async () => {
  const folder = temporaryFolder();
  const pdf = path.join(folder, `${'决'.repeat(77)}.pdf`);
  const change = (y: number) =>
    changeCorrectionsBeside(pdf, async (text) => {
      await setTimeout(5);
      return withCorrection(text, source, cell(y));
    });
  await Promise.all([0, 1, 2, 3, 4].map(change));
  const [file = '', ...others] = readdirSync(folder);
  expect(JSON.parse(readFileSync(path.join(folder, file), 'utf8')).corrections).toHaveLength(5);
  expect(others).toEqual([]);
});

test('a change that is refused lets go of the file, and leaves it as it was', async () => {
  const folder = temporaryFolder();
  const pdf = path.join(folder, 'a.pdf');
  writeFileSync(path.join(folder, 'a.corrections.json'), '{');
  const change = () => changeCorrectionsBeside(pdf, async (text) => withInstead(text, source, cell(1), null));
  await expect(change()).rejects.toThrow(UnusableCorrectionsError);
  await expect(change()).rejects.toThrow(UnusableCorrectionsError);
  expect(readdirSync(folder)).toEqual(['a.corrections.json']);
});

test('a lock that a dead process has left behind is taken over', async () => {
  const folder = temporaryFolder();
  const lock = lockOf(folder, 'a.corrections.json');
  mkdirSync(lock);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  await changeCorrectionsBeside(path.join(folder, 'a.pdf'), async (text) => withCorrection(text, source, cell(1)));
  expect(readdirSync(folder)).toEqual(['a.corrections.json']);
});
