import { divisions } from '../../books/divisions.js';
import type { Column, Line } from './resource.js';

/** What a division's code means, for those who have no book of codes at hand. */
export const REGION_COLUMNS: readonly Column[] = [
  { name: 'region_name', type: 'string', description: 'The name of the division that region_code is' },
  { name: 'province', type: 'string', description: 'The province, municipality or autonomous region that it is or lies in' },
  {
    name: 'city',
    type: 'string',
    description: 'The prefecture that it is or lies in; empty for a province, and for a county or district directly below one',
  },
];

/** The values of `REGION_COLUMNS`; empty where the code is unknown. */
export function regionOf(code: string | null): Line {
  const own = code === null ? undefined : divisions().entry(code);
  if (!own) return [null, null, null];
  const path = [...own.within, own];
  const named = (level: '省' | '地') => path.find((division) => division.level === level)?.name ?? null;
  return [own.name, named('省'), named('地')];
}
