import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { inLanguage } from '../../src/base/language.js';
import { toCsv } from '../../src/emit/csv.js';
import { toJson } from '../../src/emit/json.js';
import { judgedStory } from '../../src/emit/story/of-document.js';
import { renderStory } from '../../src/emit/story/write.js';
import { readSample } from '../read-sample.js';
import { htmlOf, xlsxOf } from './written.js';

/** Words of ours that stay Chinese: names of figures behind their English ones, names of forms, the font of workbooks. */
const KEPT = [
  ...families.flatMap(({ presentation }) => presentation.indicators.map(({ words }) => words)),
  ...families.flatMap(({ forms }) => forms.map(({ name }) => name)),
  '宋体',
].join(' ');

const withoutCode = (html: string): string => html.replace(/<style>.*?<\/style>/su, '').replace(/(?:href|src)="data:[^"]*"/gu, '');

/** The text of a workbook or a .docx. */
const partsOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => new TextDecoder().decode(part))
    .join('\n');

describe('in English', () => {
  let sample: Disclosure;
  beforeAll(async () => {
    sample = await readSample('beiguan-2024');
  });

  /** Chinese that is neither of the document nor kept. */
  const leftOver = (text: string): string[] => {
    const known = JSON.stringify(sample) + KEPT;
    return [...new Set(text.match(/\p{Script=Han}+/gu) ?? [])].filter((words) => !known.includes(words));
  };

  test('the report has no Chinese but that of the document', async () => {
    const html = await inLanguage('en', () => htmlOf(sample));
    expect(leftOver(withoutCode(html))).toEqual([]);
    expect(html).toContain('<html lang="en">');
    const charts = [...html.matchAll(/data:image\/svg\+xml;base64,([^"]+)/gu)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString(),
    );
    expect(charts.length).toBeGreaterThan(2);
    expect(leftOver(charts.join('\n'))).toEqual([]);
  });

  test('nor has the workbook, and its links lead to sheets that are there', () => {
    const bytes = inLanguage('en', () => xlsxOf(sample));
    expect(leftOver(partsOf(bytes))).toEqual([]);
    const sheets = new TextDecoder().decode(unzipSync(bytes)['xl/workbook.xml']);
    for (const name of ['Summary', 'Findings', 'Contents', 'Data', 'Source']) expect(sheets).toContain(`name="${name}"`);
    const targets = [...partsOf(bytes).matchAll(/location="(?:&#39;)?([^"!]+?)(?:&#39;)?!/gu)].map(([, name]) => name);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of new Set(targets)) expect(sheets).toContain(`name="${target}"`);
  });

  test.each(['html', 'docx', 'xlsx'] as const)('nor has a story as %s', async (format) => {
    const bytes = await inLanguage('en', () => renderStory(judgedStory(sample, []), format, async () => null));
    expect(leftOver(format === 'html' ? withoutCode(new TextDecoder().decode(bytes)) : partsOf(bytes))).toEqual([]);
  });

  test('JSON and CSV are the same', () => {
    expect(inLanguage('en', () => toJson(sample))).toBe(toJson(sample));
    expect(inLanguage('en', () => toCsv(sample))).toBe(toCsv(sample));
  });
});
