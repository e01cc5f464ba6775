import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDisclosure } from '../../../schemas/disclosure.js';
import { emptyDisclosure } from '../../../src/pipeline/empty.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { account, brief, check, checkFinal, DOCUMENT, prose, sheet } from './builders.js';

describe('words of other provinces, all of them right', () => {
  test.each([
    [
      '江苏',
      [
        '一、收入支出决算总体情况说明',
        '某区水利局2024年度收入、支出总计1000.00万元。与上年相比收、支总计各增加200.00万元，增长25.00%。其中：',
        '1．本年收入决算合计980.00万元。与上年相比，增加180.00万元，增长22.50%，变动原因：项目增加。',
        '2．使用非财政拨款结余0万元，与上年决算数相同。',
        '3．年初结转和结余20.00万元，主要为上年未完成的项目。',
      ],
    ],
    [
      '四川',
      [
        '一、收入支出决算总体情况说明',
        '2024年度收、支总计均为1000.00万元。与2023年度相比，收、支总计各增加200.00万元，增长25.00%。主要变动原因是项目增加。',
        '（图1：收、支决算总计变动情况图）（柱状图）',
        '二、一般公共预算财政拨款支出决算具体情况',
        '1．农林水（类）水利（款）行政运行（项）：支出决算为420.00万元，完成预算100%，决算数等于预算数。',
      ],
    ],
    [
      '新疆',
      [
        '一、收入支出决算总体情况说明',
        '2024年度收入总计1000.00万元，其中：本年收入合计980.00万元，使用非财政拨款结余0.00万元，年初结转和结余20.00万元。',
        '2024年度支出总计1000.00万元，其中：本年支出合计900.00万元，结余分配0.00万元，年末结转和结余100.00万元。',
        '收入支出总体与上年相比，增加200.00万元，增长25.00%，主要原因是：项目增加。',
      ],
    ],
    [
      '广东',
      [
        '一、年度收入支出决算总体情况说明',
        '（一）年度收入总体情况',
        '某区水利局2024年度总收入1000.00万元，其中本年收入980.00万元。具体情况如下：',
        '1．一般公共预算财政拨款收入900.00万元，比上年决算数增加100.00万元，增长12.50%。',
        '2．其他收入80.00万元，比上年决算数减少20.00万元，下降20.00%。',
      ],
    ],
    [
      '陕西',
      [
        '一、收入支出决算总体情况说明',
        '2024年度收入、支出总计均为1000万元，与上年相比收、支总计各增加200万元，增长25%。',
        '二、收入决算情况说明',
        '2024年度收入合计980万元，其中：财政拨款收入900万元，占91.84%；其他收入80万元，占8.16%。',
      ],
    ],
    [
      '山东',
      [
        '三、支出决算情况说明',
        '本年支出合计900.00万元，其中：基本支出600.00万元，占66.67%；项目支出300.00万元，占33.33%；上缴上级支出0万元，占0%。',
      ],
    ],
    [
      '浙江',
      [
        '八、财政拨款“三公”经费支出决算情况说明',
        '2024年度“三公”经费财政拨款支出预算为5.00万元，支出决算为4.00万元，完成预算的80.00%，比上年减少1.00万元，下降20.00%。决算数小于预算数的主要原因是厉行节约。',
        '其中：因公出国（境）费支出决算为0万元，占“三公”经费财政拨款支出决算总额的0%；公务用车购置及运行维护费支出决算为3.50万元，占87.50%；公务接待费支出决算为0.50万元，占12.50%。',
      ],
    ],
    [
      '四川, two amounts in one sentence',
      [
        '一、收入支出决算总体情况说明',
        '2024年度收、支总计各是1000.00,900.00万元。与2023年相比，收、支总计各减少1267.86、2570.97万元，各下降23.51%、38.28%。',
      ],
    ],
  ])('%s', (_, paragraphs) => {
    expect(check(paragraphs).filter((f) => f.severity !== 'info')).toEqual([]);
  });
});

test('the sentence that docs/prose.md follows through: one slip, one finding', () => {
  const text = '公务接待费支出决算为0.60万元，完成预算的50.00%。';
  expect(readFileSync(path.join(ROOT, 'docs', 'prose.md'), 'utf8')).toContain(text);
  expect(brief(check(['九、财政拨款“三公”经费支出决算情况说明', text]))).toEqual(['PROSE-AMOUNT error 0.60 0.50']);
});

test('findings come in the order of the pages, each once, and fit the contract', () => {
  const found = check([
    '三、支出决算情况说明',
    '支出合计910.00万元。',
    '支出合计910.00万元。¶2|项目支出330.00万元。',
    'XX局没有经营支出。',
  ]);
  expect(found.map((f) => [f.rule, f.quote?.page])).toEqual([
    ['PROSE-AMOUNT', 1],
    ['PROSE-AMOUNT', 2],
    ['TEMPLATE-LEFTOVER', 2],
  ]);
  const empty = emptyDisclosure({
    name: 'a.pdf',
    sha256: '0'.repeat(64),
    bytes: 1,
    mediaType: 'application/pdf',
    pages: 2,
    producer: null,
  });
  expect(parseDisclosure({ ...empty, findings: found }).findings).toEqual(found);
});

test('on a page read by OCR a contradiction may be ours', () => {
  const sections = prose('第三部分2024年度部门决算情况说明', '三、支出决算情况说明', '支出合计910.00万元。');
  const verdicts = (ocrPages: Set<number>) =>
    checkFinal({ sections, tables: account(), document: DOCUMENT, ocrPages }).map((f) => f.verdict);
  expect(verdicts(new Set([1]))).toEqual(['unknown']);
  expect(verdicts(new Set([2]))).toEqual(['publisher']);
});

test('so it may be in a table on such a page', () => {
  const tables = [...account(), sheet('expenditure', [], [], { department: '某县教育局', pages: [9] })];
  const verdicts = (ocrPages: Set<number>) =>
    checkFinal({ sections: prose('第三部分'), tables, document: DOCUMENT, ocrPages }).map((f) => `${f.rule} ${f.verdict}`);
  expect(verdicts(new Set([9]))).toEqual(['TABLE-NAME unknown']);
  expect(verdicts(new Set([1]))).toEqual(['TABLE-NAME publisher']);
});

test('the sample: every contradiction of its prose, and none in the samples that are consistent', async () => {
  const findings = async (name: string) => {
    const { findings } = await extractDisclosure(readFileSync(path.join(SAMPLES, name)));
    return brief(findings.filter((f) => /^(?:PROSE|TEMPLATE|CONTENTS|EMPTY)-/u.test(f.rule) && f.severity !== 'info'));
  };
  expect(await findings('beiguan-2024.pdf')).toEqual([
    'PROSE-AMOUNT error 395.87 307.87',
    'PROSE-AMOUNT error 40 48.00',
    'PROSE-AMOUNT error 48 40.00',
    'PROSE-CHANGE error 54.35 51.32',
    'PROSE-CHANGE error 54.35 51.32',
    'PROSE-CHANGE error 54.35 51.32',
    'PROSE-AMOUNT warning 32.99 32.98',
    'PROSE-ITEMS warning',
    'PROSE-ITEMS warning',
  ]);
  for (const name of ['linhe-water-2023.pdf', 'qinghe-culture-2022.pdf', 'shanyin-court-2021.pdf', 'tongbai-market-2020.pdf'])
    expect(await findings(name)).toEqual([]);
});

const ROOT = path.join(import.meta.dirname, '../../..');
const SAMPLES = path.join(ROOT, 'samples');
