import { PROSE_VISITS } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { evidenceOf, type ProseContext } from '../context.js';
import { cellsOf, proseFinding } from '../finding.js';
import type { Sentence } from '../text/sentences.js';
import type { CheckedSection } from './section.js';

/** 接待10批次、152人次; 接待国内来访团组17个、来宾119人次. */
const VISITS =
  /接待[^，。；、]{0,16}?(?<groups>\d+)(?:批次|批|个)(?:（[^（）]*）)?[、，](?:来宾|人数|共|计|接待)*(?<persons>\d+)(?:人次|人)/u;
const RECEPTION = '公务接待费';

/** Every group of guests has at least one of them, and none is received for nothing. */
export const checkVisits = ({ sentences, place }: CheckedSection, context: ProseContext): Finding[] =>
  sentences.flatMap((sentence) => {
    const match = VISITS.exec(sentence.plain);
    const { groups = '', persons = '' } = match?.groups ?? {};
    if (!match || Number(groups) === 0) return [];
    if (Number(persons) < Number(groups))
      return [visits(sentence, match.index, groups, `接待${groups}批次、${persons}人次，人次少于批次。`)];
    const [spent] = evidenceOf(context.measures.named(RECEPTION), place.chapter, context);
    return spent?.value.isZero() && !spent.blank
      ? [visits(sentence, match.index, groups, `接待${groups}批次、${persons}人次，而${spent.title}中${RECEPTION}为0。`, cellsOf([spent]))]
      : [];
  });

const visits = (sentence: Sentence, start: number, found: string, said: string, cells: Finding['cells'] = []): Finding =>
  proseFinding(sentence, start, {
    rule: PROSE_VISITS.id,
    severity: 'warning',
    verdict: 'publisher',
    message: `文中称${said}`,
    found,
    cells,
  });
