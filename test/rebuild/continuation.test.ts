import { expect, test } from 'vitest';
import { continuesCaption, isContinuationLine, isSameReading, repeatsCaption } from '../../src/rebuild/continuation.js';
import { line } from '../builders.js';

const lines = (...texts: string[]) => texts.map((text, i) => line(text, 50, 50 + 20 * i));
const CAPTION = lines('手续费支出表', '单位：万元');

test.each(['续表', '（续）', '(续)', '续上表', '续 表', '接上页', '上表续', '续表1', '（续二）', '续表：'])(
  '%s says that a table goes on',
  (text) => {
    expect(isContinuationLine(line(text, 50, 50))).toBe(true);
  },
);

test.each(['手续费', '连续三年', '续建项目表', '（续建）', '收入决算表'])('%s does not', (text) => {
  expect(isContinuationLine(line(text, 50, 50))).toBe(false);
});

test('a part goes on where 续表 stands above it alone, or beside the words of the caption', () => {
  expect(continuesCaption(lines('续表'), CAPTION)).toBe(true);
  expect(continuesCaption(lines('手续费支出表（续）', '单位：万元'), CAPTION)).toBe(true);
  expect(continuesCaption(lines('续表', '单位：万元'), CAPTION)).toBe(true);
});

test('it does not below other words, or where nothing says so', () => {
  expect(continuesCaption(lines('续表', '单位：元'), CAPTION)).toBe(false);
  expect(continuesCaption(lines('手续费支出表'), CAPTION)).toBe(false);
  expect(continuesCaption([], CAPTION)).toBe(false);
  expect(repeatsCaption(lines('手续费支出表'), CAPTION)).toBe(true);
});

test('OCR reads one caption twice, not quite alike: signs are lost, a letter is mistaken', () => {
  const reading = { text: '', raw: '', confidence: 0.9, alternatives: [], doubtful: false };
  const read = (...texts: string[]) => lines(...texts).map((each) => ({ ...each, glyphs: each.glyphs.map((g) => ({ ...g, reading })) }));
  const caption = ['收入决算表', '部门：临湖市生态环境局金额单位：元'];
  expect(repeatsCaption(read('收入决算表', '部门临湖市生态环境局金额单位·元'), read(...caption))).toBe(true);
  expect(repeatsCaption(read('收入决算表', '部门：临湖市主态环境局金额单位：元'), read(...caption))).toBe(true);
  expect(repeatsCaption(read('支出决算表'), read(...caption))).toBe(false);
  expect(repeatsCaption(lines('部门临湖市生态环境局金额单位元'), lines(...caption))).toBe(false);
});

test('readings of one print differ in signs and few letters, never in digits', () => {
  expect(isSameReading('支出功能分类科目编码', '支出功能分类科目编妈')).toBe(true);
  expect(isSameReading('2020年度公开03表', '2021年度公开03表')).toBe(false);
  expect(isSameReading('财政拨款收入', '财政拨款支出')).toBe(false);
});
