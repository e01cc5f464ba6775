import { type DepartmentAliases, publishedAliases } from './departments.js';
import { divisions } from './divisions.js';
import { officeName } from './office-name.js';

/** Stands for a region that is not known, and for the centre, which has none. */
const NO_REGION = '000000';

/**
 * The key of a department, the same over years, spellings and the renames that aliases tell: `410503-工业和信息化局`, the code of its region
 * and its name without the place. Where no region is known it is `000000-` and the whole name.
 */
export function departmentIdOf(
  department: string | null,
  regionCode: string | null,
  aliases: DepartmentAliases = publishedAliases(),
): string | null {
  if (department === null) return null;
  const division = regionCode === null ? undefined : divisions().entry(regionCode);
  return `${regionCode ?? NO_REGION}-${aliases.nameOf(officeName(department, division), regionCode)}`;
}
