import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { bare, squeeze } from '../../../base/text.js';
import { cellsOf, proseFinding, say } from '../finding.js';
import type { Ledger } from '../tables/evidence.js';
import { homesOf, measureNamed } from '../tables/measures.js';
import type { SectionFacts } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';
import { agrees } from './amounts.js';

/** The end of an office's name. */
const OFFICE =
  '(?:局|厅|委员会|办公室|法院|检察院|大学|学院|中学|小学|医院|中心|联合会|委员会|管委会|街道办事处|人民政府|图书馆|博物馆|总队|支队)';

/** One name throughout: tables, headings and sentences that bear another department's are leftovers. */
export function checkTableNames(tables: readonly DisclosureTable[], department: string): Finding[] {
  return tables.flatMap((table, index): Finding[] => {
    if (table.form === 'other' || table.department === null || isSame(table.department, department)) return [];
    return [
      {
        rule: 'TABLE-NAME',
        severity: 'warning',
        verdict: 'publisher',
        message: `${table.title ?? '本表'}的编制单位印作“${squeeze(table.department)}”，其余各表是“${department}”。`,
        expected: department,
        found: squeeze(table.department),
        cells: [{ table: index, row: null, column: null, page: table.pages[0] ?? 1, box: null }],
      },
    ];
  });
}

/** 北关区工业和信息化局 is 安阳市北关区工业和信息化局; 本级, 机关 and brackets tell of a part of it. */
function isSame(a: string, b: string): boolean {
  const core = (name: string) => bare(name.replace(/[（(][^（）()]*[)）]/gu, '')).replace(/(?:本级|机关|汇总|部门)$/u, '');
  const [x, y] = [core(a), core(b)];
  return x.length < 3 || y.length < 3 || x.includes(y) || y.includes(x) || suffix(x, y) >= Math.min(x.length, y.length) - 3;
}

/** Characters that two names end with alike: 普陀区财政局 and 上海普陀财政局 share their office. */
function suffix(a: string, b: string): number {
  let n = 0;
  while (n < Math.min(a.length, b.length) && a.at(-1 - n) === b.at(-1 - n)) n += 1;
  return n;
}

const PART = new RegExp(`^第[一二三四五六七八九十]+部分((?:\\p{Script=Han}){2,24}${OFFICE})(?=(?:19|20)\\d{2}年|概况|部门|单位|决算)`, 'u');

/** 第一部分某某局概况 */
export function checkHeadingNames(headings: readonly Sentence[], department: string): Finding[] {
  return headings.flatMap((heading) => {
    const name = PART.exec(heading.plain)?.[1];
    return name === undefined || isSame(name, department) ? [] : [otherName(heading, 0, name, department)];
  });
}

const OWNER = new RegExp(`^((?:\\p{Script=Han}){2,24}${OFFICE})(?:(?:19|20)\\d{2}年度?|本年度?)?(.+)$`, 'u');

/** 某某局2024年度收入总计…, where the figure is this department's own. */
export function checkNames({ facts, place }: SectionFacts, ledger: Ledger, department: string): Finding[] {
  return facts.flatMap(({ mention, subject, kind }) => {
    const owned = kind === 'amount' && subject?.measure === null ? OWNER.exec(subject.name) : null;
    const measure = owned ? measureNamed(owned[2] ?? '') : null;
    const name = owned?.[1] ?? '';
    if (!measure || isSame(name, department) || mention.quantity.value.isZero()) return [];
    const evidence = homesOf(measure, place.scope).flatMap((home) => ledger.find(home) ?? []);
    const same = evidence.filter((e) => !e.blank && agrees(mention.quantity, e));
    if (same.length === 0) return [];
    const finding = otherName(mention.sentence, mention.start, name, department);
    const message = `文中把${measure.title}${say(mention.quantity)}写在“${name}”名下，而它是“${department}”的数。`;
    return [{ ...finding, message, cells: cellsOf(same.slice(0, 1)) }];
  });
}

function otherName(sentence: Sentence, at: number, name: string, department: string): Finding {
  return proseFinding(sentence, at, {
    rule: 'PROSE-NAME',
    severity: 'warning',
    verdict: 'publisher',
    message: `此处的名称“${name}”与本决算的“${department}”不同。`,
  });
}
