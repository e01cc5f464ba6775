/** Prose and tables as the stages before hand them over, from a few words. */
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { finalAccountsProse } from '../../../extractors/final-accounts/prose/prose.js';
import type { Disclosure, DisclosureTable, DisclosureValue, Finding, Form } from '../../../schemas/disclosure.js';
import { toYuan, type Unit } from '../../../src/base/money.js';
import { checkProse, type ProseInput } from '../../../src/check/prose/check-prose.js';
import type { ProseSection } from '../../../src/check/prose/text/sentences.js';
import { line } from '../../extract/builders.js';

const LEVELS = [/^第[一二三四五六七八九十]+部分/u, /^[一二三四五六七八九十]+、/u, /^（[一二三四五六七八九十]+）/u];

/** Paragraphs in order; those that begin like a heading and end without a stop open a section. `¶` breaks a line, `¶n` goes on page n. */
export function prose(...paragraphs: string[]): ProseSection[] {
  const sections: {
    heading: string | null;
    level: number;
    pages: number[];
    paragraphs: { text: string; lines: ReturnType<typeof line>[] }[];
  }[] = [];
  let page = 1;
  let y = 50;
  for (const paragraph of paragraphs) {
    const lines = paragraph.split('¶').map((part, i) => {
      const turned = i > 0 ? /^(\d+)\|/u.exec(part) : null;
      if (turned) [page, y] = [Number(turned[1]), 50];
      y += 20;
      return line(turned ? part.slice(turned[0].length) : part, { page, y });
    });
    const text = lines.map((l) => l.text).join('');
    const level = /[。；，]$/u.test(text) ? -1 : LEVELS.findIndex((pattern) => pattern.test(text));
    if (level >= 0) sections.push({ heading: text, level, pages: [page], paragraphs: [{ text, lines }] });
    else if (sections.length === 0) sections.push({ heading: null, level: 0, pages: [page], paragraphs: [{ text, lines }] });
    else sections.at(-1)?.paragraphs.push({ text, lines });
  }
  return sections;
}

type RowSketch = readonly [concept: string, name: string | null, cells: Readonly<Record<string, string>>];

/** A table of a form, in 万元 where nothing else is said; a row is its concept, its name and its figures by column key. */
export function sheet(
  form: Form,
  columns: readonly string[],
  rows: readonly RowSketch[],
  more: Partial<DisclosureTable> = {},
): DisclosureTable {
  const unit = more.unit === undefined ? '万元' : more.unit;
  return {
    form,
    number: null,
    title: TITLES[form] ?? null,
    department: '某市某区水利局',
    unit,
    pages: [7],
    empty: null,
    columns: columns.map((key) => ({ key, path: [key], ordinal: null })),
    rows: rows.map(([concept, name, cells], index) => {
      const code = /\/(\d+)$/u.exec(concept)?.[1] ?? null;
      return {
        kind: 'item',
        code,
        level: null,
        name,
        line: null,
        panel: null,
        concept: concept === '' ? null : concept,
        cells: Object.fromEntries(Object.entries(cells).map(([key, text], i) => [key, value(text, unit, index, i)])),
      };
    }),
    fields: {},
    notes: [],
    grid: { rows: 0, columns: 0, cells: [] },
    ...more,
  };
}

const TITLES: Partial<Record<Form, string>> = {
  'income-expenditure-summary': '收入支出决算总表',
  income: '收入决算表',
  expenditure: '支出决算表',
  'fiscal-appropriation-summary': '财政拨款收入支出决算总表',
  'general-public-expenditure': '一般公共预算财政拨款支出决算表',
  'general-public-basic-expenditure': '一般公共预算财政拨款基本支出决算表',
  'government-fund': '政府性基金预算财政拨款收入支出决算表',
  'state-capital': '国有资本经营预算财政拨款支出决算表',
  'three-public': '一般公共预算财政拨款“三公”经费支出决算表',
};

function value(text: string, unit: Unit | null, row: number, column: number): DisclosureValue {
  const digits = text.replaceAll(',', '');
  return {
    text,
    value: digits,
    yuan: toYuan(digits, unit),
    page: 7,
    box: [column * 50, row * 20, column * 50 + 40, row * 20 + 10],
    method: 'text',
    status: 'unchecked',
  };
}

