import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import type { PrintedTable } from '../../model/printed.js';
import type { Title, TitledPlaces } from './titles.js';
import { Votes } from './votes.js';
import { plainLine, type Words } from './words.js';

/** As much as all other places together: headings may be of a template, and titles of tables are. */
const COVER = 4;

type Kind = Disclosure['document']['kind'];

/**
 * 部门决算, 单位预算 …: of which account and of what, each by what most places say, the cover before all. A document without a title is what
 * its tables are; without either it is `other`: a notice about 部门预算管理 is none.
 * @param tablesFamily the family the tables belong to
 */
export function kindOf({ cover, headings, runningHeads, tables, lines }: TitledPlaces, tablesFamily: KindFamily, words: Words): Kind {
  const accounts = tables.filter(({ declaration }) => declaration?.kind === 'account');
  const titles = [...(cover ? [cover] : []), ...headings, ...runningHeads];
  if (accounts.length === 0 && !titles.some(({ rank, rest }) => rank !== null && rest === '') && !isTitled(cover)) return 'other';
  const inTables = accounts.flatMap((table) => ranksIn(table, words));
  const rank = new Votes<string>()
    .add(COVER, [cover?.rank ?? null])
    .add(
      2,
      headings.map((title) => title.rank),
    )
    .add(
      1,
      runningHeads.map((title) => title.rank),
    )
    .add(1, inTables)
    .add(
      0.5,
      lines.map((line) => words.calledRank.exec(plainLine(line))?.[1] ?? null),
    )
    .winner();
  const account = new Votes<string>()
    .add(COVER, [cover?.account ?? null])
    .add(
      2,
      headings.filter((title) => title.rank !== null).map((title) => title.account),
    )
    .add(
      1,
      runningHeads.map((title) => title.account),
    )
    .add(1, accounts.length > 0 ? [tablesFamily.account] : [])
    .winner();
  const kinds = words.names.flatMap((family) => family.kinds);
  const [usual = ''] = words.names.flatMap(({ naming }) => naming.ranks);
  return kinds.find((kind) => kind === `${rank ?? usual}${account}`) ?? 'other';
}

/** 某某局2024年度决算公开: a name, a year and nothing but the account. */
const isTitled = (cover: Title | null): boolean => cover !== null && cover.name !== null && cover.year !== null && cover.rest === '';

type KindFamily = Pick<DocumentFamily, 'account'>;

/** What a table's title and its notes say it is of: 2026年部门收入总表, 注：本表反映部门本年度…. */
function ranksIn({ caption, notes }: PrintedTable, { saidRank, titledRank }: Words): string[] {
  const titled = titledRank.exec(caption.title ?? '')?.[1];
  return [titled, ...notes.map((note) => saidRank.exec(note)?.[1])].filter((each) => each !== undefined);
}
