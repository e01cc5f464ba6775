import type { DocumentFamily } from '../../extractors/family.js';
import { at } from '../base/invariant.js';
import type { Grid } from '../model/grid.js';
import { gridToCaption } from './extract.js';
import { titleToForm } from './form.js';

/** Forms of a second family: fewer may be tables that only bear its words, 政府采购情况表 in a final account. */
const FEWEST_FORMS = 3;

/**
 * The family whose forms the titles of most tables name; of equals the first. A document that holds several forms of another family too is
 * read by both. @param families at least one
 */
export function chooseFamily(grids: readonly Grid[], families: readonly DocumentFamily[]): DocumentFamily {
  const [only, second] = families;
  if (only && !second) return only;
  const titles = grids.map((grid) => gridToCaption(grid).title);
  const known = families.map((family) => {
    const forms = titles.flatMap((title) => titleToForm(title, family) ?? []);
    return { family, tables: forms.length, forms: new Set(forms).size };
  });
  const best = known.reduce((most, each) => (each.tables > most.tables ? each : most), at(known, 0));
  const others = known.filter((each) => each !== best && each.forms >= FEWEST_FORMS).map(({ family }) => family);
  return others.reduce(joined, best.family);
}

/** Made once for each pair: what is compiled for a family is kept by it. */
const pairs = new WeakMap<DocumentFamily, WeakMap<DocumentFamily, DocumentFamily>>();

/** Both families' forms and what must agree in them; all else as in the first. */
function joined(main: DocumentFamily, other: DocumentFamily): DocumentFamily {
  const known = pairs.get(main)?.get(other);
  if (known) return known;
  const both: DocumentFamily = {
    ...main,
    forms: [...main.forms, ...other.forms],
    rules: [...main.rules, ...other.rules.filter((rule) => !main.rules.includes(rule))],
    between: [...main.between, ...other.between],
    titles: {
      ...main.titles,
      neutral: [...main.titles.neutral, ...other.titles.neutral],
      distinguishing: [...main.titles.distinguishing, ...other.titles.distinguishing],
    },
    totalLabels: [...main.totalLabels, ...other.totalLabels],
    words: [...main.words, ...other.words],
  };
  pairs.set(main, (pairs.get(main) ?? new WeakMap<DocumentFamily, DocumentFamily>()).set(other, both));
  return both;
}
