import type { DocumentFamily } from '../../extractors/family.js';
import { at } from '../base/invariant.js';
import type { Grid } from '../model/grid.js';
import { gridToCaption } from './extract.js';
import { titleToForm } from './form.js';

/** The family whose forms the titles of most tables name; of equals the first. @param families at least one */
export function chooseFamily(grids: readonly Grid[], families: readonly DocumentFamily[]): DocumentFamily {
  let best = { family: at(families, 0), known: -1 };
  if (families.length === 1) return best.family;
  const titles = grids.map((grid) => gridToCaption(grid).title);
  for (const family of families) {
    const known = titles.filter((title) => titleToForm(title, family)).length;
    if (known > best.known) best = { family, known };
  }
  return best.family;
}
