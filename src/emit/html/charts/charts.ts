import type { ChartDeclaration } from '../../../../extractors/charts.js';
import type { Disclosure } from '../../../../schemas/disclosure.js';
import { type Html, section } from '../markup.js';
import { changeBars } from './change-bars.js';
import { type Chart, figure } from './figure.js';
import { type DetailRows, flow } from './flow.js';
import { functionBars } from './function-bars.js';
import { itemBars } from './item-bars.js';

/** The charts a family declares, as far as the document prints what they show; nothing where it prints none of it. */
export function chartsSection(disclosure: Disclosure, declarations: readonly ChartDeclaration[], detailRows: DetailRows): Html {
  const charts = declarations.flatMap((declaration) => toChart(declaration, disclosure, detailRows) ?? []);
  return charts.length === 0 ? '' : section('charts', '图', ...charts.map((chart, index) => figure(chart, `chart${index + 1}`)));
}

function toChart(declaration: ChartDeclaration, disclosure: Disclosure, detailRows: DetailRows): Chart | null {
  switch (declaration.kind) {
    case 'flow':
      return flow(declaration, disclosure.tables, detailRows);
    case 'function-bars':
      return functionBars(declaration, disclosure.tables);
    case 'item-bars':
      return itemBars(declaration, disclosure.tables);
    case 'change-bars':
      return changeBars(declaration, disclosure);
  }
}
