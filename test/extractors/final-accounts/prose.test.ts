import { describe, expect, test } from 'vitest';
import { finalAccountForms as forms } from '../../../extractors/final-accounts/forms/forms.js';
import { finalAccountsProse } from '../../../extractors/final-accounts/prose/prose.js';
import type { FormDeclaration } from '../../../extractors/form.js';
import type { MeasureSource, TableFigure } from '../../../extractors/prose.js';
import { bare } from '../../../src/base/text.js';

const { chapters, widest, measures, functionSpending, lists, itemised, assessments } = finalAccountsProse;

const formOf = (id: string): FormDeclaration => {
  const form = forms.find((f) => f.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
const columnsOf = (id: string): ReadonlySet<string> => new Set(formOf(id).layouts.flatMap((layout) => Object.keys(layout.columns)));
const conceptsOf = (id: string): ReadonlySet<string> => new Set(Object.keys(formOf(id).rows.words));

const chapterIds = new Set(chapters.map((chapter) => chapter.id));
const measureIds = new Set(measures.map((measure) => measure.id));

/** All sources of all measures, each figure once. */
const figures: readonly TableFigure[] = [
  ...measures.flatMap(({ sources, others = {} }) => [...Object.values(sources), ...Object.values(others)]),
  ...chapters.flatMap(({ deniable }) => (deniable ? [deniable.total] : [])),
].flatMap((bySource: readonly MeasureSource[] = []) => bySource.flat());

describe('measures', () => {
  test('each has one id, one title, and names that mean nothing else', () => {
    expect(measureIds.size).toBe(measures.length);
    expect(new Set(measures.map((m) => m.title)).size).toBe(measures.length);
    const names = measures.flatMap((m) => [...new Set(m.names)]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name !== bare(name))).toEqual([]);
  });

  test('every figure is a row and a column that its form declares', () => {
    expect(figures.length).toBeGreaterThan(100);
    const unknown = figures.filter(({ form, row, column }) => {
      const isRow = row === '' || conceptsOf(form).has(row);
      return !isRow || !columnsOf(form).has(column);
    });
    expect(unknown).toEqual([]);
  });

  test('spending by code is printed in columns of forms that have codes or 类', () => {
    for (const { form, column } of Object.values(functionSpending.columns).flatMap((columns = []) => columns)) {
      expect(columnsOf(form)).toContain(column);
      const { rows } = formOf(form);
      expect(rows.by === 'code' ? rows.classification === 'function' : rows.categories !== undefined).toBe(true);
    }
  });
});

describe('what refers to chapters, measures and forms', () => {
  test('names one that is declared', () => {
    const named = [
      ...widest,
      itemised.chapter,
      ...lists.flatMap((list) => list.chapter ?? []),
      ...measures.flatMap(({ sources, others = {} }) => [...Object.keys(sources), ...Object.keys(others)]),
      ...Object.keys(functionSpending.columns),
    ];
    expect(named.filter((id) => id !== 'any' && !chapterIds.has(id))).toEqual([]);
    const wholes = chapters.flatMap((chapter) => chapter.wholeOfShares ?? []);
    const listed = lists.flatMap((list) => (list.kind === 'measures' ? [list.total, ...list.parts] : []));
    expect([...wholes, ...listed].filter((id) => !measureIds.has(id))).toEqual([]);
  });

  test('assessments have the rows and columns that prose restates', () => {
    for (const form of [assessments.project, assessments.department]) {
      expect([...columnsOf(form)]).toEqual(expect.arrayContaining(Object.values(assessments.columns)));
      expect([...conceptsOf(form)]).toEqual(expect.arrayContaining([assessments.funds, assessments.total]));
    }
    expect(itemised.form).toBe(formOf(itemised.form).id);
  });
});
