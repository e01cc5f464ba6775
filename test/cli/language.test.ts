import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Disclosure } from '../../schemas/disclosure.js';
import { programFor } from '../../src/cli.js';
import { toJson } from '../../src/emit/json.js';
import { account, summaryTable } from '../compare/accounts.js';
import { inProcess } from './in-process.js';
import { temporaryFolder } from './juesuan.js';

function folderWith(results: Readonly<Record<string, Disclosure>>): string {
  const folder = temporaryFolder();
  for (const [name, result] of Object.entries(results)) writeFileSync(path.join(folder, name), toJson(result));
  return folder;
}

const years = {
  '2022.json': account(2022, [summaryTable('160.00', '150.00', '10.00', '20.00')]),
  '2023.json': account(2023, [summaryTable('170.00', '150.00', '17.50', { text: '3?.50', status: 'unreadable' })]),
};

/** Chinese that a line of English may hold: what documents print, units and levels, the names of forms and kinds. */
const PRINTED =
  /桐柏县档案馆|部门决算|本年收入合计|本年支出合计|年[初末]结转和结余、?|结转下年|收入支出决算总表|财政拨款收入|万?元|类|款|项/gu;

const leftOver = (text: string): string[] => text.replaceAll(PRINTED, '').match(/\p{Script=Han}+/gu) ?? [];

afterEach(() => vi.unstubAllEnvs());

describe('--lang en', () => {
  test('compare says nothing of its own in Chinese, and its JSON is the same', async () => {
    const folder = folderWith(years);
    expect(leftOver((await inProcess(['compare', '.', '--lang', 'en'], folder)).stdout)).toEqual([]);
    expect(leftOver((await inProcess(['compare', '.', '--lang', 'en', '--indicator', 'total-income'], folder)).stdout)).toEqual([]);
    expect(leftOver((await inProcess(['compare', '.', '--lang', 'en', '--format', 'csv'], folder)).stdout)).toEqual([]);
    const json = ['compare', '.', '--format', 'json'];
    expect(await inProcess([...json, '--lang', 'en'], folder)).toEqual(await inProcess(json, folder));
  });

  test('diff of two editions', async () => {
    const edition = account(2022, [summaryTable('161.00', '150.00', '10.00', '21.00')]);
    const { stdout } = await inProcess(['diff', '2022.json', 'b.json', '--lang', 'en'], folderWith({ ...years, 'b.json': edition }));
    expect(stdout).toContain('2 the same, 2 different');
    expect(stdout).toContain('a difference of 1.00');
  });

  test('rules, but for the names of forms', async () => {
    const { stdout } = await inProcess(['rules', '--lang', 'en'], '.');
    const own = stdout.split('\n').filter((line) => !line.startsWith('    Tables: '));
    expect(leftOver(own.join('\n'))).toEqual([]);
    expect((await inProcess(['rules', '--lang', 'en', '--format', 'json'], '.')).stdout).toBe(
      (await inProcess(['rules', '--format', 'json'], '.')).stdout,
    );
  });
});

test('$JUESUAN_LANG chooses the language where the command line does not', async () => {
  const folder = folderWith(years);
  vi.stubEnv('JUESUAN_LANG', 'en');
  expect((await inProcess(['compare', '.'], folder)).stdout).toContain('Income of the year');
  expect((await inProcess(['compare', '.', '--lang', 'zh'], folder)).stdout).not.toContain('Income of the year');
  vi.stubEnv('JUESUAN_LANG', 'fr');
  expect(await inProcess(['compare', '.'], folder)).toMatchObject({ code: 2, stdout: '' });
});

test('every command that writes for people has the language', async () => {
  const { commands } = await programFor();
  const without = commands.filter(({ options }) => !options.some(({ long }) => long === '--lang')).map((command) => command.name());
  // They write for machines, or draw.
  expect(without).toEqual(['archive', 'work', 'export', 'draw']);
});
