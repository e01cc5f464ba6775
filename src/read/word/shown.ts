import { elementsOf, type XmlElement } from '../xml.js';

/** What was seen on the way and a person should know. */
export interface Seen {
  inserted: number;
  deleted: number;
  hiddenRows: number;
  /** Pictures large enough to show a table, in a place where none is read. */
  picturesAside: number;
}

/** What holds content and is none itself: content controls, inserted and moved text, fields, links. */
const WRAPPERS = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'smartTag',
  'ins',
  'moveTo',
  'hyperlink',
  'fldSimple',
  'bdo',
  'dir',
  'Choice',
  'oMathPara',
  'oMath',
  'rubyBase',
]);

/** The children of an element as they are shown: those of wrappers in their place, what is deleted left out. */
export function unwrapped(parent: XmlElement, seen: Seen): XmlElement[] {
  return elementsOf(parent).flatMap((element): XmlElement[] => {
    if (element.name === 'del' || element.name === 'moveFrom') {
      if (elementsOf(element).length > 0) seen.deleted += 1;
      return [];
    }
    // Two ways to say one thing: the first is for today's readers.
    if (element.name === 'AlternateContent') return unwrapped(preferred(element), seen);
    if (element.name === 'ruby') return unwrapped({ ...element, children: elementsOf(element, 'rubyBase') }, seen);
    if (!WRAPPERS.has(element.name)) return [element];
    if ((element.name === 'ins' || element.name === 'moveTo') && elementsOf(element).length > 0) seen.inserted += 1;
    return unwrapped(element, seen);
  });
}

/** What there is of several ways. */
function preferred(alternatives: XmlElement): XmlElement {
  const [choice] = elementsOf(alternatives, 'Choice', 'Fallback');
  return choice ?? { ...alternatives, children: [] };
}

/** `<w:vanish/>`: on, unless it says otherwise. */
export const isOn = (element: XmlElement | null): boolean =>
  element !== null && !['0', 'false', 'off'].includes(element.attributes.get('val') ?? '1');
