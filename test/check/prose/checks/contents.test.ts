import { describe, expect, test } from 'vitest';
import { account, checkFinal, DOCUMENT, prose, sheet } from '../builders.js';

describe('目录', () => {
  const contents = [
    '目录',
    '第一部分概况',
    '第二部分决算表',
    '一、收入支出决算总表',
    '六、政府性基金预算财政拨款收入支出决算表',
    '第一部分概况',
    '职责。',
  ];
  const found = (...body: string[]) =>
    checkFinal({ sections: prose(...contents, '第二部分决算表', ...body), tables: account(), document: DOCUMENT });

  test('a table that is announced and not there', () => {
    expect(found()).toMatchObject([
      {
        rule: 'CONTENTS-MISSING',
        severity: 'warning',
        verdict: 'unknown',
        message: '目录列有“六、政府性基金预算财政拨款收入支出决算表”，正文中没有这张表。',
        quote: { section: 4, page: 1, text: '六、政府性基金预算财政拨款收入支出决算表' },
      },
    ]);
  });

  test('a title without a table is our failure, perhaps', () => {
    expect(found('政府性基金预算财政拨款收入支出决算表')).toMatchObject([{ rule: 'CONTENTS-MISSING', verdict: 'reading' }]);
  });

  test('a table under another wording of its title is there', () => {
    const tables = [...account(), sheet('government-fund', ['total'], [], { title: '政府性基金预算支出决算表' })];
    expect(checkFinal({ sections: prose(...contents, '第二部分决算表'), tables, document: DOCUMENT })).toEqual([]);
  });
});
