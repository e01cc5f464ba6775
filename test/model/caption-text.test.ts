import { expect, test } from 'vitest';
import { captionText } from '../../src/model/caption-text.js';
import { glyph } from '../builders.js';

const reading = { text: '', raw: '', confidence: 1, alternatives: [], doubtful: false };
const byOcr = (text: string) => captionText({ text, glyphs: [glyph('部', 0, 0, { reading })] });

test.each([
  ['部门某某县水务局金额单位元', '部门：某某县水务局金额单位：元'],
  ['公开01表部门某某局单位万元', '公开01表部门：某某局单位：万元'],
  ['编制单位某某局', '编制单位：某某局'],
  ['部门·某某县水务局', '部门：某某县水务局'],
  ['部门：某某局 单位：万元', '部门：某某局单位：万元'],
])('colons that OCR lost are put back: %s', (text, expected) => {
  expect(byOcr(text)).toBe(expected);
});

test.each([
  ['部内：某某局单位：万元', '部门：某某局单位：万元'],
  ['公开01表部內某某局单位·万元', '公开01表部门：某某局单位：万元'],
  ['部口：某某局', '部门：某某局'],
])('部门 is put back where OCR misread it: %s', (text, expected) => {
  expect(byOcr(text)).toBe(expected);
});

test.each([
  ['单位：方元', '单位：万元'],
  ['部门：某某局（单位·方元）', '部门：某某局（单位：万元）'],
])('万元 is put back where OCR misread it: %s', (text, expected) => {
  expect(byOcr(text)).toBe(expected);
});

test.each(['部门收支决算总表', '部分：略', '部队：略', '某部内审计', '部门决算公开表', '收入决算表', '单位'])('%s has none', (text) => {
  expect(byOcr(text)).toBe(text);
});

test('print that is read as text stays as it is', () => {
  expect(captionText({ text: '部门某某局 单位元', glyphs: [glyph('部', 0, 0)] })).toBe('部门某某局单位元');
});

test('signs that dirt makes at the ends of a line read by OCR are dropped; a comma at its end belongs to prose', () => {
  expect(byOcr('.2021年度')).toBe('2021年度');
  expect(byOcr('、收入决算表·')).toBe('收入决算表');
  expect(byOcr('“三公”经费、会议费、')).toBe('“三公”经费、会议费、');
  expect(captionText({ text: '.2021年度', glyphs: [glyph('.', 0, 0)] })).toBe('.2021年度');
});
