import type { EnglishRules } from './rule.js';

/** What is wrong with words and marks, and with no figure. */
export const WORDING_RULES: EnglishRules = {
  'TEMPLATE-LEFTOVER': {
    title: 'Left over from the template',
    formula: 'no words of the template are left in the text',
    says: ['Words of the template are left in the text: “{1}”.', 'Words of the template are left in the text.'],
  },
  'PUNCTUATION-DOUBLED': {
    title: 'Mark or unit twice',
    formula: 'no mark or unit stands twice',
    says: ['A mark or unit stands twice: “{1}”.', 'A mark or unit stands twice.'],
    tellsAll: true,
  },
  'BODY-WORD': {
    title: 'Department and unit confused',
    formula: 'the document of a unit does not call itself a department, nor that of a department the whole a unit',
    says: ['The document says “{found}” of itself where it should say “{expected}”.', 'The document calls itself what it is not.'],
  },
  'ROW-REPEATED': {
    title: 'Copied from the row above',
    formula: 'the words of a row are about that row, not about the one above',
    says: [
      '{table}: the words of “{1}” are those of the row above, “{2}”; they seem to be copied.',
      'The words of a row seem to be copied from the row above.',
    ],
  },
  'TEXT-CUT': {
    title: 'Words cut off',
    formula: 'cells show all of their words',
    says: ['Words do not fit their cell on p. {page} and are not shown: “{1}”.', 'Words do not fit their cell and are not shown.'],
  },
  'TABLE-PAGE-EMPTY': {
    title: 'Empty page of a table',
    formula: 'every page of a table has something on it',
    says: ['A page has the lines of a table and nothing else.'],
  },
  'NAME-STALE': {
    title: 'Old name',
    formula: 'names are those of the year',
    says: ['“{found}” is the name of other years; in this one it is “{expected}”.', 'The name is that of other years.'],
  },
};
