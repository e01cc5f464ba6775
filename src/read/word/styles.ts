import { childOf, elementsOf, type XmlElement } from '../xml.js';
import { isOn } from './shown.js';

/** Styles by their id. */
export function stylesById(styles: XmlElement | null): ReadonlyMap<string, XmlElement> {
  const all = styles ? elementsOf(styles, 'style') : [];
  return new Map(all.map((style) => [style.attributes.get('styleId') ?? '', style]));
}

/** A style and those that it is based on, itself first. */
export function lineage(id: string | undefined, styles: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const found: XmlElement[] = [];
  let style = id === undefined ? undefined : styles.get(id);
  // A style that is based on itself is damaged.
  while (style && !found.includes(style)) {
    found.push(style);
    style = styles.get(childOf(style, 'basedOn')?.attributes.get('val') ?? '');
  }
  return found;
}

/** Ids of the styles that hide their text. */
export function hiddenStyles(styles: XmlElement | null): ReadonlySet<string> {
  const byId = stylesById(styles);
  const hides = (id: string) => {
    const own = lineage(id, byId).map((style) => childOf(style, 'rPr', 'vanish'));
    return isOn(own.find((vanish) => vanish !== null) ?? null);
  };
  return new Set([...byId.keys()].filter(hides));
}
