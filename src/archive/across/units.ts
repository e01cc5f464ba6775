import type { Disclosure } from '../../../schemas/disclosure.js';

/** 纳入本部门2024年度部门决算编制范围的单位包括：… */
const INTRODUCTION = /纳入[^。；]*?编制范围的?[^。；]*?(?:包括|如下|有|为|分别是)[^。；：:]*[：:]/u;
/** 1. 2、 （3） 一、 before a name: sections have no line breaks, so that a name may end where the next number begins. */
const NUMBER = /[（(]?(?:(?<!\d)\d{1,3}|[一二三四五六七八九十]{1,3})(?:[）)]?[.．、]|[）)])\s*/u;
/** No sentence. */
const NAME = /^[\p{Script=Han}（）()0-9]{3,40}$/u;

/** The 单位 that a 部门决算 says it covers, as a JSON list of names in their printed order; null where it lists none. */
export function unitsOf({ document, sections }: Disclosure): string | null {
  if (document.kind !== '部门决算') return null;
  const units = sections.flatMap(({ text }) => namesIn(text));
  return units.length === 0 ? null : JSON.stringify([...new Set(units)]);
}

/** The numbered names behind the introduction: the list ends where something is no name. */
export function namesIn(text: string): string[] {
  const introduction = INTRODUCTION.exec(text);
  if (!introduction) return [];
  const rest = text.slice(introduction.index + introduction[0].length);
  const names: string[] = [];
  for (const part of rest.split(NUMBER).slice(1)) {
    const [name = '', ...more] = part.split(/[。；;\n]/u);
    if (!NAME.test(name.trim())) break;
    names.push(name.trim());
    if (more.some((line) => line.trim() !== '')) break;
  }
  return names;
}

/** 北关区文化局（本级） and 北关区文化局机关 are the department's own office: its 单位决算 carries the department's name. */
export function plainName(name: string): string {
  return name.replace(/[（(]?(?:本级|机关本级|机关|局本级)[）)]?$/u, '');
}
