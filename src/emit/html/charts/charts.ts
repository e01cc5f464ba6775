import type { ChartDeclaration } from '../../../../extractors/charts.js';
import { say } from '../../../base/language.js';
import { familyOf, type WrittenDocument } from '../../document.js';
import { type Html, section } from '../markup.js';
import { changeBars } from './change-bars.js';
import { originOf } from './chart-file.js';
import { type Chart, figure } from './figure.js';
import { flow } from './flow.js';
import { functionBars } from './function-bars.js';
import { itemBars } from './item-bars.js';

/** The charts a family declares, as far as the document prints what they show; nothing where it prints none of it. */
export function chartsSection(document: WrittenDocument): Html {
  const charts = familyOf(document).presentation.charts.flatMap((declaration) => toChart(declaration, document) ?? []);
  return charts.length === 0
    ? ''
    : section(
        'charts',
        say('图', 'Charts'),
        ...charts.map((chart, index) => figure(chart, `chart${index + 1}`, originOf(document.disclosure))),
      );
}

function toChart(declaration: ChartDeclaration, document: WrittenDocument): Chart | null {
  const { disclosure } = document;
  switch (declaration.kind) {
    case 'flow':
      return flow(declaration, document);
    case 'function-bars':
      return functionBars(declaration, disclosure.tables, familyOf(document));
    case 'item-bars':
      return itemBars(declaration, disclosure.tables, familyOf(document));
    case 'change-bars':
      return changeBars(declaration, disclosure);
  }
}
