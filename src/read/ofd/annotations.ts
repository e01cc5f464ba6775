import { childOf, elementsOf, type XmlElement } from '../xml.js';
import type { PageEntry } from './document.js';
import type { OfdPackage } from './package.js';
import { flagOf } from './values.js';

/** What somebody put on a page afterwards: a stamp, a highlight, a watermark. */
export interface Annotation {
  /** As the standard calls it (GB/T 33190-2016, table 61); empty where it does not say. */
  readonly type: string;
  /** What it paints. */
  readonly appearance: XmlElement;
}

/** The annotations that a page shows, in their order. @throws DisclosureError `damaged` where they cannot be read */
export function annotationsOf(ofd: OfdPackage, { document, id = '' }: PageEntry): Annotation[] {
  return (document.annotations.get(id) ?? []).flatMap((file) =>
    elementsOf(ofd.xml(file), 'Annot').flatMap((element) => {
      const appearance = childOf(element, 'Appearance');
      if (!appearance || !flagOf(element, 'Visible', true)) return [];
      return [{ type: element.attributes.get('Type')?.trim() ?? '', appearance }];
    }),
  );
}
