import { childOf, elementsOf, type XmlElement } from '../xml.js';
import { formatNumber } from './number-formats.js';
import { lineage, stylesById } from './styles.js';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、`: the number of the level in its place. */
  readonly text: string;
}

interface NumberedList {
  /** Lists that count together. */
  readonly counter: string;
  readonly levels: readonly (Level | undefined)[];
}

/** The number before each paragraph that Word numbers by itself, in the order in which they are asked for; empty before any other. */
export function numberer(numbering: XmlElement | null, styles: XmlElement | null): (paragraph: XmlElement) => string {
  const lists = readLists(numbering);
  const byId = stylesById(styles);
  const counts = new Map<string, (number | undefined)[]>();
  return (paragraph) => {
    const place = placeOf(paragraph, byId);
    const list = place && lists.get(place.list);
    const level = list?.levels[place?.level ?? 0];
    if (!place || !list || !level) return '';
    const count = counts.get(list.counter) ?? [];
    counts.set(list.counter, count);
    count[place.level] = (count[place.level] ?? level.start - 1) + 1;
    // A number of a higher level begins the lower ones anew.
    count.length = place.level + 1;
    return level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const own = list.levels[at];
      return own ? formatNumber(count[at] ?? own.start, own.format) : '';
    });
  };
}

/** The list and level of a paragraph: its own, or its style's. */
function placeOf(paragraph: XmlElement, styles: ReadonlyMap<string, XmlElement>): { list: string; level: number } | null {
  const properties = childOf(paragraph, 'pPr');
  const inherited = lineage(childOf(properties, 'pStyle')?.attributes.get('val'), styles).map((style) => childOf(style, 'pPr', 'numPr'));
  const all = [childOf(properties, 'numPr'), ...inherited];
  const first = (name: string) => all.map((each) => childOf(each, name)?.attributes.get('val')).find((value) => value !== undefined);
  const list = first('numId');
  return list === undefined || list === '0' ? null : { list, level: Math.min(8, Number(first('ilvl') ?? 0) || 0) };
}

function readLists(numbering: XmlElement | null): ReadonlyMap<string, NumberedList> {
  if (!numbering) return new Map();
  const abstract = new Map(elementsOf(numbering, 'abstractNum').map((each) => [each.attributes.get('abstractNumId') ?? '', each]));
  return new Map(
    elementsOf(numbering, 'num').map((num): [string, NumberedList] => {
      const id = num.attributes.get('numId') ?? '';
      const base = childOf(num, 'abstractNumId')?.attributes.get('val') ?? '';
      const levels = levelsOf(abstract.get(base));
      const overrides = elementsOf(num, 'lvlOverride');
      for (const override of overrides) {
        const at = Number(override.attributes.get('ilvl') ?? 0);
        const own = childOf(override, 'lvl');
        const level = own ? toLevel(own) : levels[at];
        const start = childOf(override, 'startOverride')?.attributes.get('val');
        if (level) levels[at] = start === undefined ? level : { ...level, start: Number(start) };
      }
      // A list that begins anew counts by itself.
      return [id, { counter: overrides.length > 0 ? `num ${id}` : `abstract ${base}`, levels }];
    }),
  );
}

function levelsOf(abstract: XmlElement | undefined): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const level of abstract ? elementsOf(abstract, 'lvl') : []) levels[Number(level.attributes.get('ilvl') ?? 0)] = toLevel(level);
  return levels;
}

function toLevel(level: XmlElement): Level {
  const format = childOf(level, 'numFmt')?.attributes.get('val') ?? 'decimal';
  const text = childOf(level, 'lvlText')?.attributes.get('val') ?? '';
  // A bullet is an ornament; it is set in fonts that have no other letters.
  return { start: Number(childOf(level, 'start')?.attributes.get('val') ?? 1), format, text: format === 'bullet' ? '' : text };
}
