import { describe, expect, test } from 'vitest';
import { hanToNumber, toOrder, withOrdinals } from '../../src/normalize/ocr-ordinals.js';
import { cell } from '../extract/builders.js';
import { printed } from './builders.js';

const reading = { text: '', raw: '', confidence: 0.9, alternatives: [], doubtful: false };

/** The names of a summary's expenditure side as OCR read them, then the rows in doubt and what was remarked. */
function ordered(names: readonly string[], isRead = true) {
  const label = (name: string) => {
    const text = cell(name, {});
    return isRead ? { ...text, lines: text.lines.map((line) => ({ ...line, glyphs: line.glyphs.map((g) => ({ ...g, reading })) })) } : text;
  };
  const rows = names.map((name) => ({ name, side: '支出' as const, label: [label(name)] }));
  const { rows: found, doubtful, remarks } = withOrdinals(printed('income-expenditure-summary', { rows }));
  return {
    names: found.map(({ name }) => name),
    doubtful: [...doubtful],
    remarks: remarks.map(({ rule, message }) => `${rule.id} ${message}`),
  };
}

const START = ['一、一般公共服务支出', '二、外交支出', '三、国防支出', '四、公共安全支出', '五、教育支出'];

describe('an ordinal between two that leave no choice', () => {
  test('that was lost is put back, and that is said', () => {
    const { names, doubtful, remarks } = ordered([...START, '科学技术支出', '七、文化旅游体育与传媒支出']);
    expect(names[5]).toBe('六、科学技术支出');
    expect(doubtful).toEqual([]);
    expect(remarks).toEqual(['LABEL-DOUBTFUL 「科学技术支出」的序号识读有疑，按上下各行的顺序定为「六、科学技术支出」。']);
  });

  test('whose 十 was read as 一 or lost', () => {
    const names = [...START, '六、科学技术支出', '七、文化旅游体育与传媒支出', '八、社会保障和就业支出', '九、卫生健康支出'];
    const read = ['一、节能环保支出', '一一、城乡社区支出', '二农林水支出', '十三、交通运输支出', '十四、资源勘探工业信息等支出'];
    expect(ordered([...names, ...read]).names.slice(9, 12)).toEqual(['十、节能环保支出', '十一、城乡社区支出', '十二、农林水支出']);
  });

  test('before a name that nobody knows stays in doubt', () => {
    const { names, doubtful } = ordered([...START, '科 支', '七、文化旅游体育与传媒支出']);
    expect([names[5], doubtful]).toEqual(['科 支', [5]]);
  });
});

describe('an ordinal that nothing around it confirms', () => {
  test('after the last one that is sure', () => {
    expect(ordered([...START, '九、卫生健康支出']).doubtful).toEqual([5]);
  });

  test('a row without one where one is missing and more are left out', () => {
    expect(toOrder([1, 2, 3, null, 6, 7])).toEqual([1, 2, 3, 'unknown', 6, 7]);
  });

  test('detail rows without ordinals stand between rows that go on', () => {
    expect(toOrder([1, null, null, 2, 3, null])).toEqual([1, null, null, 2, 3, null]);
  });

  test('a list that leaves out what is zero keeps what goes on', () => {
    expect(toOrder([1, 2, 8, 9, 19, null])).toEqual([1, 2, 8, 9, 'unknown', null]);
  });
});

test('rows that were not read by OCR, and tables without ordinals, stay as they are', () => {
  expect(ordered([...START, '科学技术支出', '七、文化旅游体育与传媒支出'], false)).toMatchObject({ doubtful: [], remarks: [] });
  expect(ordered(['本年支出合计', '结余分配'])).toMatchObject({ doubtful: [], remarks: [] });
});

test('numbers in Chinese figures: 一 to 九十九, and 一七 is none', () => {
  expect(['一', '十', '十四', '二十', '九十九', '一七', '十十', ''].map(hanToNumber)).toEqual([1, 10, 14, 20, 99, null, null, null]);
});