/** The accounts of a small department; every figure agrees with every other. */
export const account = (): DisclosureTable[] => [
  sheet(
    'income-expenditure-summary',
    ['income', 'expenditure'],
    [
      ['general-public-appropriation', '一、一般公共预算财政拨款收入', { income: '900.00' }],
      ['other-income', '八、其他收入', { income: '80.00' }],
      ['function/213', '十二、农林水支出', { expenditure: '720.00' }],
      ['function/208', '八、社会保障和就业支出', { expenditure: '180.00' }],
      ['total-income', '本年收入合计', { income: '980.00' }],
      ['total-expenditure', '本年支出合计', { expenditure: '900.00' }],
      ['opening-balance', '年初结转和结余', { income: '20.00' }],
      ['closing-balance', '年末结转和结余', { expenditure: '100.00' }],
      ['total', '总计', { income: '1000.00' }],
      ['total', '总计', { expenditure: '1000.00' }],
    ],
  ),
  sheet('income', ['total', 'fiscal', 'superior', 'other'], [['total', '合计', { total: '980.00', fiscal: '900.00', other: '80.00' }]]),
  sheet('expenditure', ['total', 'basic', 'project'], [['total', '合计', { total: '900.00', basic: '600.00', project: '300.00' }]]),
  sheet(
    'general-public-expenditure',
    ['total', 'basic', 'project'],
    [
      ['total', '合计', { total: '900.00', basic: '600.00', project: '300.00' }],
      ['function/2080505', '机关事业单位基本养老保险缴费支出', { total: '180.00', basic: '180.00' }],
      ['function/2130301', '行政运行', { total: '420.00', basic: '420.00' }],
      ['function/2130305', '水利工程建设', { total: '300.00', project: '300.00' }],
    ],
  ),
  sheet(
    'general-public-basic-expenditure',
    ['amount'],
    [
      ['economic/30101', '基本工资', { amount: '550.00' }],
      ['economic/30102', '津贴补贴', {}],
      ['personnel-total', '人员经费合计', { amount: '550.00' }],
      ['economic/30201', '办公费', { amount: '50.00' }],
      ['economic/30228', '工会经费', { amount: '0.00' }],
      ['public-total', '公用经费合计', { amount: '50.00' }],
    ],
  ),
  sheet(
    'three-public',
    [
      'budget.total',
      'budget.abroad',
      'budget.vehicles',
      'budget.reception',
      'final.total',
      'final.abroad',
      'final.vehicles',
      'final.reception',
    ],
    [
      [
        '',
        null,
        {
          'budget.total': '5.00',
          'budget.vehicles': '4.00',
          'budget.reception': '1.00',
          'final.total': '4.00',
          'final.vehicles': '3.50',
          'final.reception': '0.50',
        },
      ],
    ],
  ),
];

export const DOCUMENT: Disclosure['document'] = {
  kind: '部门决算',
  department: '某市某区水利局',
  departmentId: '000000-某市某区水利局',
  year: 2024,
  region: { code: null, name: null, path: null },
};

/** The prose with `text` read by OCR, and not beyond doubt. */
export const doubt = (sections: readonly ProseSection[], text: string): ProseSection[] =>
  sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) => ({
      ...paragraph,
      lines: paragraph.lines.map((printed) => {
        const at = printed.text.indexOf(text);
        const reading = { text, raw: text, confidence: 0.6, alternatives: [], doubtful: true };
        const glyphs = printed.glyphs.map((glyph, i) => (at >= 0 && i >= at && i < at + text.length ? { ...glyph, reading } : glyph));
        return { ...printed, glyphs };
      }),
    })),
  }));

/** Findings of a document that is 部门决算. */
export const checkFinal = (input: Omit<ProseInput, 'prose' | 'forms'>): Finding[] =>
  checkProse({ ...input, prose: finalAccountsProse, forms: finalAccounts.forms });

/** Findings of prose below 第三部分, against the account where no other tables are given. */
export function check(paragraphs: readonly string[], tables = account(), document: Partial<Disclosure['document']> = {}): Finding[] {
  const sections = prose('第三部分2024年度部门决算情况说明', ...paragraphs);
  return checkFinal({ sections, tables, document: { ...DOCUMENT, ...document } });
}

/** What was found, in short: rule, severity, found, expected. */
export const brief = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, severity, found, expected }) => [rule, severity, found, expected].filter((part) => part != null).join(' '));
