import { describe, expect, test } from 'vitest';
import { wording } from '../../../../extractors/final-accounts/prose/wording.js';
import { mentionsIn } from '../../../../src/check/prose/text/numbers.js';
import { readPhrase } from '../../../../src/check/prose/text/phrase.js';
import { sectionToSentences } from '../../../../src/check/prose/text/sentences.js';
import { prose } from '../builders.js';

const OWNERS = ['某市某区水利局', '市某区水利局', '某区水利局', '区水利局', '水利局'];
/** The last number of a sentence, as its words tell it. */
function last(text: string) {
  const mention = prose('一、情况', text)
    .flatMap((section) => sectionToSentences(section, 0))
    .flatMap((sentence) => mentionsIn(sentence))
    .at(-1);
  if (!mention) throw new Error('no number');
  return readPhrase(mention, OWNERS, wording);
}

describe('what a number is', () => {
  test.each([
    ['2024年度收、支总计均为395.87万元。', 'amount', '收支总计'],
    ['其中：人员经费298.51万元。', 'amount', '人员经费'],
    ['某区水利局2024年度本年收入合计20451.35万元。', 'amount', '本年收入合计'],
    ['我部门2024年度财政拨款收入5万元。', 'amount', '财政拨款收入'],
    ['货物采购金额4.79万元、工程采购金额0万元。', 'amount', '工程采购金额'],
    ['按功能分类支出划分为一般公共服务支出10685.56万元。', 'amount', '一般公共服务支出'],
    ['一般公共预算财政拨款支出年初预算为1139.96万元。', 'other', '一般公共预算财政拨款支出'],
    ['公务接待费支出决算为0.9万元。', 'principal', '公务接待费'],
    ['支出决算为40万元。', 'principal', ''],
    ['与上年度相比，收、支总计各减少417.27万元。', 'change', '收支总计'],
    ['与上年相比收、支总计各增加58.21万元。', 'change', '收支总计'],
    ['机关运行经费支出比2023年度减少2.2万元。', 'change', '机关运行经费支出'],
    ['下降54.35%。', 'change', ''],
    ['占支出合计的100%。', 'share', ''],
    ['完成年初预算的5%。', 'completion', ''],
    ['预算执行率74.67%。', 'completion', ''],
    ['部门绩效自评得分89.54分。', 'score', '部门绩效自评得分'],
    ['应急保障用车2辆。', 'count', '应急保障用车'],
  ])('%s %s %s', (text, kind, name) => {
    expect(last(text)).toMatchObject({ kind, name });
  });

  test.each([
    ['人员经费和公用经费分别为5万元。', '分别 shares one label among many'],
    ['货物3万元、2万元。', 'a number with nothing before it'],
    ['支出增加到5万元。', 'what it grew to is no change'],
    ['完成年度目标125%。', 'a target is no budget'],
  ])('%s leaves doubt: %s', (text) => {
    expect(last(text).kind).toBe('unclear');
  });
});

test('the year the words give, and the year before', () => {
  expect(last('2023年度收入合计10万元。').year).toBe(2023);
  expect(last('上年决算数为10万元。').year).toBe('last');
  expect(last('上年结转和结余10万元。')).toMatchObject({ year: null, name: '上年结转和结余' });
});

test('a change against the budget is another than one against a year', () => {
  expect(last('比年初预算数增加9万元。').basis).toBe('other');
  expect(last('较上年决算数增加9万元。').basis).toBe('year');
  expect(last('增长9%。').basis).toBeNull();
});

test('the level and the code in brackets behind a name', () => {
  expect(last('科学技术（类）支出88.00万元。')).toMatchObject({ name: '科学技术支出', level: '类' });
  expect(last('教育支出（2050202）88.00万元。')).toMatchObject({ code: '2050202' });
});

test('the whole a share is of', () => {
  expect(last('占政府采购支出总额的92.54%。').whole).toBe('政府采购支出总额');
  expect(last('占比73.33%。').whole).toBe('');
});

test('a year, a document number and a 100-point scale are no figures', () => {
  const texts = ['财预〔2020〕10号。', '2024年12月31日。', '30分钟内。', '上海市普陀区2024年度。'];
  const found = prose('一、情况', ...texts)
    .flatMap((s) => sectionToSentences(s, 0))
    .flatMap((s) => mentionsIn(s));
  expect(found).toEqual([]);
});
