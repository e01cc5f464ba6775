import { PROSE_VISITS } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { evidenceOf, type ProseContext } from '../context.js';
import { cellsOf, proseFinding } from '../finding.js';
import { type Fact, isPrincipal } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';
import type { CheckedSection } from './section.js';

/** 接待10批次、152人次; 接待国内来访团组17个、来宾119人次. */
const VISITS =
  /接待[^，。；、]{0,16}?(?<groups>\d+)(?:批次|批|个)(?:（[^（）]*）)?[、，](?:来宾|人数|共|计|接待)*(?<persons>\d+)(?:人次|人)/u;
const RECEPTION = '公务接待费';

/** Every group of guests has at least one of them, and none is received for nothing. */
export const checkVisits = ({ sentences, facts, place }: CheckedSection, context: ProseContext): Finding[] =>
  sentences.flatMap((sentence) => {
    const match = VISITS.exec(sentence.plain);
    const { groups = '', persons = '' } = match?.groups ?? {};
    if (!match || Number(groups) === 0) return [];
    if (Number(persons) < Number(groups))
      return [visits(sentence, match.index, groups, `接待${groups}批次、${persons}人次，人次少于批次。`)];
    const reception = context.measures.named(RECEPTION);
    const [spent] = evidenceOf(reception, place.chapter, context);
    if (!spent?.value.isZero()) return [];
    // A blank says nothing, unless the words say the same.
    const isStated = facts.some((fact) => reception && fact.subject?.measure === reception && isNothingSpent(fact));
    if (spent.blank && !isStated) return [];
    const where = spent.blank ? '文中' : `${spent.title}中`;
    return [visits(sentence, match.index, groups, `接待${groups}批次、${persons}人次，而${where}${RECEPTION}为0。`, cellsOf([spent]))];
  });

const isNothingSpent = (fact: Fact): boolean => isPrincipal(fact) && !fact.past && fact.mention.quantity.value.isZero();

const visits = (sentence: Sentence, start: number, found: string, said: string, cells: Finding['cells'] = []): Finding =>
  proseFinding(sentence, start, {
    rule: PROSE_VISITS.id,
    severity: 'warning',
    verdict: 'publisher',
    message: `文中称${said}`,
    found,
    cells,
  });
