import { expect, test } from 'vitest';
import type { Correction } from '../../schemas/corrections.js';
import { NoSuchCorrection, UnusableCorrectionsError, withCorrection, withInstead } from '../../src/corrections/edit.js';

const source = { name: 'a.pdf', sha256: 'a'.repeat(64) };
const who = { reason: '看过', by: '张三' };
const place = { page: 9, box: [1, 2, 3, 4] as [number, number, number, number] };
const cell = (was: string, now: string): Correction => ({ kind: 'cell', ...place, was: { text: was }, now: { text: now }, ...who });
const row = (was: { code: string; name: string }, now: { code?: string; name?: string }): Correction => ({
  kind: 'row',
  ...place,
  was,
  now,
  ...who,
});

test('the second correction of a place takes the place of the first, and still says what was read at first', () => {
  const once = withCorrection(null, source, cell('1', '2'));
  const twice = withCorrection(JSON.stringify(once), source, cell('2', '3'));
  expect(twice.corrections).toEqual([cell('1', '3')]);
});

test('a row that gets its code first and its name then has both', () => {
  const was = { code: '201', name: '甲' };
  const once = withCorrection(null, source, row(was, { code: '202' }));
  const twice = withCorrection(JSON.stringify(once), source, row({ code: '202', name: '甲' }, { name: '乙' }));
  expect(twice.corrections).toEqual([row(was, { code: '202', name: '乙' })]);
});

test('a cell and its row are two places', () => {
  const once = withCorrection(null, source, cell('1', '2'));
  const twice = withCorrection(JSON.stringify(once), source, row({ code: '201', name: '甲' }, { code: '202' }));
  expect(twice.corrections).toHaveLength(2);
  expect(withInstead(JSON.stringify(twice), source, cell('1', '2'), null).corrections).toEqual([twice.corrections[1]]);
  expect(() => withInstead(JSON.stringify(twice), source, cell('1', '3'), null)).toThrow(NoSuchCorrection);
});

test('what took the place of a correction is taken back as a whole, and the one before stands where it stood', () => {
  const before = withCorrection(
    JSON.stringify(withCorrection(null, source, cell('1', '2'))),
    source,
    row({ code: '201', name: '甲' }, { code: '202' }),
  );
  const after = withCorrection(JSON.stringify(before), source, cell('2', '3'));
  const back = withInstead(JSON.stringify(after), source, after.corrections[0] ?? null, cell('1', '2'));
  expect(back).toEqual(before);
  const without = withInstead(JSON.stringify(before), source, cell('1', '2'), null);
  expect(withInstead(JSON.stringify(without), source, null, cell('1', '2')).corrections).toHaveLength(2);
  expect(() => withInstead(JSON.stringify(before), source, null, cell('1', '4'))).toThrow('corrected meanwhile');
});

test.each([
  ['broken', '{'],
  ['of another shape', '{}'],
  ['with a wrong entry', JSON.stringify({ ...withCorrection(null, source, cell('1', '2')), corrections: [{}] })],
  ['about another document', JSON.stringify(withCorrection(null, { ...source, sha256: 'b'.repeat(64) }, cell('1', '2')))],
])('a file that is %s is not added to', (_, text) => {
  expect(() => withCorrection(text, source, cell('1', '2'))).toThrow(UnusableCorrectionsError);
});
