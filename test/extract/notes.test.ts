import { expect, test } from 'vitest';
import { isNote, linesToNotes } from '../../src/extract/notes.js';
import { line, lines } from './builders.js';

/** Lines close together, as a paragraph is set. */
const close = (...texts: string[]) => texts.map((text, i) => line(text, { y: 50 + i * 14 }));

test.each(['注：本表反映收支。', '说明：本表无数据。', '备注：无。', '附注：无。', '注:1.本表', '注1：本表', '说明1.本表', '注 ：本表'])(
  '%s is a note',
  (text) => {
    expect(isNote(text)).toBe(true);
    expect(linesToNotes(lines(text)).notes).toEqual([text.replace(/\s/gu, '')]);
  },
);

test.each(['注册资本：100万元', '说明书', '本表反映收支。', '', '三、注意事项'])('%s is none', (text) => {
  expect(isNote(text)).toBe(false);
  expect(linesToNotes(lines(text))).toEqual({ notes: [], lines: [] });
});

test('a note wrapped over lines is one string', () => {
  expect(linesToNotes(close('注：本表反映部门本年度取得的各项', '收入情况。')).notes).toEqual([
    '注：本表反映部门本年度取得的各项收入情况。',
  ]);
});

test('numbered notes below the first are notes of their own', () => {
  expect(linesToNotes(close('注：1.本表反映收入。', '2.本套报表金额单位转换时可能存在', '尾数误差。')).notes).toEqual([
    '注：1.本表反映收入。',
    '2.本套报表金额单位转换时可能存在尾数误差。',
  ]);
});

test('two notes one below the other are two', () => {
  expect(linesToNotes(close('注：本表反映收入。', '说明：本表无数据。')).notes).toEqual(['注：本表反映收入。', '说明：本表无数据。']);
});

test.each(['公开03表', '支出决算表', '第三部分 2024年度部门决算情况说明', '二、收入决算情况说明', '（一）支出情况', '表3', '附表3'])(
  'the notes end before %s',
  (heading) => {
    expect(linesToNotes(close('注：本表反映收入。', heading)).notes).toEqual(['注：本表反映收入。']);
  },
);

test('they end at a gap, at another size and at the end of the page', () => {
  const note = line('注：本表反映收入。', { y: 50 });
  expect(linesToNotes([note, line('本部门收入减少。', { y: 90 })]).notes).toEqual(['注：本表反映收入。']);
  expect(linesToNotes([note, line('本部门收入减少。', { y: 64, size: 16 })]).notes).toEqual(['注：本表反映收入。']);
  expect(linesToNotes([note, line('本部门收入减少。', { y: 64, page: 2 })]).notes).toEqual(['注：本表反映收入。']);
});

test('prose first, and a note further down is not of this table', () => {
  expect(linesToNotes(lines('本部门收入减少。', '注：本表反映收入。'))).toEqual({ notes: [], lines: [] });
});

test('it says which lines it was read from', () => {
  const below = close('注：本表反映收入情况，', '不含上年结转。', '二、支出');
  expect(linesToNotes(below).lines).toEqual(below.slice(0, 2));
});
