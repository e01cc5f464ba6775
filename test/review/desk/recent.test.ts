import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Recent } from '../../../src/review/desk/recent.js';
import { stateFolder } from '../../../src/review/desk/state-folder.js';
import type { RecentEntry } from '../../../src/review/view.js';
import { filesBelow, temporaryFolder } from '../../cli/juesuan.js';

const opened = (name: string): RecentEntry => ({ kind: 'path', path: `/d/${name}`, name, on: '2026-01-31' });

test('what was opened last is first, once, and only so many are remembered', async () => {
  const folder = path.join(temporaryFolder(), 'juesuan');
  const recent = new Recent(folder);
  await Promise.all(Array.from({ length: 14 }, (_, i) => recent.remember(opened(`${i}`))));
  await recent.remember(opened('5'));
  await recent.remember({ kind: 'dropped', name: '决算/', files: 3, on: '2026-01-31' });
  const { entries, problem } = await new Recent(folder).list();
  expect([problem, entries.length]).toEqual([null, 12]);
  expect(entries.map(({ name }) => name).slice(0, 3)).toEqual(['决算/', '5', '13']);
  expect(filesBelow(folder)).toEqual(['recent.json']);
  await recent.clear();
  expect([filesBelow(folder), (await recent.list()).entries]).toEqual([[], []]);
});

test('where nothing can be written, nothing is remembered, and it says so', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'file'), '');
  const recent = new Recent(path.join(folder, 'file', 'juesuan'));
  await recent.remember(opened('a'));
  expect(await recent.list()).toMatchObject({ entries: [], problem: expect.stringContaining('ENOTDIR') });
  expect(await new Recent(null).list()).toEqual({ entries: [], problem: null });
});

test('a file that is not understood is left alone, and it says so', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'recent.json');
  for (const text of ['{"version":2,"recent":[]}', 'no JSON', '{"version":1,"recent":[{"kind":"path"}]}']) {
    writeFileSync(file, text);
    const recent = new Recent(folder);
    await recent.remember(opened('a'));
    expect(await recent.list()).toMatchObject({ entries: [], problem: expect.stringContaining('not understood') });
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
});

test.skipIf(process.getuid?.() === 0)('a folder that is not ours is left alone', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'a'));
  chmodSync(path.join(folder, 'a'), 0o500);
  const recent = new Recent(path.join(folder, 'a', 'juesuan'));
  await recent.remember(opened('a'));
  expect((await recent.list()).problem).toContain('EACCES');
});

test('the folder is that of the XDG Base Directory Specification', () => {
  expect(stateFolder({ XDG_STATE_HOME: '/s' }, 'linux', '/home/a')).toBe('/s/juesuan');
  expect(stateFolder({ XDG_STATE_HOME: 'relative' }, 'linux', '/home/a')).toBe('/home/a/.local/state/juesuan');
  expect(stateFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/.local/state/juesuan');
  expect(stateFolder({}, 'win32', '/u')).toBe('/u/AppData/Local/juesuan');
  expect(stateFolder({}, 'linux', null)).toBeNull();
});
