import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { finalAccountsProse } from '../../../extractors/final-accounts/prose/prose.js';
import type { ProseDeclaration } from '../../../extractors/prose.js';
import { FORMS } from '../../../schemas/disclosure.js';
import { checkProse } from '../../../src/check/prose/check-prose.js';
import { account, brief, DOCUMENT, prose } from './builders.js';

/** How families declare what they declare: no file of one. */
const DECLARATIONS = ['form.js', 'prose.js', 'shared/prose-rules.js', 'shared/wording-rules.js'];
const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'src', 'check', 'prose');
const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('what a family declares is not known to the checks', () => {
  test.each(sources)('%s names no form and imports no family', (name) => {
    const text = readFileSync(path.join(FOLDER, name), 'utf8');
    const named = FORMS.filter((form) => form !== 'other' && text.includes(`'${form}'`));
    expect(named).toEqual([]);
    const imported = [...text.matchAll(/from '[./]*\/extractors\/([^']+)'/gu)].map((match) => match[1]);
    expect(imported.filter((file) => !DECLARATIONS.includes(file ?? ''))).toEqual([]);
  });

  test.each(sources.filter((name) => name !== path.join('text', 'grammar.ts')))('%s uses none of its words outside of comments', (name) => {
    const code = readFileSync(path.join(FOLDER, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
    const { account: document, principal, other } = finalAccountsProse.wording;
    expect(
      [document, principal, other.word, other.initial + other.word, '三公', '绩效', '采购'].filter((word) => code.includes(word)),
    ).toEqual([]);
  });
});

/** A family whose principal amount is the budget, and whose other is what was spent the year before. */
const budgets: ProseDeclaration = {
  ...finalAccountsProse,
  wording: {
    account: '预算',
    principal: '预算',
    other: { word: '决算', against: '决算|执行', initial: '上年', adjusted: '调整', stages: '上年|调整' },
    phrases: [
      { kind: 'principal', numbers: ['money'], pattern: /^(?<name>.*?)(?:支出)?预算(?:数)?(?:为)?$/u, example: '', counterExample: '' },
      { kind: 'other', numbers: ['money'], pattern: /^(?<name>.*?)(?:支出)?决算(?:数)?(?:为)?$/u, example: '', counterExample: '' },
    ],
    comparedYear: -1,
    titles: '预算|情况说明',
  },
};

describe('which amount is the principal one is the family’s', () => {
  const found = (family: ProseDeclaration, ...paragraphs: string[]) =>
    checkProse({
      sections: prose('第三部分2024年度情况说明', '三、支出情况说明', ...paragraphs),
      tables: account(),
      document: DOCUMENT,
      prose: family,
      forms: finalAccounts.forms,
    });

  test('the tables print it: 预算 in a budget, 决算 in final accounts', () => {
    const text = '支出合计预算为910.00万元，支出合计决算为920.00万元。';
    expect(brief(found(budgets, text))).toEqual(['PROSE-AMOUNT error 910.00 900.00']);
    expect(brief(found(finalAccountsProse, text))).toEqual(['PROSE-AMOUNT error 920.00 900.00']);
  });

  test('messages name both as the family calls them', () => {
    const text = '支出合计预算为900.00万元，支出合计决算为905.00万元。支出合计预算数大于决算数。';
    expect(found(budgets, text).map((f) => f.message)).toEqual([
      '文中称本年支出合计预算数大于决算数，而所列预算数900.00万元小于决算数905.00万元。',
    ]);
  });

  test('changes are told against the year that it declares', () => {
    const text = '水利支出100.00万元，与2022年度相比，增加20.00万元，增长25.00%。';
    const before = { ...finalAccountsProse, wording: { ...finalAccountsProse.wording, comparedYear: -2 } };
    expect(brief(found(finalAccountsProse, text))).toEqual(['PROSE-YEAR warning 2022 2023']);
    expect(found(before, text)).toEqual([]);
  });
});
