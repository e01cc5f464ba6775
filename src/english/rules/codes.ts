import type { EnglishRules } from './rule.js';

/** Codes and names against the code books. */
export const CODE_RULES: EnglishRules = {
  'CODE-UNKNOWN': {
    title: 'Code not in the book',
    formula: 'codes are those of the classification (its books change from year to year: a remark only)',
    says: [
      [/已停用/u, 'Code {found} “{1}” is no longer in use.'],
      'Code {found} “{1}” is not in the code books.',
      'Code {found} is not in the code books.',
      'A code is not in the code books.',
    ],
  },
  'CODE-NAME': {
    title: 'Code and name',
    formula: 'a code has its own name, and no other code has it',
    says: [
      'The name “{found}” is not that of its code, “{expected}”.',
      'The name printed, “{found}”, is that of another code.',
      'A name is not that of its code.',
    ],
  },
  'NAME-CUT': {
    title: 'Name cut off',
    formula: 'names are complete',
    says: ['Only “{found}” of the name “{expected}” is printed.', 'A name is not complete.'],
  },
  'NAME-DIFFERS': {
    title: 'Name differs',
    formula: 'names are those of the book',
    says: ['“{found}” is printed, the book has “{expected}”.', 'A name is not that of the book.'],
  },
  'CODE-REPEATED': {
    title: 'Parts without codes',
    formula: 'a code stands in one row of a table',
    says: [
      'The rows below {found} repeat its code and add up to it: they are parts of it.',
      'Rows repeat a code and add up to its row: they are parts of it.',
    ],
  },
};
