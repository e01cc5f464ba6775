import type { Measure, MeasureSource } from '../../../prose.js';
import { threePublic } from '../sources.js';

/** An item as a column under 预算数 or 决算数, as a row, or under the row 预算数 or 决算数. */
const sourcesOf = (phase: 'budget' | 'final', item: string): readonly MeasureSource[] => [
  [threePublic('', `${phase}.${item}`)],
  [threePublic(item === 'total' ? 'total' : `three-public/${item}`, phase)],
  [threePublic(phase, item)],
];

const measure = (item: string, title: string, names: readonly string[]): Measure => ({
  id: `three-public-${item}`,
  title,
  names: [...names, ...names.map((n) => `${n}支出`), ...names.map((n) => `${n}财政拨款支出`)],
  sources: { 'three-public': sourcesOf('final', item), ...(item === 'total' && { any: sourcesOf('final', item) }) },
  others: { 'three-public': sourcesOf('budget', item) },
});

/** The 三公 and their parts. */
export const threePublicMeasures: readonly Measure[] = [
  measure('total', '“三公”经费', [
    '三公经费',
    '一般公共预算财政拨款三公经费',
    '财政拨款三公经费',
    '三公经费财政拨款',
    '一般公共预算三公经费',
    '三公经费一般公共预算财政拨款',
  ]),
  measure('abroad', '因公出国（境）费', ['因公出国费', '因公出国境费', '因公出国费用', '因公出国境费用', '因公出国经费']),
  measure('vehicles', '公务用车购置及运行维护费', [
    '公务用车购置及运行维护费',
    '公务用车购置及运行费',
    '公务用车购置和运行费',
    '公务用车购置和运行维护费',
    '公务用车购置及运行维护经费',
  ]),
  measure('vehicle-purchase', '公务用车购置费', ['公务用车购置费', '公务用车购置', '公务用车购置经费']),
  measure('vehicle-operation', '公务用车运行维护费', [
    '公务用车运行维护费',
    '公务用车运行费',
    '公务用车运行维护',
    '公务用车运行及维护',
    '公务用车运行经费',
  ]),
  measure('reception', '公务接待费', ['公务接待费', '公务接待', '公务接待经费']),
];
