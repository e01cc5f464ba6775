import type { OfdDocument, PageEntry } from './document.js';
import { folderOf, type OfdPackage } from './package.js';
import { flagOf } from './values.js';
import { child, childrenOf, wordsOf, type XmlElement } from './xml.js';

/** What somebody put on a page afterwards: a stamp, a highlight, a watermark. */
export interface Annotation {
  /** As the standard calls it (GB/T 33190-2016, table 61); empty where it does not say. */
  readonly type: string;
  /** What it paints. */
  readonly appearance: XmlElement;
}

/** The annotations that a page shows, in their order. @throws DisclosureError `damaged` where a list of them cannot be read */
export function annotationsOf(ofd: OfdPackage, { document, id }: PageEntry): Annotation[] {
  return filesOf(ofd, document, id).flatMap((file) =>
    childrenOf(ofd.xml(file), 'Annot').flatMap((element) => {
      const appearance = child(element, 'Appearance');
      if (!appearance || !flagOf(element, 'Visible', true)) return [];
      return [{ type: element.attributes.get('Type')?.trim() ?? '', appearance }];
    }),
  );
}

/** The files that hold the annotations of a page. */
function filesOf(ofd: OfdPackage, { annotations, folder }: OfdDocument, id: string | undefined): string[] {
  if (annotations === null || id === undefined) return [];
  const pages = childrenOf(ofd.xml(annotations), 'Page').filter((page) => page.attributes.get('PageID')?.trim() === id);
  return pages.flatMap((page) => {
    const location = wordsOf(child(page, 'FileLoc'));
    return location === null ? [] : [ofd.locate(location, [folderOf(annotations), folder])];
  });
}
