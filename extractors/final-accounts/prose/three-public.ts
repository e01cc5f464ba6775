import type { Home, Measure, Selector } from '../../../src/check/prose/tables/measures.js';

const threePublic = (row: string, column: string): Selector => ({ form: 'three-public', row, column });

/** 三公: as columns under 预算数 and 决算数, as rows, or under rows 预算数 and 决算数. */
const phase = (key: string, item: string): readonly Home[] => [
  [threePublic('', `${key}.${item}`)],
  [threePublic(item === 'total' ? 'total' : `three-public/${item}`, key)],
  [threePublic(key, item)],
];
const threePublicItem = (title: string, item: string, names: readonly string[]): Measure => ({
  title,
  names: [...names, ...names.map((n) => `${n}支出`), ...names.map((n) => `${n}财政拨款支出`)],
  homes: { 'three-public': phase('final', item), ...(item === 'total' && { any: phase('final', item) }) },
  budget: phase('budget', item),
});

/** The 三公 and their parts. */
export const threePublicMeasures: readonly Measure[] = [
  threePublicItem('“三公”经费', 'total', [
    '三公经费',
    '一般公共预算财政拨款三公经费',
    '财政拨款三公经费',
    '三公经费财政拨款',
    '一般公共预算三公经费',
    '三公经费一般公共预算财政拨款',
  ]),
  threePublicItem('因公出国（境）费', 'abroad', ['因公出国费', '因公出国境费', '因公出国费用', '因公出国境费用', '因公出国经费']),
  threePublicItem('公务用车购置及运行维护费', 'vehicles', [
    '公务用车购置及运行维护费',
    '公务用车购置及运行费',
    '公务用车购置和运行费',
    '公务用车购置和运行维护费',
    '公务用车购置及运行维护经费',
  ]),
  threePublicItem('公务用车购置费', 'vehicle-purchase', ['公务用车购置费', '公务用车购置', '公务用车购置经费']),
  threePublicItem('公务用车运行维护费', 'vehicle-operation', [
    '公务用车运行维护费',
    '公务用车运行费',
    '公务用车运行维护',
    '公务用车运行及维护',
    '公务用车运行经费',
  ]),
  threePublicItem('公务接待费', 'reception', ['公务接待费', '公务接待', '公务接待经费']),
];
