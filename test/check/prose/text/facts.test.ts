import { describe, expect, test } from 'vitest';
import { finalAccountsProse } from '../../../../extractors/final-accounts/prose/prose.js';
import { contextOf } from '../../../../src/check/prose/context.js';
import { amountsOf, type SectionFacts, sentencesToFacts } from '../../../../src/check/prose/text/facts.js';
import { sectionToSentences } from '../../../../src/check/prose/text/sentences.js';
import { account, DOCUMENT, doubt, prose } from '../builders.js';

const context = contextOf({ prose: finalAccountsProse, forms: [] }, account(), [], DOCUMENT);
const chapter = finalAccountsProse.chapters.find(({ id }) => id === 'general-public') ?? null;

function factsIn(sections: ReturnType<typeof prose>): SectionFacts {
  const sentences = sections.flatMap((section) => sectionToSentences(section, 0));
  return sentencesToFacts(sentences, { zone: 'explanation', chapter }, context);
}
/** Of each fact: what it is of, and what kind of number it is. */
const told = (...paragraphs: string[]) => factsIn(prose('一、情况', ...paragraphs)).facts.map((f) => [f.subject?.title ?? null, f.kind]);

describe('what a figure is of', () => {
  test('the words before it name it, by a measure of the tables or by themselves', () => {
    expect(told('人员经费支出5万元。')).toEqual([['人员经费', 'amount']]);
    expect(told('防汛物资5万元。')).toEqual([['防汛物资', 'amount']]);
  });

  test('figures without a name go on with what was named last, to the end of the paragraph', () => {
    expect(told('人员经费支出决算为5万元，完成年初预算的50%，比上年增加1万元。')).toEqual([
      ['人员经费', 'principal'],
      ['人员经费', 'completion'],
      ['人员经费', 'change'],
    ]);
    for (const words of ['比上年决算数', '较2023年度', '与上年的']) {
      expect(told(`人员经费支出决算为5万元，${words}4万元增加1万元。`).map(([title]) => title)).toEqual([
        '人员经费',
        '人员经费',
        '人员经费',
      ]);
    }
    // The budget of the year before is none of what the document prints of its own year.
    expect(told('人员经费支出决算为5万元，比上年预算数4万元增加1万元。').map(([title]) => title)).toEqual(['人员经费', '比上年', '比上年']);
    expect(told('人员经费支出决算为5万元。', '完成年初预算的50%。')).toEqual([
      ['人员经费', 'principal'],
      [null, 'completion'],
    ]);
  });

  test('an account of one 项 goes on over paragraphs, to the next name', () => {
    const item = '1．农林水支出（类）水利（款）行政运行（项）。';
    expect(told(item, '年初预算为5万元，支出决算为4万元。', '甲支出3万元，比上年增加1万元。', '完成预算的80%。')).toEqual([
      ['行政运行', 'other'],
      ['行政运行', 'principal'],
      ['甲支出', 'amount'],
      ['甲支出', 'change'],
      [null, 'completion'],
    ]);
  });

  test('what a comparison names is what changed; what it names without having told of it, nobody can tell', () => {
    expect(told('甲支出5万元，乙支出3万元。甲支出与上年相比，增加1万元。')).toEqual([
      ['甲支出', 'amount'],
      ['乙支出', 'amount'],
      ['甲支出', 'change'],
    ]);
    expect(told('甲支出5万元。丙支出与上年相比，增加1万元。')).toEqual([
      ['甲支出', 'amount'],
      [null, 'change'],
    ]);
  });

  test('a number that OCR could not read says what the next are of, and is no fact', () => {
    const { facts } = factsIn(doubt(prose('一、情况', '人员经费支出决算为5.55万元，比上年增加1万元。'), '5.55'));
    expect(facts.map((f) => [f.subject?.title, f.kind])).toEqual([['人员经费', 'change']]);
  });
});

test('the money of a subject, by what the words call it and by year', () => {
  const section = factsIn(prose('一、情况', '人员经费年初预算为6万元，支出决算为5万元，2023年度支出决算为4万元。'));
  const [first] = section.facts;
  const { principal, other, past } = amountsOf(section, first?.subject ?? null);
  const digits = (facts: typeof principal) => facts.map((f) => f.mention.quantity.digits);
  expect([digits(principal), digits(other), digits(past)]).toEqual([['5'], ['6'], ['4']]);
  expect(amountsOf(section, null)).toEqual({ principal: [], other: [], past: [] });
});
