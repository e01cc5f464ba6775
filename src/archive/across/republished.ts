import type { DocumentFamily } from '../../../extractors/family.js';
import type { ComparedDocument } from './compared.js';
import { type Change, type Comparison, placeInWords } from './figures.js';
import { aboutDocuments, named, type StoreFinding } from './finding.js';

/** Below this share of common values that agree, two documents of one name are hardly two editions of one account. */
const ALIKE = 0.3;
/** Values that get a finding of their own; the others are counted. */
const MOST_FIGURES = 50;

/** REPUBLISHED, REPUBLISHED-FIGURE, SAME-NAME: two documents of one department and year, the later one second: which values changed. */
export function republished(
  before: ComparedDocument,
  after: ComparedDocument,
  { changes, same }: Comparison,
  families: readonly DocumentFamily[],
): StoreFinding[] {
  const changed = changes.filter(({ kind }) => kind === 'changed');
  const others = changes.length - changed.length;
  const pair = [after, before];
  const what = `${after.department}${after.year}年度${after.kind}`;
  if (same + changed.length === 0 || same / (same + changed.length) < ALIKE) {
    const message = `${what}有两份文件，共有的数据大多不同，可能不是同一单位：${named(before)}，${named(after)}。`;
    return [aboutDocuments('SAME-NAME', 'warning', message, pair)];
  }
  const counted = [changed.length > 0 ? `${changed.length}处数据不同` : '数据相同', others > 0 ? `${others}处只见于其中一份` : ''];
  const message = `${what}重新公开：${named(before)}与${named(after)}${counted.filter((part) => part !== '').join('，')}。`;
  return [
    aboutDocuments('REPUBLISHED', changes.length > 0 ? 'warning' : 'info', message, pair),
    ...changed.slice(0, MOST_FIGURES).map((change) => figureFinding(change, before, after, families)),
  ];
}

function figureFinding(
  { a, b, difference }: Change,
  before: ComparedDocument,
  after: ComparedDocument,
  families: readonly DocumentFamily[],
): StoreFinding {
  const place = b ? placeInWords(b, families) : '';
  const print = (figure: Change['a']) => `${figure?.text ?? ''}${figure?.value == null ? '' : (figure.unit ?? '')}`;
  const apart = difference === null ? '' : `，相差${difference}${b?.unit ?? ''}`;
  return {
    rule: 'REPUBLISHED-FIGURE',
    severity: 'warning',
    verdict: 'unknown',
    message: `${after.department}${after.year}年度${place}：${named(before)}印为${print(a)}，${named(after)}印为${print(b)}${apart}。`,
    department: after.department,
    year: after.year,
    form: b?.form ?? null,
    concept: b?.concept ?? null,
    column: b?.column ?? null,
    found: b?.value ?? b?.text ?? null,
    expected: a?.value ?? a?.text ?? null,
    difference,
    documents: [after, before],
  };
}
