import { expect, test } from 'vitest';
import { vocabulary } from '../../../../src/pipeline/vocabulary.js';
import { lexiconOf, toLexicon } from '../../../../src/read/ocr/words/lexicon.js';
import { spell } from '../../../../src/read/ocr/words/spelling.js';

const lexicon = lexiconOf(vocabulary);

const letters = (text: string, p = 0.99) => [...text].map((c, i) => ({ text: c, p, at: (i + 0.5) / text.length, others: [] }));
const spelled = (text: string, p?: number) =>
  spell(letters(text, p), lexicon)
    ?.map((e) => e.text)
    .join('') ?? null;

test('words: one lost letter, a lost mark, a misread mark', () => {
  expect(spelled('大型修')).toBe('大型修缮');
  expect(spelled('五教育支出')).toBe('五、教育支出');
  expect(spelled('一一般公共服务支出')).toBe('一、一般公共服务支出');
  expect(spelled('八丶社会保障和就业支出')).toBe('八、社会保障和就业支出');
});

test('words: a mark that was read as a 一 is one, for no ordinal ends so', () => {
  expect(spelled('三一国有资本经营预算财政拨款')).toBe('三、国有资本经营预算财政拨款');
  expect(spelled('二十一国有资本经营预算支出')).toBe('二十一、国有资本经营预算支出');
});

test('words: several unsure letters are those of the one known word that the engine held possible', () => {
  const unsure = (text: string, p: number, held: Record<number, string>) =>
    letters(text).map((letter, i) => (held[i] ? { ...letter, p, others: [{ text: held[i], p: 0.2 }] } : letter));
  const read = (p: number, held: Record<number, string>) =>
    spell(unsure('*午收入合计', p, held), toLexicon(['本年收入合计', '收入合计']))
      ?.map((e) => e.text)
      .join('') ?? null;
  expect(read(0.6, { 0: '本', 1: '年' })).toBe('本年收入合计');
  expect(read(0.95, { 0: '本', 1: '年' })).toBeNull();
  expect(read(0.6, { 1: '年' })).toBeNull();
});

test('words: of two that are as near, the one is taken for which what was read gives a reason, and none where both have one', () => {
  const words = toLexicon(['结余分配甲', '结余分配乙']);
  expect(spell(letters('结余分配丙', 0.5), words)).toBeNull();
  expect(spelled('政府性基金预')).toBe('政府性基金预算');
});

test('words: known ones stay, unknown ones stay, a sure letter is not exchanged', () => {
  expect(spelled('行政运行')).toBeNull();
  expect(spelled('今天天气很好')).toBeNull();
  expect(spelled('行政运竹')).toBeNull();
  expect(spelled('行政运竹', 0.5)).toBe('行政运行');
});

test('without a vocabulary words stay as they are read', () => {
  expect(spell(letters('大型修'), toLexicon([]))).toBeNull();
});

test('a lexicon is made once of a vocabulary, and keeps the first of two words of one bare form', () => {
  expect(lexiconOf(vocabulary)).toBe(lexicon);
  const words = toLexicon(['“三公”经费', '三公经费', '类']);
  expect(words.printed('三公经费')).toEqual(['“三公”经费', '三公经费']);
  expect(words.near(4, 0)).toEqual([['三公经费', '“三公”经费']]);
  expect(words.printed('类')).toEqual([]);
});

test('words: a sign in dirt beside or amid a known word is left out, one of two brackets is put in', () => {
  expect(spelled('决算数)')).toBe('决算数');
  expect(spelled('对附属单位"补助支出')).toBe('对附属单位补助支出');
  expect(spelled('因公出国境）费')).toBe('因公出国（境）费');
  expect(spelled('因公出国(境)费')).toBeNull();
});

test('words: a sure letter is not left out, it is the end of a longer word; one that was seen twice is', () => {
  expect(spelled('入合计')).toBeNull();
  expect(spelled('入合计', 0.5)).toBeNull();
  expect(spelled('一般公共预算财政拨款基本支L出决算表')).toBe('一般公共预算财政拨款基本支出决算表');
  expect(spelled('支出功能分类科目编码码')).toBe('支出功能分类科目编码');
});

test('words: the first line of a wrapped word is not completed, the second has the rest', () => {
  expect(spell(letters('政府性基金预'), lexicon, false)).toBeNull();
  expect(spelled('政府性基金预')).toBe('政府性基金预算');
});
