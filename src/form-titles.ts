import { families } from '../extractors/families.js';

/** What the forms are called, by their ids. */
export const FORM_TITLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(families.flatMap((family) => family.forms.map(({ id, name }) => [id, name]))),
  other: '其他表',
};
