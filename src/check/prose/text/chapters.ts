import { squeeze } from '../../../base/text.js';
import type { TextLine } from '../../../model/page.js';
import type { ProseSection } from './sentences.js';

/** What a part of the document is for. */
export type Zone = 'cover' | 'contents' | 'overview' | 'tables' | 'explanation' | 'glossary' | 'attachment' | 'body';

/** Which account a chapter of the explanation tells of. */
export type Scope =
  | 'overall'
  | 'fiscal'
  | 'general-public'
  | 'government-fund'
  | 'state-capital'
  | 'three-public'
  | 'running-costs'
  | 'procurement'
  | 'assets'
  | 'performance';

/** One section's place in the tree. */
export interface Placed {
  readonly zone: Zone;
  /** Headings from the part down to its own. */
  readonly path: readonly string[];
  readonly scope: Scope | null;
}

/** Entries of the printed 目录, cleaned of leaders and page numbers, each with the section it stands in. */
export interface ContentsEntry {
  readonly text: string;
  readonly section: number;
  readonly lines: readonly TextLine[];
}

export interface Outline {
  /** One for each section, in their order. */
  readonly places: readonly Placed[];
  readonly contents: readonly ContentsEntry[];
}

/** Sections in order → which part, chapter and account each belongs to. */
export function sectionsToOutline(sections: readonly ProseSection[]): Outline {
  const contents = contentsEntries(sections);
  const body = contents.length > 0 ? bodyStart(sections, contents) : 0;
  const own = contents.filter((entry) => entry.section < body);
  const hasParts = sections.slice(body).some((s) => s.heading !== null && s.level === 0);
  const path: { level: number; heading: string }[] = [];
  let zone: Zone = 'cover';
  const places = sections.map((section, index): Placed => {
    if (index < body) return { zone: own.length > 0 ? 'contents' : 'cover', path: [], scope: null };
    if (section.heading === null) return { zone, path: [], scope: null };
    const heading = wholeHeading(section);
    while ((path.at(-1)?.level ?? -1) >= section.level) path.pop();
    path.push({ level: section.level, heading });
    if (section.level === 0 || (section.level === 1 && !hasParts) || /^[一二三四五六七八九十]+、名词解释/u.test(heading))
      zone = zoneOf(heading, zone);
    const headings = path.map((p) => p.heading);
    return { zone, path: headings, scope: scopeOf(path.filter((p) => p.level > 0 || !hasParts).map((p) => p.heading)) };
  });
  return { places, contents: own };
}

/** Characters. What is left of a heading that breaks over two lines. */
const REST = 6;

/** A heading with its second line, where that begins the body: …部门决算情况 | 说明. */
function wholeHeading({ heading, paragraphs }: ProseSection): string {
  const first = squeeze(heading ?? '');
  const next = squeeze(paragraphs[1]?.text ?? '');
  return /(?:说明?|情况|概况?|解释?|名词|决算)$/u.test(first) && next.length <= REST && /^\p{Script=Han}+$/u.test(next)
    ? first + next
    : first;
}

const LEADER = /[.．。·…⋯‥\s_-]{2,}\d*$|(?<=[\p{Script=Han}）)”])\s*\d{1,3}$/u;
const clean = (text: string) => squeeze(text).replace(LEADER, '').replace(LEADER, '');

/** The lines between 目录 and the first section that tells something. */
function contentsEntries(sections: readonly ProseSection[]): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let open = false;
  for (const [section, { paragraphs }] of sections.entries()) {
    for (const { text, lines } of paragraphs) {
      const line = clean(text);
      if (/^(?:目录|目次)$/u.test(line)) open = true;
      else if (open && /[。；，]/u.test(line)) return entries;
      else if (open && line !== '') entries.push({ text: line, section, lines });
    }
  }
  return entries;
}

/** The first section whose heading an earlier section's entry announced. */
function bodyStart(sections: readonly ProseSection[], contents: readonly ContentsEntry[]): number {
  const [first] = contents;
  const repeats = (test: (entry: ContentsEntry) => boolean) =>
    sections.findIndex(
      (s, index) => s.heading !== null && contents.some((e) => e.section < index && test(e) && e.text === clean(s.heading ?? '')),
    );
  const byFirst = repeats((e) => e === first);
  if (byFirst >= 0) return byFirst;
  const byPart = repeats((e) => /^第[一二三四五六七八九十]+(?:部分|章)/u.test(e.text));
  if (byPart >= 0) return byPart;
  const last = contents.at(-1)?.section ?? -1;
  return last + 1;
}

function zoneOf(heading: string, before: Zone): Zone {
  if (/名词解释|名词说明|术语/u.test(heading)) return 'glossary';
  if (/附件|附录/u.test(heading)) return 'attachment';
  if (/(?:情况|报表|决算|数据|收支).{0,6}(?:说明|分析)|(?:决算|收支)情况$/u.test(heading)) return 'explanation';
  if (/概况|概述|职责|职能|机构/u.test(heading)) return 'overview';
  if (/决算.{0,4}表|报表/u.test(heading)) return 'tables';
  return before === 'cover' ? 'body' : before;
}

const SCOPES: readonly (readonly [Scope, RegExp])[] = [
  ['three-public', /三公/u],
  ['running-costs', /机关运行(?:经费|费)/u],
  ['procurement', /政府采购/u],
  ['assets', /国有资产|资产占|车辆/u],
  ['performance', /绩效/u],
  ['government-fund', /政府性基金/u],
  ['state-capital', /国有资本/u],
  ['general-public', /一般公共预算/u],
  ['fiscal', /财政拨款/u],
  ['overall', /收入支出|收支|收入决算|支出决算|本年收入|本年支出|收入情况|支出情况|收入总体|支出总体/u],
];
/** A sub-heading narrows the chapter's account, it never widens it: （一）财政拨款支出 below 五、一般公共预算 stays what 五 is about. */
const BREADTH: Partial<Record<Scope, number>> = { overall: 2, fiscal: 1, 'general-public': 0.5 };
const breadthOf = (scope: Scope | null) => (scope === null ? Number.POSITIVE_INFINITY : (BREADTH[scope] ?? 0));

function scopeOf(headings: readonly string[]): Scope | null {
  let scope: Scope | null = null;
  for (const heading of headings) {
    const found = SCOPES.find(([, words]) => words.test(heading))?.[0];
    if (found && breadthOf(found) < breadthOf(scope)) scope = found;
  }
  return scope;
}
