import { expect, test } from 'vitest';
import { type NamePlace, officeEndings } from '../../src/base/offices.js';

const endsName = (place: NamePlace, name: string) => new RegExp(`(?:${officeEndings(place)})$`, 'u').test(name);

test('an office ends its name in every place', () => {
  for (const name of ['某区财政局', '某省教育厅', '某市图书馆', '某区人民政府', '某某大学'])
    expect((['sentence', 'line', 'title'] as const).every((place) => endsName(place, name))).toBe(true);
});

test('what other words end with too ends a name only where nothing goes on', () => {
  for (const name of ['某市总工会', '某区编委', '某镇']) {
    expect(endsName('sentence', name)).toBe(false);
    expect(endsName('line', name)).toBe(true);
  }
});

test('政府 before a title may be the title’s: 政府性基金…表', () => {
  expect([endsName('line', '某区政府'), endsName('title', '政府')]).toEqual([true, false]);
});
