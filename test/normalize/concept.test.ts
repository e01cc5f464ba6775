import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { FormDeclaration } from '../../extractors/form.js';
import { categories } from '../../extractors/shared/categories.js';
import type { Form } from '../../schemas/disclosure.js';
import { conceptReader } from '../../src/normalize/concept.js';

function declared(id: Form): FormDeclaration {
  const found = finalAccounts.forms.find((form) => form.id === id);
  if (!found) throw new Error(`no form ${id}`);
  return found;
}

/** Concepts of names read one below the other on one side. */
function read(id: Form, side: '收入' | '支出' | null, names: readonly string[]): (string | null)[] {
  const conceptOf = conceptReader(declared(id));
  return names.map((name) => conceptOf(null, name, side));
}

describe('rows with a code', () => {
  test('functional codes in 02, 03, 05, economic ones in 06', () => {
    expect(conceptReader(declared('income'))('2080505', '机关事业单位基本养老保险缴费支出', null)).toBe('function/2080505');
    expect(conceptReader(declared('general-public-basic-expenditure'))('30101', '基本工资', null)).toBe('economic/30101');
  });

  test('a code decides, whatever the name says', () => {
    expect(conceptReader(declared('expenditure'))('208', '合计', null)).toBe('function/208');
  });

  test('合 计 and 总计 without a code are the total, other words nothing', () => {
    expect(read('income', null, ['合　　计', '总计', '栏次', '社会保障和就业支出'])).toEqual(['total', 'total', null, null]);
    expect(conceptReader(declared('income'))(null, null, null)).toBe(null);
  });

  test('人员经费合计 and 公用经费合计 of 06', () => {
    expect(read('general-public-basic-expenditure', null, ['人员经费合计', '公用经费合计', '日常公用经费合计'])).toEqual([
      'personnel-total',
      'public-total',
      'public-total',
    ]);
  });
});

describe('the sides of 01', () => {
  test('八、社会保障和就业支出 is function/208 on the expenditure side only', () => {
    expect(read('income-expenditure-summary', '支出', ['八、社会保障和就业支出'])).toEqual(['function/208']);
    expect(read('income-expenditure-summary', '收入', ['八、社会保障和就业支出'])).toEqual([null]);
    expect(read('income-expenditure-summary', null, ['八、社会保障和就业支出'])).toEqual([null]);
  });

  test('the ordinal before a 类 says nothing: it changes from year to year', () => {
    const names = [
      '七、文化旅游体育与传媒支出',
      '八、文化旅游体育与传媒支出',
      '文化体育与传媒支出',
      '二十三、其他支出',
      '二十五、其他支出',
    ];
    expect(read('income-expenditure-summary', '支出', names)).toEqual([
      'function/207',
      'function/207',
      'function/207',
      'function/229',
      'function/229',
    ]);
  });

  test.each(Object.entries(categories))('every name of 类 %s is its concept', (code, names) => {
    expect(new Set(read('income-expenditure-summary', '支出', names))).toEqual(new Set([`function/${code}`]));
  });

  test('no name stands for two 类', () => {
    const names = Object.values(categories).flat();
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['一、一般公共预算财政拨款收入', 'general-public-appropriation'],
    ['二、政府性基金预算财政拨款收入', 'government-fund-appropriation'],
    ['三、国有资本经营预算财政拨款收入', 'state-capital-appropriation'],
    ['四、上级补助收入', 'superior-subsidy'],
    ['五、事业收入', 'operations-income'],
    ['六、经营收入', 'business-income'],
    ['七、附属单位上缴收入', 'affiliate-remittance'],
    ['八、其他收入', 'other-income'],
    ['本年收入合计', 'total-income'],
    ['本年支出合计', 'total-expenditure'],
    ['使用非财政拨款结余', 'non-appropriation-balance-used'],
    ['使用非财政拨款结余（含专用结余）', 'non-appropriation-balance-used'],
    ['年初结转和结余', 'opening-balance'],
    ['结余分配', 'balance-distribution'],
    ['年末结转和结余', 'closing-balance'],
    ['总    计', 'total'],
  ])('%s is %s', (name, concept) => {
    expect(read('income-expenditure-summary', null, [name])).toEqual([concept]);
  });
});

describe('the parts of an opening balance in 04', () => {
  const NAMES = ['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款', '三、国有资本经营预算财政拨款'];
  const PARTS = ['opening-balance/general-public', 'opening-balance/government-fund', 'opening-balance/state-capital'];
  const APPROPRIATIONS = ['general-public-appropriation', 'government-fund-appropriation', 'state-capital-appropriation'];

  test('the same words are the appropriation above 年初财政拨款结转和结余 and a part of it below', () => {
    const names = [...NAMES, '本年收入合计', '年初财政拨款结转和结余', ...NAMES, '总计'];
    expect(read('fiscal-appropriation-summary', '收入', names)).toEqual([
      ...APPROPRIATIONS,
      'total-income',
      'opening-balance',
      ...PARTS,
      'total',
    ]);
  });

  test('a row with another concept ends the parts', () => {
    expect(read('fiscal-appropriation-summary', '收入', ['年初财政拨款结转和结余', '总计', '一般公共预算财政拨款'])).toEqual([
      'opening-balance',
      'total',
      'general-public-appropriation',
    ]);
  });

  test('a row without a concept does not', () => {
    expect(read('fiscal-appropriation-summary', '收入', ['年初财政拨款结转和结余', '其中：', '一般公共预算财政拨款'])).toEqual([
      'opening-balance',
      null,
      'opening-balance/general-public',
    ]);
  });

  test('rows of the other side, printed between them, change nothing', () => {
    const conceptOf = conceptReader(declared('fiscal-appropriation-summary'));
    expect(conceptOf(null, '年初财政拨款结转和结余', '收入')).toBe('opening-balance');
    expect(conceptOf(null, '年末财政拨款结转和结余', '支出')).toBe('closing-balance');
    expect(conceptOf(null, '一般公共预算财政拨款', '收入')).toBe('opening-balance/general-public');
  });

  test('a balance of the other side opens none', () => {
    const conceptOf = conceptReader(declared('fiscal-appropriation-summary'));
    expect(conceptOf(null, '年初财政拨款结转和结余', '支出')).toBe('opening-balance');
    expect(conceptOf(null, '一般公共预算财政拨款', '收入')).toBe('general-public-appropriation');
  });

  test('01 has no parts: below its opening balance the words stay the appropriation', () => {
    expect(read('income-expenditure-summary', '收入', ['年初结转和结余', '一般公共预算财政拨款收入'])).toEqual([
      'opening-balance',
      'general-public-appropriation',
    ]);
  });
});

describe('三公 as rows', () => {
  test('预算数 and 决算数 as rows', () => {
    expect(read('three-public', null, ['预算数', '决算数', '年初预算数'])).toEqual(['budget', 'final', 'budget']);
  });

  test('the items as rows, with their ordinals', () => {
    const names = [
      '合计',
      '1、因公出国（境）费',
      '2、公务接待费',
      '3、公务用车购置及运行维护费',
      '其中：公务用车购置费',
      '（2）公务用车运行维护费',
    ];
    expect(read('three-public', null, names)).toEqual([
      'total',
      'three-public/abroad',
      'three-public/reception',
      'three-public/vehicles',
      'three-public/vehicle-purchase',
      'three-public/vehicle-operation',
    ]);
  });
});
