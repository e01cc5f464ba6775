import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { headerToForm, titleToForm } from '../../src/extract/form.js';

const idOf = (title: string) => titleToForm(title, finalAccounts)?.id ?? null;

test.each(finalAccounts.forms.flatMap(({ id, titles }) => titles.map((title) => [title, id])))('%s is %s', (title, id) => {
  expect(idOf(title)).toBe(id);
});

describe('before and behind the known title', () => {
  test.each(finalAccounts.forms.flatMap(({ id, titles }) => titles.map((title) => [title, id])))(
    'a year and a department: %s',
    (title, id) => {
      expect(idOf(`2024年度${title}`)).toBe(id);
      expect(idOf(`安阳市北关区工业和信息化局2024年度${title}`)).toBe(id);
      expect(idOf(`高等学校${title}`)).toBe(id);
      expect(idOf(`${title}（续）`)).toBe(id);
      expect(idOf(`${title}续表`)).toBe(id);
    },
  );

  test.each(['某某市行政审批局', '某某县重点项目建设中心', '某某市预算编审中心', '某某区经济和信息化局', '某某县农村经营管理站'])(
    'a department may bear the words of another table: %s',
    (department) => {
      expect(idOf(`${department}2024年度收入决算表`)).toBe('income');
    },
  );

  test('a year may stand behind the title', () => {
    expect(idOf('收入决算表（2024年度）')).toBe('income');
  });

  test('a project names its own table', () => {
    expect(idOf('中小企业财政拨款奖励项目支出绩效自评表')).toBe('project-performance');
    expect(idOf('某某局部门整体支出绩效自评情况表')).toBe('department-performance');
  });

  test('三公 titles name the budget they are paid from', () => {
    expect(idOf('一般公共预算财政拨款“三公”经费支出决算表')).toBe('three-public');
    expect(idOf('财政拨款＂三公＂经费支出决算表')).toBe('three-public');
    expect(idOf('2024年度一般公共预算“三公”经费支出决算表')).toBe('three-public');
    expect(idOf('一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表')).toBe('three-public');
  });
});

describe('the longest alias wins', () => {
  test.each([
    ['收入支出决算表', 'income-expenditure-summary'],
    ['财政拨款收入支出决算表', 'fiscal-appropriation-summary'],
    ['政府性基金预算财政拨款收入支出决算表', 'government-fund'],
    ['国有资本经营预算财政拨款收入支出决算表', 'state-capital'],
    ['一般公共预算财政拨款支出决算表', 'general-public-expenditure'],
  ])('%s ends with shorter titles too, and is %s', (title, id) => {
    expect(idOf(title)).toBe(id);
  });
});

describe('another table', () => {
  test.each([
    '高等学校财政拨款支出决算表',
    '财政拨款支出决算表',
    '项目收入支出决算表',
    '项目支出决算表',
    '基本支出决算表',
    '行政事业类项目收入支出决算表',
    '政府采购支出决算表',
    '支出决算明细表',
    '收入决算明细表',
    '国有资产占用情况表',
    '经营支出决算表',
    '非税收入决算表',
    '财政专户管理资金收入支出决算表',
    '社会保险基金收入支出决算表',
    '机关运行经费支出决算表',
    '会议费支出决算表',
    '政府购买服务支出决算表',
  ])('%s', (title) => {
    expect(idOf(title)).toBe(null);
  });

  test.each(['收入预算表', '2026年部门收支预算总表', '一般公共预算财政拨款支出预算表', '“三公”经费支出预算表', '部门预算支出总表'])(
    'a budget: %s',
    (title) => {
      expect(idOf(title)).toBe(null);
    },
  );

  test('a number names no form, nor does nothing', () => {
    expect(idOf('公开02表')).toBe(null);
    expect(idOf('')).toBe(null);
    expect(titleToForm(null, finalAccounts)).toBe(null);
  });
});

describe('headerToForm: without a title, by the words of the header', () => {
  const paths = (...texts: string[]) => texts.map((text) => text.split('/'));

  test('the one form that knows every column', () => {
    expect(headerToForm(paths('本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '其他收入'), finalAccounts)?.id).toBe('income');
    expect(headerToForm(paths('本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出'), finalAccounts)?.id).toBe('expenditure');
  });

  test('columns that several finalAccounts.forms know name none of them', () => {
    expect(headerToForm(paths('本年支出合计', '基本支出', '项目支出'), finalAccounts)).toBe(null);
  });

  test('one unknown column, or two of one meaning, and it is none', () => {
    expect(headerToForm(paths('本年收入合计', '财政拨款收入', '上级补助收入', '增减率'), finalAccounts)).toBe(null);
    expect(headerToForm(paths('本年收入合计', '合计', '财政拨款收入', '上级补助收入'), finalAccounts)).toBe(null);
  });

  test('绩效 tables are known by their titles alone', () => {
    expect(headerToForm(paths('一级指标', '二级指标', '三级指标', '年度指标值'), finalAccounts)).toBe(null);
  });

  test('two columns are too few', () => {
    expect(headerToForm(paths('财政拨款收入', '上级补助收入'), finalAccounts)).toBe(null);
  });
});
