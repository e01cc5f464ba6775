import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changes, changesOf } from '../../src/books/changes.js';
import { economicBook, economicSystem, functionBook } from '../../src/books/code-book.js';

const BOOKS = [functionBook(), economicBook()];

describe('functionBook', () => {
  test('a 项 by its code, with what is above it', () => {
    const book = functionBook();
    expect(book.entry('2080505')).toMatchObject({ name: '机关事业单位基本养老保险缴费支出', level: '项', status: 'seen' });
    expect(book.parent('2080505')).toMatchObject({ code: '20805', name: '行政事业单位养老支出', level: '款' });
    expect(book.parent('20805')).toMatchObject({ code: '208', name: '社会保障和就业支出', level: '类' });
    expect(book.parent('208')).toBeUndefined();
  });

  test('a code that is not in it', () => {
    expect(functionBook().entry('2999999')).toBeUndefined();
  });

  test('the codes of a name, whatever its brackets', () => {
    const codes = (name: string) =>
      functionBook()
        .withName(name)
        .map((entry) => entry.code);
    expect(codes('机关事业单位职业年金缴费支出')).toEqual(['2080506']);
    expect(codes('政府办公厅(室)及相关机构事务')).toEqual(['20103']);
    expect(codes('行政运行').length).toBeGreaterThan(50);
    expect(codes('没有的科目')).toEqual([]);
  });

  test('names that a code bore, and since when they are out of date', () => {
    expect(functionBook().entry('20805')?.formerNames).toEqual([{ name: '行政事业单位离退休', outdatedBy: 2020 }]);
    expect(functionBook().entry('22198')?.otherNames).toEqual(['超长期特别国债安排的支出']);
  });

  test('years are those of documents', () => {
    expect(functionBook().entry('201')?.years).toEqual([2017, 2018, 2019, 2023, 2024, 2025]);
    expect(functionBook().entry('2010103')).toMatchObject({ status: 'unverified', years: [] });
  });
});

describe('economicBook', () => {
  test('both classifications, told apart by the first digit', () => {
    expect(economicBook().entry('30101')?.name).toBe('基本工资');
    expect(economicBook().entry('50101')?.name).toBe('工资奖金津补贴');
    expect(['30101', '50101', '2080505'].map(economicSystem)).toEqual(['部门', '政府', null]);
  });

  test('医疗费补助 was 医疗费 until 2018', () => {
    expect(economicBook().entry('30307')).toMatchObject({
      name: '医疗费补助',
      formerNames: [{ name: '医疗费', outdatedBy: 2018 }],
    });
  });
});

describe('the books are whole', () => {
  test('every code has its shape, stands once and in order, and has a parent', () => {
    for (const book of BOOKS) {
      const codes = book.entries.map((entry) => entry.code);
      expect(codes).toEqual([...new Set(codes)].toSorted());
      for (const { code } of book.entries) {
        expect(code).toMatch(/^[235]\d\d(\d\d){0,2}$/);
        if (code.length > 3) expect(book.parent(code), code).toBeDefined();
      }
    }
  });

  test('every code is found by its name', () => {
    for (const book of BOOKS) for (const entry of book.entries) expect(book.withName(entry.name)).toContain(entry);
  });

  test('every entry says whether it was seen, and when', () => {
    for (const entry of BOOKS.flatMap((book) => book.entries)) {
      expect(['seen', 'unverified']).toContain(entry.status);
      expect(entry.name).toMatch(/\p{Script=Han}/u);
      expect(entry.years).toEqual(entry.years.toSorted((a, b) => a - b));
      expect(
        entry.years.every((year) => year >= 2014 && year <= 2030),
        entry.code,
      ).toBe(true);
    }
  });

  test('changes: what each kind needs is there', () => {
    for (const change of changes()) {
      expect(['renamed', 'also', 'added', 'retired']).toContain(change.change);
      expect(['seen', 'notice', 'unverified']).toContain(change.status);
      expect(change.old !== null).toBe(['renamed', 'retired'].includes(change.change));
      expect(change.new !== null).toBe(change.change !== 'retired');
      expect(change.year === null).toBe(change.change === 'also');
    }
  });

  test('a renamed code bears its last new name', () => {
    for (const change of changes().filter((c) => c.change === 'renamed')) {
      expect(BOOKS.map((book) => book.entry(change.code)?.name)).toContain(change.new);
    }
  });

  test('a code that has not changed has no changes', () => {
    expect(changesOf('2080505')).toEqual([]);
  });

  test.each(['functional.tsv', 'economic.tsv', 'changes.tsv', 'divisions.tsv'])(
    '%s holds facts, not addresses, and says what it is',
    (file) => {
      const text = readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8');
      expect(text).toMatch(/^# /);
      expect(text).not.toMatch(/https?:|www\.|github|npm|\.com|\.cn/i);
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      expect(new Set(lines.map((line) => line.split('\t').length)).size).toBe(1);
    },
  );
});
