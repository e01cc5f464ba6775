import type { DocumentFamily } from '../../extractors/family.js';
import { DOCUMENT_NAME, PROSE_NAME } from '../../extractors/shared/prose-rules.js';
import type { Disclosure, DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { must } from '../base/invariant.js';
import type { OwnError } from '../base/own-errors.js';
import { squeeze } from '../base/text.js';
import { checkCodes, withBookNames } from '../check/codes/codes.js';
import { checkPresence } from '../check/identity/presence.js';
import { checkProse } from '../check/prose/check-prose.js';
import { withAnnouncedEmptiness } from '../check/prose/tables/announced.js';
import { checkCutText } from '../check/wording/cut-text.js';
import { checkEmptyPages } from '../check/wording/empty-pages.js';
import { checkRepeatedRows } from '../check/wording/repeated-rows.js';
import { linesToSections } from '../extract/sections.js';
import { otherTables, unreadRows, unreadTables, untitledTables } from '../extract/unread.js';
import { roundBox } from '../model/box.js';
import type { FileRemark } from '../model/file-remark.js';
import { ownErrorFinding } from '../model/own-error-finding.js';
import type { TextLine } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import { PAGE_UNREAD, TABLE_OTHER, TABLE_UNREAD } from '../model/reading-rules.js';
import type { Told } from '../model/told.js';
import { identify } from '../normalize/identity/identify.js';
import { type Rival, rivalsOf } from '../normalize/identity/rivals.js';
import { kindOf } from '../read/containers.js';
import type { Layout } from '../rebuild/rebuild.js';
import { countCoverage } from './coverage.js';
import type { CheckedDraft } from './draft.js';
import { emptyDisclosure } from './empty.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { isRead } from './pages.js';

const linesInTables = ({ printed }: CheckedDraft): ReadonlySet<TextLine> =>
  new Set(printed.flatMap((t) => [...t.caption.lines, ...t.noteLines]));

/** The lines that belong to no table. */
export function proseLines(draft: CheckedDraft): TextLine[] {
  const inTables = linesInTables(draft);
  return draft.layout.lines.filter((line) => !inTables.has(line));
}

/** A checked draft → the result: its prose is checked, and all that is said of the whole document is added, in no order yet. */
export function toDisclosure(source: Disclosure['source'], draft: CheckedDraft, families: readonly DocumentFamily[]): Disclosure {
  const { family, pages, layout, printed, corrected, checked } = draft;
  const inTables = linesInTables(draft);
  const prose = proseLines(draft);
  const { errors } = draft;
  const empty = emptyDisclosure(source);
  const sections = errors.attempt(
    '正文的分节',
    () => linesToSections(prose),
    () => [],
  );
  const { document, namings } = errors.attempt(
    '单位和年度的认定',
    () =>
      identify({ lines: layout.lines, furniture: layout.furniture, tables: printed, family, firstPage: pages[0]?.number ?? 1 }, families),
    () => ({ document: empty.document, namings: [] }),
  );
  const rivals = errors.attempt(
    '单位名称的核对',
    () => rivalsOf(document.department, namings, layout.lines),
    () => [],
  );
  const { findings } = checked;
  const announced = errors.attempt(
    '目录所称空表的核对',
    () => withAnnouncedEmptiness(checked.tables, family.prose?.announced),
    () => [...checked.tables],
  );
  const tables = errors.attempt(
    '科目名称的核对',
    () => withBookNames(announced, document.year),
    () => [...announced],
  );
  const presence = errors.attempt(
    '应有各行的核对',
    () => checkPresence(checked.sheets),
    () => [],
  );
  const codes = errors.attempt(
    '科目编码的核对',
    () => checkCodes(checked.tables, document.year),
    () => [],
  );
  const wording = errors.attempt(
    '表中文字的核对',
    () => [
      ...checkRepeatedRows(checked.tables),
      ...checkCutText(pages.filter(isRead)),
      ...checkEmptyPages(checked.tables, new Set(layout.lines.map(({ page }) => page))),
    ],
    () => [],
  );
  const coverage = errors.attempt(
    '字符的清点',
    () => countCoverage(layout, [...inTables], prose),
    () => empty.coverage,
  );
  const outcome = outcomeOf(pages, layout, printed, families, kindOf(source.mediaType));
  const unread = errors.attempt(
    '未读出的表格',
    () => unreadFindings(draft, prose),
    () => [],
  );
  const proseFindings = errors.attempt(
    '正文的核对',
    () => proseToFindings(draft, announced, sections, document, outcome),
    () => [],
  );
  return {
    ...empty,
    outcome: withErrors(outcome.outcome, errors.found),
    document,
    pages: outcome.pages,
    tables,
    sections: sections.map(({ heading, level, pages: own, text }) => ({ heading, level, pages: [...own], text })),
    findings: [
      ...pageFindings(outcome),
      ...(layout.told ?? []).map(toldFinding),
      ...unread,
      ...errors.found.map(ownErrorFinding),
      ...findings,
      ...presence,
      ...codes,
      ...wording,
      ...rivals.filter((rival) => !isQuoted(rival, proseFindings)).map((rival) => rivalFinding(rival, document, family, layout)),
      ...proseFindings,
    ],
    coverage,
    ...(corrected && { corrections: [...corrected.applied] }),
  };
}

/** How a draft went that nothing more is done with. */
export function draftToOutcome(
  { pages, layout, printed, errors }: CheckedDraft,
  { mediaType }: Disclosure['source'],
  families: readonly DocumentFamily[],
): Disclosure['outcome'] {
  return withErrors(outcomeOf(pages, layout, printed, families, kindOf(mediaType)).outcome, errors.found);
}

function proseToFindings(
  { family, layout, checked }: CheckedDraft,
  tables: readonly DisclosureTable[],
  sections: ReturnType<typeof linesToSections>,
  document: Disclosure['document'],
  outcome: Outcome,
): Finding[] {
  if (family.prose === null) return [];
  const { corrections } = checked;
  const found = checkProse({
    sections,
    tables,
    document,
    prose: family.prose,
    forms: family.forms,
    corrections,
    ocrPages: pagesReadByOcr(outcome),
  });
  return found.map((finding) => withDisplayedQuote(finding, layout));
}

/** A document that an error of ours cost a part is partial; one that has no table then failed for no fault of its own. */
function withErrors({ status, reason, message }: Disclosure['outcome'], errors: readonly OwnError[]): Disclosure['outcome'] {
  if (errors.length === 0) return { status, reason, message };
  const ours = `Errors of ours, not of the document: ${errors.map(({ detail }) => detail).join('; ')}.`;
  return {
    status: status === 'ok' ? 'partial' : status,
    reason: reason === null || reason === 'no-tables' ? 'internal' : reason,
    message: message === null ? ours : `${message} ${ours}`,
  };
}

/** What is wrong with its file is told of a document; where pages may be missing it is partial. */
export function withRemarks(disclosure: Disclosure, remarks: readonly FileRemark[]): Disclosure {
  const findings = [...remarks.map(remarkFinding), ...disclosure.findings];
  const doubt = remarks.find((remark) => remark.doubt)?.doubt;
  const { status, reason, message } = disclosure.outcome;
  if (doubt === undefined || status === 'failed') return { ...disclosure, findings };
  const said = message === null ? doubt.message : `${message} ${doubt.message}`;
  return { ...disclosure, findings, outcome: { status: 'partial', reason: reason ?? doubt.reason, message: said } };
}

const remarkFinding = ({ rule: { id, severity, verdict }, message }: FileRemark): Finding => ({
  ...{ rule: id, severity, verdict, message },
  cells: [],
});

/** What of the document's tables is not in the result, or in cells alone. @param prose the lines outside all tables */
function unreadFindings({ family, layout, printed }: CheckedDraft, prose: readonly TextLine[]): Finding[] {
  const unread = [...unreadTables(prose, family), ...untitledTables(printed, family)];
  const others = printed.some(({ declaration }) => declaration) ? otherTables(printed, unread) : [];
  const rows = unreadRows(prose, new Set(unread.map(({ line }) => line.page)));
  return [
    ...unread.map(({ title, line }) =>
      unreadFinding(TABLE_UNREAD.severity, `印有《${title}》，其下的数没有读成表格，不在结果中`, line, layout),
    ),
    // Whose table it is cannot be told: it may be one that nobody asked for.
    ...rows.map((line) => unreadFinding('warning', '有成行的数没有读成表格，不在结果中', line, layout)),
    ...others.map(otherFinding),
  ];
}

const otherFinding = ({ grid, caption }: PrintedTable): Finding => ({
  rule: TABLE_OTHER.id,
  severity: TABLE_OTHER.severity,
  verdict: TABLE_OTHER.verdict,
  message: `第${grid.pages.join('、')}页的${caption.title === null ? '无题表格' : `《${caption.title}》`}不属于所知的表种，只存单元格，没有核对。`,
  cells: [],
});

const unreadFinding = (severity: Finding['severity'], said: string, line: TextLine, layout: Layout): Finding =>
  withDisplayedQuote(
    {
      rule: TABLE_UNREAD.id,
      severity,
      verdict: TABLE_UNREAD.verdict,
      message: `第${line.page}页${said}。`,
      cells: [],
      quote: { section: null, page: line.page, box: [...line.box], text: line.text },
    },
    layout,
  );

const PLACE_WORDS = { cover: '封面', 'running-head': '页眉', heading: '标题' } as const;

/** The cover, a heading or a running head names another body than the rest of the document. */
const rivalFinding = ({ name, place, line }: Rival, { department }: Disclosure['document'], { account }: DocumentFamily, layout: Layout) =>
  withDisplayedQuote(
    {
      rule: DOCUMENT_NAME.id,
      severity: 'warning',
      verdict: 'publisher',
      message: `第${line.page}页的${PLACE_WORDS[place]}写的是“${name}”，而本${account}是“${department}”的。`,
      expected: department,
      found: name,
      cells: [],
      quote: { section: null, page: line.page, box: [...line.box], text: line.text },
    },
    layout,
  );

/** Does a finding about names quote the place already? */
const isQuoted = ({ name, line }: Rival, findings: readonly Finding[]): boolean =>
  findings.some(({ rule, quote }) => rule === PROSE_NAME.id && quote?.page === line.page && squeeze(quote.text).includes(name));

/** Sentences are read on the upright page; a finding points at the page as displayed. */
function withDisplayedQuote(finding: Finding, { upright }: Layout): Finding {
  const { quote } = finding;
  if (!quote?.box) return finding;
  const page = must(upright.get(quote.page), 'the page of a sentence');
  return { ...finding, quote: { ...quote, box: roundBox(page.toDisplayed(quote.box)) } };
}

const pagesReadByOcr = ({ pages }: Outcome): ReadonlySet<number> =>
  new Set(pages.filter(({ method }) => method === 'ocr').map(({ number }) => number));

const toldFinding = ({ rule, message, severity = rule.severity }: Told): Finding => ({
  rule: rule.id,
  severity,
  verdict: rule.verdict,
  message,
  cells: [],
});

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
