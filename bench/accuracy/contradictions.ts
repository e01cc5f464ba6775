import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import type { Injected, InjectedPlace } from './truth.js';
import { words } from './words.js';

/** What became of the contradictions of a document. */
export interface Contradictions {
  readonly planted: number;
  /** A finding names its place, or quotes its sentence. */
  readonly found: number;
  /** Of them: it is the finding's first cell, or its sentence. */
  readonly pinpointed: number;
  /** Errors that speak of none of them, in words. */
  readonly unexplained: readonly string[];
}

/** The findings of a result against the contradictions that were put into its document. */
export function compareFindings(injected: readonly Injected[], disclosure: Disclosure): Contradictions {
  const raised = disclosure.findings.filter(({ severity, verdict }) => severity !== 'info' && verdict !== 'rounding');
  const isAt = (place: InjectedPlace, finding: Finding, first = false) => names(place, finding, disclosure, first);
  const found = injected.filter((one) => raised.some((finding) => ofEqualRights(one).some((place) => isAt(place, finding))));
  const pinpointed = found.filter((one) => raised.some((finding) => ofEqualRights(one).some((place) => isAt(place, finding, true))));
  const all = injected.flatMap((one) => [...placesOf(one), ...(one.sister ?? [])]);
  const unexplained = raised.filter(
    (finding) => finding.severity === 'error' && !all.some((place) => isAt(place, finding) || quotesFigure(place, finding)),
  );
  return {
    planted: injected.length,
    found: found.length,
    pinpointed: pinpointed.length,
    unexplained: unexplained.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

const placesOf = (one: Injected): InjectedPlace[] => [one, ...(one.cells ?? [])];
const ofEqualRights = (one: Injected): InjectedPlace[] => [...placesOf(one), ...(one.pinpoint === false ? (one.sister ?? []) : [])];

/** Whether a finding names a place: one of its cells, or only the first, lies there; of a sentence, it quotes it. */
function names(place: InjectedPlace, finding: Finding, { tables }: Disclosure, first: boolean): boolean {
  if (place.form === NARRATIVE) return quotesFigure(place, finding);
  const head = words(place.column?.at(-1) ?? '');
  return finding.cells.slice(0, first ? 1 : undefined).some(({ table, row, column }) => {
    const of = tables[table];
    const line = row === null ? undefined : of?.rows[row];
    if (!of || !line || of.form !== place.form) return false;
    const isRow = place.row == null || [line.code, line.name].some((label) => words(label ?? '') === words(place.row ?? ''));
    const own = of.columns.find(({ key }) => key === column)?.path.at(-1) ?? '';
    const printed = column === null ? undefined : line.cells[column]?.text;
    return isRow && (head === '' || words(own) === head || (printed != null && words(printed) === words(place.printed ?? '')));
  });
}

const NARRATIVE = 'narrative';

/** Whether a finding quotes the sentence that holds what is printed at a place. */
const quotesFigure = ({ form, printed }: InjectedPlace, { quote }: Finding): boolean =>
  form === NARRATIVE && quote != null && printed !== undefined && words(quote.text).includes(words(printed));
