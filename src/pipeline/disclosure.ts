import type { DocumentNames } from '../../extractors/family.js';
import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import { must } from '../base/invariant.js';
import { checkCodes, withBookNames } from '../check/codes/codes.js';
import { checkPresence } from '../check/identity/presence.js';
import { checkProse } from '../check/prose/check-prose.js';
import { linesToSections } from '../extract/sections.js';
import { roundBox } from '../model/box.js';
import { PAGE_UNREAD } from '../model/reading-rules.js';
import { describeDocument } from '../normalize/document.js';
import type { Layout } from '../rebuild/rebuild.js';
import { countCoverage } from './coverage.js';
import type { CheckedDraft } from './draft.js';
import { emptyDisclosure } from './empty.js';
import { type Outcome, outcomeOf } from './outcome.js';

/** A checked draft → the result: its prose is checked, and all that is said of the whole document is added. */
export function toDisclosure(source: Disclosure['source'], draft: CheckedDraft, names: readonly DocumentNames[]): Disclosure {
  const { family, pages, layout, printed, corrected, checked } = draft;
  const inTables = new Set(printed.flatMap((t) => [...t.caption.lines, ...t.noteLines]));
  const prose = layout.lines.filter((line) => !inTables.has(line));
  const sections = linesToSections(prose);
  const outcome = outcomeOf(pages, layout, printed, family);
  const document = describeDocument(layout.lines, printed, names);
  const { tables, findings, corrections } = checked;
  return {
    ...emptyDisclosure(source),
    outcome: outcome.outcome,
    document,
    pages: outcome.pages,
    tables: withBookNames(tables, document.year),
    sections: sections.map(({ heading, level, pages: own, text }) => ({ heading, level, pages: [...own], text })),
    findings: [
      ...pageFindings(outcome),
      ...findings,
      ...checkPresence(tables, family),
      ...checkCodes(tables, document.year),
      ...(family.prose === null
        ? []
        : checkProse({
            sections,
            tables,
            document,
            prose: family.prose,
            forms: family.forms,
            corrections,
            ocrPages: pagesReadByOcr(outcome),
          }).map((finding) => withDisplayedQuote(finding, layout))),
    ],
    coverage: countCoverage(layout, [...inTables], prose),
    ...(corrected && { corrections: [...corrected.applied] }),
  };
}

/** Sentences are read on the upright page; a finding points at the page as displayed. */
function withDisplayedQuote(finding: Finding, { upright }: Layout): Finding {
  const { quote } = finding;
  if (!quote?.box) return finding;
  const page = must(upright.get(quote.page), 'the page of a sentence');
  return { ...finding, quote: { ...quote, box: roundBox(page.toDisplayed(quote.box)) } };
}

const pagesReadByOcr = ({ pages }: Outcome): ReadonlySet<number> =>
  new Set(pages.filter(({ method }) => method === 'ocr').map(({ number }) => number));

const pageFindings = ({ pages }: Outcome): Finding[] =>
  pages
    .filter(({ reason }) => reason !== null)
    .map(({ number }) => ({
      rule: PAGE_UNREAD.id,
      severity: PAGE_UNREAD.severity,
      verdict: PAGE_UNREAD.verdict,
      message: `第${number}页无法识读，本页内容不在结果中。`,
      cells: [],
    }));
