import { describe, expect, test } from 'vitest';
import { check } from '../builders.js';

const CHAPTER = '三、支出决算情况说明';

describe('marks that stand twice', () => {
  test.each([
    ['本年没有此项支出。。', '。。', '本年没有此项支出。'],
    ['人数800人，；', '，；', '人数800人，；'],
    ['办公费、、差旅费。', '、、', '办公费、、差旅费。'],
    ['没有此项支出，。', '，。', '没有此项支出，。'],
    ['没有此项支出；。', '；。', '没有此项支出；'],
  ])('%s', (text, marks, quoted) => {
    expect(check([CHAPTER, text])).toMatchObject([
      { rule: 'PUNCTUATION-DOUBLED', severity: 'info', message: `文中标点重复：“${marks}”。`, quote: { text: quoted } },
    ]);
  });

  test('a unit written twice', () => {
    expect(check([CHAPTER, '甲项目用去5万元元。'])).toMatchObject([{ message: '文中的单位重复：“万元元”。' }]);
  });

  test('parts of a document that explain no figures have marks too', () => {
    expect(check(['第一部分概况', '一、主要职能', '负责水利工作。。'])).toMatchObject([{ rule: 'PUNCTUATION-DOUBLED' }]);
  });

  test.each(['“水利工程”，等等。', '1.办公费；2.差旅费。', '（一）甲。', '名单见附件：', '负责水利工作……'])('%s is none', (text) => {
    expect(check([CHAPTER, text])).toEqual([]);
  });

  test('a stop that begins another paragraph closes nothing twice', () => {
    expect(check([CHAPTER, '本年没有此项支出。', '。'])).toEqual([]);
  });
});
