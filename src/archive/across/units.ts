import type { AcrossDeclaration } from '../../../extractors/across.js';
import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';

type UnitsDeclaration = AcrossDeclaration['units'];

/** 1. 2、 （3） 一、 before a name: sections have no line breaks, so that a name may end where the next number begins. */
const NUMBER = /[（(]?(?:(?<!\d)\d{1,3}|[一二三四五六七八九十]{1,3})(?:[）)]?[.．、]|[）)])\s*/u;
const NUMBER_FIRST = new RegExp(`^\\s*${NUMBER.source}`, 'u');
/** A name, not a sentence. */
const NAME = /^[\p{Script=Han}（）()0-9]{3,40}$/u;

/** The units that a department's document says it covers, as a JSON list of names in their printed order; null where it lists none. */
export function unitsOf({ document, sections }: Disclosure, families: readonly DocumentFamily[]): string | null {
  const declared = families.flatMap(({ across }) => (across?.units.departmentKind === document.kind ? [across.units] : []));
  const units = declared.flatMap((declaration) => sections.flatMap(({ text }) => namesIn(text, declaration)));
  return units.length === 0 ? null : JSON.stringify([...new Set(units)]);
}

/** The names behind the introduction: numbered, until the first entry that is no name; or a sentence of nothing but names. */
export function namesIn(text: string, { introduction }: Pick<UnitsDeclaration, 'introduction'>): string[] {
  const found = introduction.exec(text);
  if (!found) return [];
  const rest = text.slice(found.index + found[0].length);
  if (!NUMBER_FIRST.test(rest)) return namesOfSentence(rest);
  const names: string[] = [];
  for (const part of rest.split(NUMBER).slice(1)) {
    const [name = '', ...more] = part.split(/[。；;\n]/u);
    if (!NAME.test(name.trim())) break;
    names.push(name.trim());
    if (more.some((line) => line.trim() !== '')) break;
  }
  return names;
}

/** 甲局（本级）、甲局信息中心、甲局服务中心。 One name alone may be any word. */
function namesOfSentence(text: string): string[] {
  const names = (/^[^。；;\n]*/u.exec(text)?.[0] ?? '').split('、').map((name) => name.trim());
  return names.length > 1 && names.every((name) => NAME.test(name)) ? names : [];
}

/** A unit's name without what marks it as the department's own office, whose document carries the department's name. */
export const plainName = (name: string, { ownOffice }: Pick<UnitsDeclaration, 'ownOffice'>): string => name.replace(ownOffice, '');
