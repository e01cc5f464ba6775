import { PROSE_COUNT, PROSE_SAME_AMOUNTS } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { groupBy } from '../../../base/group.js';
import { at } from '../../../base/invariant.js';
import type { ProseContext } from '../context.js';
import { proseFinding, withUnit } from '../finding.js';
import type { Fact } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';
import type { CheckedSection } from './section.js';

/** A paragraph about one project: its number and name, and what else its head says. */
interface NumberedProject {
  readonly number: number;
  readonly name: string;
  readonly first: Sentence;
  /** Its amounts of money, in order. */
  readonly amounts: readonly Fact[];
}

/** Fewer paragraphs may be a choice of all projects. */
const FEWEST = 3;
/** So many projects may share an amount by chance, and of so many amounts. */
const CHANCE = 2;
const FEWEST_AMOUNTS = 2;

/** Projects that a section goes through by number: as many as it says, and with amounts of their own. */
export function checkNumberedProjects({ facts, sentences }: CheckedSection, { prose }: ProseContext): Finding[] {
  const { projectHead, countWords } = prose.assessments;
  const projects = numberedProjects(sentences, facts, projectHead);
  if (projects.length < FEWEST || !projects.every(({ number }, i) => number === i + 1)) return [];
  const before = facts.filter(({ mention }) => mention.sentence.paragraph < at(projects, 0).first.paragraph);
  return [...before.flatMap((fact) => compareCount(fact, projects, countWords)), ...sameAmounts(projects)];
}

function numberedProjects(sentences: readonly Sentence[], facts: readonly Fact[], head: RegExp): NumberedProject[] {
  const seen = new Set<number>();
  return sentences.flatMap((first): NumberedProject[] => {
    const { number, name } = (seen.has(first.paragraph) ? null : head.exec(first.plain)?.groups) ?? {};
    seen.add(first.paragraph);
    if (number === undefined || name === undefined) return [];
    const amounts = facts.filter(({ mention }) => mention.sentence.paragraph === first.paragraph && mention.quantity.kind === 'money');
    return [{ number: Number(number), name, first, amounts }];
  });
}

/** 某某等82个项目, and 87 are gone through. */
function compareCount({ mention, kind }: Fact, projects: readonly NumberedProject[], words: RegExp): Finding[] {
  const { quantity, sentence, start } = mention;
  const isCount = kind === 'count' && quantity.unit === '个' && words.test(sentence.plain.slice(start));
  if (!isCount || quantity.value.eq(projects.length)) return [];
  return [
    proseFinding(sentence, start, {
      rule: PROSE_COUNT.id,
      severity: 'warning',
      verdict: 'publisher',
      message: `文中称${withUnit(quantity)}项目，而其后逐个说明的项目编号到${projects.length}。`,
      expected: String(projects.length),
      found: quantity.digits,
    }),
  ];
}

/** The same two amounts or more under several names: copied from one to the other. */
function sameAmounts(projects: readonly NumberedProject[]): Finding[] {
  const told = projects.filter(({ amounts }) => amounts.filter(({ mention }) => !mention.quantity.value.isZero()).length >= FEWEST_AMOUNTS);
  const byAmounts = groupBy(told, ({ amounts }) => amounts.map(({ mention }) => mention.quantity.value.toFixed()).join());
  return [...byAmounts.values()].flatMap((same): Finding[] => {
    if (new Set(same.map(({ name }) => name)).size <= CHANCE) return [];
    const { first, amounts } = at(same, 0);
    const printed = amounts.map(({ mention }) => withUnit(mention.quantity)).join('、');
    const message = `文中${same.map(({ name }) => `“${name}”`).join('、')}等${same.length}个项目的金额完全相同（${printed}），疑为照抄。`;
    return [proseFinding(first, 0, { rule: PROSE_SAME_AMOUNTS.id, severity: 'warning', verdict: 'unknown', message })];
  });
}
