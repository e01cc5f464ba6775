import { expect, test } from 'vitest';
import { isSameBody } from '../../src/base/bodies.js';

test.each([
  ['甲州市临江区财政局', '财政局'],
  ['甲州市临江区财政局', '临江区财政局（本级）'],
  ['甲州市临江区财政局', '甲州临江财政局'],
  ['甲州市住房和城乡建设局', '甲州市住房与城乡建设局'],
  ['甲州市人民政府办公室（甲州市外事办公室）', '甲州市人民政府办公室'],
  ['甲州市财政局', '甲州市财政局信息中心'],
])('%s is %s', (a, b) => {
  expect(isSameBody(a, b)).toBe(true);
  expect(isSameBody(b, a)).toBe(true);
});

test.each([
  ['甲州市临江区规划和自然资源局', '甲州市规划和自然资源局'],
  ['甲州市教育局', '乙州市教育局'],
  ['甲州市教育局', '甲州市体育局'],
])('%s is not %s', (a, b) => {
  expect(isSameBody(a, b)).toBe(false);
  expect(isSameBody(b, a)).toBe(false);
});
