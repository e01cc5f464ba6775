import type { Chapter, FunctionSpending, Measure, MeasureId, MeasureSource, ProseDeclaration } from '../../../../extractors/prose.js';
import { must } from '../../../base/invariant.js';
import { bare } from '../../../base/text.js';
import { oncePer } from '../cached.js';

/** The measures of a family, found by what prose calls them. All names are bare. */
export interface MeasureIndex {
  /** @throws InvariantError where the family declares none of this id */
  byId(id: MeasureId): Measure;
  /** The measure that a name means beyond doubt; null where it means none. `level` and `code` are what is printed in brackets behind it. */
  named(name: string, level?: string | null, code?: string | null): Measure | null;
  /** The measure that a share is of, in the words of a sentence: “三公”经费财政拨款支出决算总额, 全部支出. */
  wholeNamed(name: string): Measure | null;
  /** Spending under a code of the functional classification, which a person calls by `title`. */
  ofCode(code: string, title: string): Measure;
  /** The code of the 类 that a name means: 科学技术支出, with （类） behind it also 科学技术; null where it means none. */
  categoryNamed(name: string, isMarked: boolean): string | null;
}

/** Built once for each declaration. */
export const measuresOf = oncePer(({ measures, functionSpending, wording }: ProseDeclaration): MeasureIndex => {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const byName = new Map(measures.flatMap((measure) => measure.names.map((name) => [name, measure])));
  const categories = categoriesByName(functionSpending);
  const needsMark: ReadonlySet<string> = new Set(functionSpending.ambiguous);
  const principalWord = new RegExp(`${wording.principal}$`, 'u');

  const ofCode = (code: string, title: string) => toMeasure(code, title, functionSpending);
  const categoryNamed = (name: string, isMarked: boolean) => {
    const short = name.replace(/(?:支出)*(?:科目)?$/u, '');
    const code = categories.get(short.replace(/等$/u, '')) ?? categories.get(short);
    if (code === undefined) return null;
    return isMarked || (/支出(?:科目)?$/u.test(name) && !needsMark.has(code)) ? code : null;
  };
  const named = (name: string, level: string | null = null, code: string | null = null) => {
    if (code !== null) return ofCode(code, name);
    const category = level === null || level === '类' ? categoryNamed(name, level !== null) : null;
    return byName.get(name) ?? (category === null ? null : ofCode(category, name));
  };
  const wholeNamed = (name: string) => {
    const short = name.replace(/(?:总额|总数|总量)$/u, '').replace(principalWord, '');
    return named(name) ?? named(short) ?? named(`${short}合计`);
  };
  return { byId: (id) => must(byId.get(id), `the measure ${id}`), named, wholeNamed, ofCode, categoryNamed };
});

/** The codes of the 类 by their names without 支出 and 等: 科学技术, 农林水. */
const categoriesByName = ({ categories }: FunctionSpending): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(categories).flatMap(([code, names]) =>
      names.flatMap((name) => {
        const short = bare(name).replace(/支出$/u, '');
        return [short, short.replace(/等$/u, '')].map((n) => [n, code] as const);
      }),
    ),
  );

function toMeasure(code: string, title: string, { columns, confirmingColumns = {}, pastColumns = {} }: FunctionSpending): Measure {
  const row = `function/${code}`;
  const ofRow = (chapters: FunctionSpending['columns']) =>
    Object.fromEntries(
      Object.entries(chapters).map(([chapter, own = []]) => [
        chapter,
        own.map(({ form, column }): MeasureSource => [{ form, row, column }]),
      ]),
    );
  return { id: row, title, names: [], sources: ofRow(columns), confirming: ofRow(confirmingColumns), pasts: ofRow(pastColumns) };
}

/** Where the tables print the principal amount of a measure, as a chapter means it. */
export function sourcesOf(measure: Measure, chapter: Chapter | null): readonly MeasureSource[] {
  if (chapter?.isApart) return measure.sources[chapter.id] ?? [];
  return (chapter === null ? undefined : measure.sources[chapter.id]) ?? measure.sources['any'] ?? [];
}

/** Where the tables print what may be the same amount. */
export const confirmingSourcesOf = ({ confirming }: Measure, chapter: Chapter | null): readonly MeasureSource[] =>
  chapter?.isApart ? [] : ofChapter(confirming, chapter);

/** Where the tables print its other amount. */
export const otherSourcesOf = ({ others }: Measure, chapter: Chapter | null): readonly MeasureSource[] => ofChapter(others, chapter);

/** Where the tables print its amount of the year before. */
export const pastSourcesOf = ({ pasts }: Measure, chapter: Chapter | null): readonly MeasureSource[] =>
  chapter?.isApart ? [] : ofChapter(pasts, chapter);

/** Where the tables print the measure itself, which else is known as a part of another only. */
export const ownSourcesOf = ({ partOf }: Measure, chapter: Chapter | null): readonly MeasureSource[] => ofChapter(partOf?.unless, chapter);

const ofChapter = (sources: Measure['others'], chapter: Chapter | null): readonly MeasureSource[] =>
  (chapter === null ? undefined : sources?.[chapter.id]) ?? sources?.['any'] ?? [];
