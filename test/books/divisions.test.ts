import { expect, test } from 'vitest';
import { divisions } from '../../src/books/divisions.js';

const pathOf = (code: string) => {
  const division = divisions().entry(code);
  return division && [...division.within.map((d) => d.name), division.name];
};

test('provinces, prefectures and counties', () => {
  const { provinces, prefectures, counties } = divisions();
  expect(provinces).toHaveLength(31);
  expect(prefectures).toHaveLength(333);
  expect(counties.length).toBeGreaterThan(2800);
});

test.each([
  ['410503', ['河南省', '安阳市', '北关区']],
  ['310107', ['上海市', '普陀区']],
  ['419001', ['河南省', '济源市']],
  ['441900', ['广东省', '东莞市']],
  ['150783', ['内蒙古自治区', '呼伦贝尔市', '扎兰屯市']],
  ['500229', ['重庆市', '城口县']],
])('%s is %s', (code, path) => {
  expect(pathOf(code)).toEqual(path);
});

test('what only fills a table is no division: 市辖区, 省直辖县级行政区划', () => {
  expect(['110100', '419000', '500200'].map((code) => divisions().entry(code))).toEqual([undefined, undefined, undefined]);
});

test.each([
  ['530925', '双江县'],
  ['513400', '凉山州'],
  ['623027', '夏河县'],
  ['222400', '延边州'],
  ['652700', '博尔塔拉州'],
  ['222200', undefined],
])('%s is called %s', (code, name) => {
  const called = divisions().entry(code)?.fullNames;
  if (name === undefined) expect(called).toBeUndefined();
  else expect(called).toContain(name);
});

test('a people is not part of the plain name, and a name is never taken apart inside a word', () => {
  const plain = (code: string) => divisions().entry(code)?.fullNames.slice(1);
  expect(plain('220623')).toEqual(['长白县']);
  expect(plain('622926')).toEqual([]);
  expect(plain('150721')).toEqual([]);
});

test('short names of provinces and prefectures, none of counties', () => {
  const short = (code: string) => divisions().entry(code)?.shortName;
  expect(['410000', '150000', '650000', '310000', '410500', '542500', '513400', '410503'].map(short)).toEqual([
    '河南',
    '内蒙古',
    '新疆',
    '上海',
    '安阳',
    '阿里',
    '凉山',
    null,
  ]);
});

test('statistical zones are marked', () => {
  expect(divisions().counties.find((d) => d.name === '苏州工业园区')?.isZone).toBe(true);
  expect(divisions().entry('410503')?.isZone).toBe(false);
});

test('every division lies in a province, and every county is among those of what it lies in', () => {
  const book = divisions();
  for (const division of [...book.prefectures, ...book.counties]) {
    expect(division.within[0]?.level, division.name).toBe('省');
    for (const above of division.within) {
      expect(division.level === '地' ? book.prefecturesIn(above) : book.countiesIn(above)).toContain(division);
    }
  }
});
