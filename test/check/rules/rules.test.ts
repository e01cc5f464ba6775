import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { rulesOf } from '../../../src/check/rules/rules.js';
import { raised } from '../builders.js';
import { cases as sums } from '../cases.js';
import { type Case, codeCases, gapCases, proseCases, readingCases } from '../other-cases.js';

const tableCases = Object.entries(sums).map(([id, { holds, breaks }]): [string, Case] => [
  id,
  { holds: () => raised(...holds).map((f) => f.rule), breaks: () => raised(...breaks).map((f) => f.rule) },
]);

const cases: Readonly<Record<string, Case>> = Object.fromEntries([
  ...tableCases,
  ...[gapCases, codeCases, proseCases, readingCases].flatMap((group) => Object.entries(group)),
]);

/** What only a whole document or a whole grid can show; the tests that show it hold the rule and break it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'CODE-DOUBTFUL': 'test/normalize/ocr-codes.test.ts',
  'PERFORMANCE-POINTS': 'test/check/verdict/points.test.ts',
  'READING-SETTLED': 'test/check/ocr/settle.test.ts',
  'READ-ONCE': 'test/read/pdf/engines.test.ts',
  'ENGINES-DISAGREE': 'test/check/engines/second-reading.test.ts',
  'NAME-DOUBTFUL': 'test/normalize/ocr-names.test.ts',
  'LABEL-DOUBTFUL': 'test/normalize/ocr-ordinals.test.ts',
  'PROSE-UNREAD': 'test/check/prose/checks/unread.test.ts',
  'PROJECT-PERIOD': 'test/check/prose/checks/periods.test.ts',
  'ROW-REPEATED': 'test/check/wording/repeated-rows.test.ts',
  'TEXT-CUT': 'test/check/wording/cut-text.test.ts',
  'TABLE-PAGE-EMPTY': 'test/check/wording/empty-pages.test.ts',
  'PROSE-COUNT': 'test/extractors/budgets/prose.test.ts',
  'PROSE-SAME-AMOUNTS': 'test/check/prose/checks/numbered-projects.test.ts',
  'CONTENTS-EMPTY': 'test/extractors/budgets/prose.test.ts',
  'CORRECTION-REFUSED': 'test/corrections/corrections.test.ts',
  'CORRECTIONS-UNUSABLE': 'test/corrections/corrections.test.ts',
  'DOCUMENT-NAME': 'test/pipeline/document-name.test.ts',
  'PAGE-UNREAD': 'test/pipeline.test.ts',
  'TRUNCATED-TAIL': 'test/read/pdf/file/tail.test.ts',
  'STREAM-BROKEN': 'test/read/pdf/recover.test.ts',
  'FILE-REPAIRED': 'test/read/pdf/recover.test.ts',
  'FILE-BESIDE': 'test/read/ofd/document.test.ts',
  'DOCUMENTS-APART': 'test/pipeline/apart.test.ts',
  'TABLE-UNREAD': 'test/pipeline/unread.test.ts',
  'TABLE-OTHER': 'test/pipeline/unread.test.ts',
  'ROW-SLID': 'test/extract/shift.test.ts',
  'OWN-ERROR': 'test/pipeline/own-errors.test.ts',
  'STRUCTURE-DOUBTFUL': 'test/check/verdict/structure.test.ts',
  'FORM-BY-HEADER': 'test/extract/extract.test.ts',
  'HIDDEN-CONTENT': 'test/read/excel/workbook.test.ts',
  'STORED-SHOWN': 'test/read/excel/shown.test.ts',
  'FORMULA-UNREADABLE': 'test/read/excel/shown.test.ts',
  'FORMULA-DIFFERS': 'test/read/excel/formulas.test.ts',
  'TRACKED-CHANGES': 'test/read/word/document.test.ts',
  'PICTURE-UNREAD': 'test/read/word/document.test.ts',
};

const rules = rulesOf(finalAccounts).flatMap((group) => group.rules);

test('every rule has its two cases, and no case lacks its rule', () => {
  expect([...Object.keys(cases), ...Object.keys(ELSEWHERE)].toSorted()).toEqual(rules.map((rule) => rule.id).toSorted());
});

test.each(Object.entries(ELSEWHERE))('%s is tested in %s', (id, file) => {
  expect(readFileSync(path.join(import.meta.dirname, '..', '..', '..', file), 'utf8')).toContain(id);
});

describe.each(rules.filter(({ id }) => id in cases).map((rule) => [rule.id, rule.formula] as const))('%s %s', (id) => {
  test('holds', () => {
    expect(cases[id]?.holds()).toEqual([]);
  });

  test('breaks', () => {
    expect(cases[id]?.breaks()).toContain(id);
  });
});
