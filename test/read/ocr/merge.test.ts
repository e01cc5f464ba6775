import { expect, test } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { withOcr } from '../../../src/read/ocr/merge.js';
import type { Need } from '../../../src/read/ocr/needs.js';
import { across, page, write } from '../../builders.js';

const reading = { text: '收入', raw: '收入', confidence: 1, alternatives: [], doubtful: false };
const read = write('收入', 100, 100, { font: 'ocr', reading });

const textsOf = (before: Page, need: Need) =>
  withOcr(before, need, { glyphs: read, rules: [], tilt: 0.5 }).glyphs.map(({ text, state }) => `${text} ${state}`);

test('of a page that OCR has read whole, only hidden text stays beside it', () => {
  const before = page({ glyphs: [...write('旧', 50, 50), ...write('隐', 50, 60, { state: 'hidden' })] });
  expect(textsOf(before, 'page')).toEqual(['隐 hidden', '收 shown', '入 shown']);
});

test('letters without a meaning go where a line was read in their place, and stay elsewhere', () => {
  const illegible = { state: 'illegible' } as const;
  const before = page({ glyphs: [...write('表', 50, 50), ...write('甲', 105, 100, illegible), ...write('乙', 105, 200, illegible)] });
  expect(textsOf(before, 'letters')).toEqual(['表 shown', '乙 illegible', '收 shown', '入 shown']);
});

test('rules that OCR found replace those of a scan and join those of a page with text; how far the page leans is kept', () => {
  const before = page({ rules: [across(10, 0, 100)] });
  const result = { glyphs: [], rules: [across(20, 0, 100)], tilt: 0.5 };
  expect(withOcr(before, 'page', result).rules).toEqual(result.rules);
  expect(withOcr(before, 'pictures', result).rules).toEqual([...before.rules, ...result.rules]);
  expect(withOcr(before, 'page', { ...result, rules: [] })).toMatchObject({ rules: before.rules, ocr: { ended: 'read', tilt: 0.5 } });
});
