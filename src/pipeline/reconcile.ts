import type { DocumentFamily } from '../../extractors/family.js';
import type { DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { compareLetters, isLookedUp } from '../check/engines/letters.js';
import {
  cellsInDoubt,
  compareReadings,
  type EngineReading,
  settleVerdicts,
  unconfirmed,
  withDisagreements,
} from '../check/engines/second-reading.js';
import type { GivenCorrections } from '../corrections/given.js';
import type { PageLetters } from '../model/letters.js';
import { hasDoubtfulGlyphs, type Page } from '../model/page.js';
import { type CheckedDraft, checkDraft, type Draft, toDraft } from './draft.js';
import { isRead } from './pages.js';

/** What two engines say together. */
export interface Reconciled {
  readonly draft: CheckedDraft;
  /** Where they differ, and the pages that only one of them could read. */
  readonly findings: readonly Finding[];
  /** All other findings of the document, with what the second engine says of their figure or sentence. */
  readonly settle: (findings: readonly Finding[]) => Finding[];
}

/**
 * Holds a second engine's pages against the first's: pages that the first could not read are the second's, the others are compared.
 * @param asked the pages that the second engine was asked for; `second` has those of them that it could read
 */
export function reconcile(
  first: CheckedDraft,
  asked: readonly number[],
  second: readonly Page[],
  families: readonly DocumentFamily[],
  given: GivenCorrections | null,
): Reconciled {
  const again = new Map<number, Page>(second.map((page) => [page.number, page]));
  const draft = withMissingPages(first, again, families, given);
  const other = toDraft(
    draft.pages.map((page) => again.get(page.number) ?? page),
    families,
    null,
    first.errors,
  );
  const readByBoth = new Set(first.pages.filter((page) => isRead(page) && again.has(page.number)).map((page) => page.number));
  const disagreements = compareReadings(readingOf(draft), readingOf(other), readByBoth).filter(
    (each) => !isAboutCorrected(each, draft.tables),
  );
  const readOnce = first.pages.filter((page) => isRead(page) && asked.includes(page.number) && !again.has(page.number));
  return {
    draft: { ...draft, checked: { ...draft.checked, tables: withDisagreements(draft.checked.tables, disagreements) } },
    findings: [...disagreements, ...unconfirmed(readOnce)],
    settle: (findings) => settleVerdicts(findings, disagreements, readByBoth),
  };
}

/**
 * Holds a second engine's letters against what is in doubt on the pages it was asked for.
 * @param second the letters of those that it could read
 */
export function reconcileLetters(draft: CheckedDraft, asked: readonly number[], second: readonly PageLetters[]): Reconciled {
  const { checked, tables, pages } = draft;
  const had = new Set(second.map(({ number }) => number));
  const doubted = {
    tables,
    read: new Map(pages.filter(isRead).map((page) => [page.number, page])),
    cells: cellsInDoubt(checked),
    pages: new Set(pages.filter(hasDoubtfulGlyphs).map(({ number }) => number)),
  };
  const disagreements = compareLetters(doubted, second).filter((each) => !isAboutCorrected(each, tables));
  const readOnce = pages.filter(({ number }) => asked.includes(number) && !had.has(number));
  return {
    draft: { ...draft, checked: { ...checked, tables: withDisagreements(checked.tables, disagreements) } },
    findings: [...disagreements, ...unconfirmed(readOnce)],
    // What nobody looked up is not confirmed.
    settle: (findings) =>
      findings.map((each) => {
        const [culprit] = each.cells;
        return culprit && !isLookedUp(culprit, tables) ? each : at(settleVerdicts([each], disagreements, had), 0);
      }),
  };
}

/** What was said of pages read whole, and then of the letters of others. */
export const both = (whole: Reconciled, letters: Reconciled): Reconciled => ({
  draft: letters.draft,
  findings: [...whole.findings, ...letters.findings],
  settle: (findings) => letters.settle(whole.settle(findings)),
});

/** The draft with the second engine's pages in place of those that the first could not read. */
function withMissingPages(
  first: CheckedDraft,
  again: ReadonlyMap<number, Page>,
  families: readonly DocumentFamily[],
  given: GivenCorrections | null,
): CheckedDraft {
  const isMissing = first.pages.some((page) => !isRead(page) && again.has(page.number));
  if (!isMissing) return first;
  const pages = first.pages.map((page) => (isRead(page) ? page : (again.get(page.number) ?? page)));
  return checkDraft(toDraft(pages, families, given));
}

/** A person has looked: what the engines make of the cell no longer matters. */
const isAboutCorrected = ({ cells: [cell] }: Finding, tables: readonly DisclosureTable[]): boolean =>
  cell?.row != null && cell.column !== null && tables[cell.table]?.rows[cell.row]?.cells[cell.column]?.status === 'corrected';

const readingOf = ({ tables, layout }: Draft): EngineReading => ({ tables, lines: layout.lines });
