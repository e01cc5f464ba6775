import { expect, test } from 'vitest';
import { NO_FILTER } from '../../../src/review/page/finding-filter.js';
import { cellKey, isSameCell, NO_POSITIONS, ReviewStore } from '../../../src/review/page/store.js';

const storeOf = () =>
  new ReviewStore({
    start: { lang: 'zh', by: '张三', version: '0', forms: [], units: [], resolutions: [72], documents: [], desk: null },
    lang: 'zh',
    view: null,
    id: null,
    problem: null,
    busy: false,
    page: 1,
    table: null,
    selected: null,
    hovered: null,
    marked: [],
    list: 'doubts',
    positions: NO_POSITIONS,
    zoom: null,
    leftHidden: false,
    isAtStart: false,
    triage: null,
    filter: NO_FILTER,
    found: null,
  });

test('a part of the page is rendered at once, and when a value that it depends on changes', () => {
  const store = storeOf();
  const pages: number[] = [];
  store.watch(
    ({ page }) => [page],
    ({ page }) => pages.push(page),
  );
  store.set({ page: 2 });
  store.set({ page: 2, busy: true });
  store.set({ page: 3 });
  expect(pages).toEqual([1, 2, 3]);
});

test('parts are rendered in the order they are added, each once, also when one of them changes the state', () => {
  const store = storeOf();
  const rendered: string[] = [];
  store.watch(
    ({ page }) => [page],
    ({ page }) => {
      rendered.push(`page ${page}`);
      store.set({ table: page });
    },
  );
  store.watch(
    ({ page, table }) => [page, table],
    ({ page, table }) => rendered.push(`page ${page}, table ${table}`),
  );
  store.set({ page: 2 });
  expect(rendered).toEqual(['page 1', 'page 1, table 1', 'page 2', 'page 2, table 2']);
});

test('two references to a cell are the same cell, by their place and not as objects', () => {
  const cell = { table: 1, row: 2, column: 'total' };
  expect(isSameCell(cell, { ...cell })).toBe(true);
  expect(isSameCell(cell, { ...cell, row: 3 })).toBe(false);
  expect([isSameCell(cell, null), isSameCell(null, null)]).toEqual([false, true]);
  expect(cellKey(cell)).toBe(cellKey({ ...cell }));
});
