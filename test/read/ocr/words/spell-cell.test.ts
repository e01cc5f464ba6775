import { expect, test } from 'vitest';
import type { ReadLine } from '../../../../src/read/ocr/print/line.js';
import { toLexicon } from '../../../../src/read/ocr/words/lexicon.js';
import { spellCell } from '../../../../src/read/ocr/words/spell-cell.js';

const lexicon = toLexicon(['本年支出合计', '结余分配']);

/** A line of a cell: what was read in it, and the size of its ink in px. */
function read(text: string, width: number, height: number, y = 0): ReadLine {
  const ink = { x0: 0, y0: y, x1: width, y1: y + height };
  const letters = [...text].map((each, i) => ({ text: each, p: 0.99, at: (i + 0.5) / text.length, others: [] }));
  return { ink, crop: ink, cell: 1, letters, steps: [] };
}

const texts = (...lines: ReadLine[]) => spellCell(lines, lexicon).map(({ letters }) => letters.map(({ text }) => text).join(''));

test('a speck below a known word is dirt', () => {
  expect(texts(read('结余分配', 80, 22), read('', 3, 4, 30))).toEqual(['结余分配']);
  expect(texts(read('结余分配', 80, 23), read('', 10, 5, 30))).toEqual(['结余分配']);
});

test('ink as large as a stroke in which no letter is read is print that nobody could read', () => {
  expect(texts(read('结余分配', 80, 22), read('', 20, 3, 30))).toEqual(['结余分配', '\ufffd']);
});

test('a speck alone in its cell, or beside a number, stays: it may be a dash or a point', () => {
  expect(texts(read('', 3, 4))).toEqual(['\ufffd']);
  const reading = { text: '17.25', raw: '17.25', confidence: 1, alternatives: [], doubtful: false };
  expect(texts({ ...read('17.25', 60, 18), reading }, read('', 3, 4, 30))).toEqual(['17.25', '\ufffd']);
});

test('an unsure quotation mark that no line begins or ends with is dirt; a sure one, and one that opens a line, stay', () => {
  const unsure = (text: string, at: number): ReadLine => {
    const line = read(text, 80, 22);
    return { ...line, cell: 0, letters: line.letters.map((letter, i) => (i === at ? { ...letter, p: 0.55 } : letter)) };
  };
  expect(texts(unsure('”补助支出', 0))).toEqual(['补助支出']);
  expect(texts(unsure('对附属单位“', 5))).toEqual(['对附属单位']);
  expect(texts(unsure('“三公”经费', 0))).toEqual(['“三公”经费']);
  expect(texts(unsure('”补助支出', 3))).toEqual(['”补助支出']);
});

test.each(['o', 'O', '〇', '0'])(
  '%s alone outside the cells is a 0, though the engine wavers between the letters that are rings',
  (text) => {
    const line = read(text, 12, 18);
    const [letter] = line.letters;
    if (!letter) throw new Error('no letter');
    const others = ['0', 'o'].filter((ring) => ring !== text).map((ring) => ({ text: ring, p: 0.3 }));
    expect(texts({ ...line, cell: 0, letters: [{ ...letter, p: 0.4, others }] })).toEqual(['0']);
    expect(texts({ ...line, cell: 0, letters: [{ ...letter, p: 0.4, others: [] }] })).toEqual(['\ufffd']);
  },
);
