import { NAME_STALE } from '../../../../extractors/shared/wording-rules.js';
import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { groupBy } from '../../../base/group.js';
import { at } from '../../../base/invariant.js';
import { once } from '../../../base/once.js';
import { bare, bareLabel } from '../../../base/text.js';
import { type BookEntry, functionBook } from '../../../books/code-book.js';
import type { ProseContext } from '../context.js';
import { proseFinding } from '../finding.js';
import type { Sentence } from '../text/sentences.js';

/** A name that a code of the 支出功能分类 bore and none bears now. */
interface FormerName {
  readonly name: string;
  readonly entry: BookEntry;
  readonly outdatedBy: number;
  /** The name with its level behind it, where nothing else stands before it: ）行政事业单位离退休（款）. */
  readonly pattern: RegExp;
}

const formerNames: () => readonly FormerName[] = once(() => {
  const book = functionBook();
  return book.entries.flatMap((entry) =>
    entry.formerNames.flatMap(({ name, outdatedBy }): FormerName[] => {
      if (outdatedBy === null || book.withName(name).length > 0) return [];
      const short = name.replace(/支出$/u, '');
      return [{ name, entry, outdatedBy, pattern: new RegExp(`(?<![^）、，。；：“《\\d.])${short}(?:支出)?（${entry.level}）`, 'u') }];
    }),
  );
});

/** What stands behind every name that is looked for. */
const LEVEL_BEHIND = /（[类款项]）/u;

/** A sentence with a former name in it, and where that stands. */
interface Place {
  readonly former: FormerName;
  readonly sentence: Sentence;
  readonly at: number;
}

/**
 * 行政事业单位离退休（款） in 2024: names that the year's book has given up. Only what stands as a name, its level behind it, can be told from
 * words. One finding for each name, at its first place.
 */
export function checkFormerNames(sentences: readonly Sentence[], { year, tables }: ProseContext): Finding[] {
  if (year === null) return [];
  const outdated = formerNames().filter(({ outdatedBy }) => year >= outdatedBy);
  const withLevels = sentences.filter(({ plain }) => LEVEL_BEHIND.test(plain));
  const found = withLevels.flatMap((sentence) =>
    outdated.flatMap((former): Place[] => {
      const match = former.pattern.exec(sentence.plain);
      return match ? [{ former, sentence, at: match.index }] : [];
    }),
  );
  return [...groupBy(found, ({ former }) => former).values()].map((places) => toFinding(places, tables));
}

function toFinding(places: readonly Place[], tables: readonly DisclosureTable[]): Finding {
  const { former, sentence, at: position } = at(places, 0);
  const { entry, name, outdatedBy } = former;
  const isNewInTables = tables.some(({ rows }) =>
    rows.some((row) => row.concept === `function/${entry.code}` && row.name !== null && bareLabel(row.name) === bare(entry.name)),
  );
  const more = places.length > 1 ? `；另有${places.length - 1}处也是这样` : '';
  return proseFinding(sentence, position, {
    rule: NAME_STALE.id,
    severity: 'info',
    verdict: 'publisher',
    message: `文中的“${name}”是${entry.code}的旧名，至迟自${outdatedBy}年起改称“${entry.name}”${isNewInTables ? '，表中印的也是新名' : ''}${more}。`,
    expected: entry.name,
    found: name,
  });
}
