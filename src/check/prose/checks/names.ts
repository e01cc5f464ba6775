import type { Wording } from '../../../../extractors/prose.js';
import { PROSE_NAME, TABLE_NAME } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { isSameBody } from '../../../base/bodies.js';
import { officeEndings } from '../../../base/offices.js';
import { HAN_NUMBER, YEAR_DIGITS } from '../../../base/patterns.js';
import { squeeze } from '../../../base/text.js';
import { firstPageOf } from '../../../model/table-pages.js';
import { titleOfTable } from '../../../model/table-title.js';
import { oncePer } from '../cached.js';
import { evidenceOf, type ProseContext } from '../context.js';
import { cellsOf, proseFinding, withUnit } from '../finding.js';
import type { Sentence } from '../text/sentences.js';
import { agrees } from './amounts.js';
import type { CheckedSection } from './section.js';

/** An office's name where more words follow it. */
const OFFICE = `\\p{Script=Han}{2,24}(?:${officeEndings('sentence')})`;

/** One name throughout: tables with another department's are leftovers. */
export function checkTableNames({ tables, department }: ProseContext): Finding[] {
  if (department === null) return [];
  return tables.flatMap((table, index): Finding[] => {
    if (table.form === 'other' || table.department === null || isSameBody(table.department, department)) return [];
    return [
      {
        rule: TABLE_NAME.id,
        severity: 'warning',
        verdict: 'publisher',
        message: `${titleOfTable(table)}的编制单位印作“${squeeze(table.department)}”，其余各表是“${department}”。`,
        expected: department,
        found: squeeze(table.department),
        cells: [{ table: index, row: null, column: null, page: firstPageOf(table), box: null }],
      },
    ];
  });
}

/** 第一部分某某局概况 */
const partOfOffice = oncePer(
  ({ account }: Wording) => new RegExp(`^第${HAN_NUMBER}部分(${OFFICE})(?=${YEAR_DIGITS}年|概况|部门|单位|${account})`, 'u'),
);

/** Headings with another department's name. */
export function checkHeadingNames(headings: readonly Sentence[], { department, prose: { wording } }: ProseContext): Finding[] {
  if (department === null) return [];
  return headings.flatMap((heading) => {
    const name = partOfOffice(wording).exec(heading.plain)?.[1];
    return name === undefined || isSameBody(name, department) ? [] : [otherName(heading, 0, name, department, wording)];
  });
}

/** 某某局2024年度收入总计: whose, and what. */
const OWNED = new RegExp(`^(?<owner>${OFFICE})(?:${YEAR_DIGITS}年度?|本年度?)?(?<name>.+)$`, 'u');

/** Figures that the words give to another department and that are this department's own. */
export function checkNames({ facts, place }: CheckedSection, context: ProseContext): Finding[] {
  const { department, measures, prose } = context;
  if (department === null) return [];
  return facts.flatMap(({ mention, subject, kind }) => {
    const owned = kind === 'amount' && subject?.measure === null ? OWNED.exec(subject.name)?.groups : undefined;
    const { owner = '', name = '' } = owned ?? {};
    const measure = owned ? measures.named(name) : null;
    if (!measure || isSameBody(owner, department) || mention.quantity.value.isZero()) return [];
    const evidence = evidenceOf(measure, place.chapter, context);
    const [same] = evidence.filter((e) => !e.blank && agrees(mention.quantity, e));
    if (!same) return [];
    const finding = otherName(mention.sentence, mention.start, owner, department, prose.wording);
    const message = `文中把${measure.title}${withUnit(mention.quantity)}写在“${owner}”名下，而它是“${department}”的数。`;
    return [{ ...finding, message, cells: cellsOf([same]) }];
  });
}

function otherName(sentence: Sentence, at: number, name: string, department: string, { account }: Wording): Finding {
  return proseFinding(sentence, at, {
    rule: PROSE_NAME.id,
    severity: 'warning',
    verdict: 'publisher',
    message: `此处的名称“${name}”与本${account}的“${department}”不同。`,
  });
}
