import { describe, expect, test } from 'vitest';
import { wording } from '../../../../extractors/final-accounts/prose/wording.js';
import type { PhrasePattern } from '../../../../extractors/prose.js';
import { comparisonsOf, grammarOf, groupsOf } from '../../../../src/check/prose/text/grammar.js';
import { mentionsIn } from '../../../../src/check/prose/text/numbers.js';
import { matchRow, plainWords } from '../../../../src/check/prose/text/phrase.js';
import { sectionToSentences } from '../../../../src/check/prose/text/sentences.js';
import { prose } from '../builders.js';

/** The row that reads the words before the last number of a sentence. */
function rowOf(sentence: string): PhrasePattern | null {
  const mention = prose('一、情况', sentence)
    .flatMap((section) => sectionToSentences(section, 0))
    .flatMap((read) => mentionsIn(read))
    .at(-1);
  if (!mention) throw new Error('no number');
  return matchRow(plainWords(mention), mention.quantity.kind, wording)?.row ?? null;
}

const named = <Row extends { readonly example: string }>(rows: readonly Row[]) =>
  rows.map((row, i) => [`row ${i + 1}, ${row.example}`, row] as const);

describe('the words before a number', () => {
  test.each(named(grammarOf(wording)))('%s', (_, row) => {
    expect(rowOf(row.example)).toBe(row);
    expect(rowOf(row.counterExample)).not.toBe(row);
  });

  test('every number is read by some row', () => {
    for (const sentence of ['甲乙丙5万元。', '甲乙丙5%。', '甲乙丙5分。', '甲乙丙5辆。']) expect(rowOf(sentence)).not.toBeNull();
  });
});

describe('the words before 增加 or 减少', () => {
  const rows = comparisonsOf(wording);
  const readBy = (words: string) => rows.find(({ pattern }) => groupsOf(pattern, words) !== null);

  test.each(named(rows))('%s', (_, row) => {
    expect(readBy(row.example)).toBe(row);
    expect(readBy(row.counterExample)).not.toBe(row);
  });
});
