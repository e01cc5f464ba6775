import type { EnglishRules } from './rule.js';

/** What documents say against each other. */
export const DOCUMENT_RULES: EnglishRules = {
  'CARRIED-FORWARD': {
    title: 'Carried forward',
    formula: 'the opening balance of a year = the closing balance of the year before',
    says: [
      'An opening balance of {found} is printed; the year before closed with {expected} (difference {difference}).',
      'An opening balance is not the closing balance of the year before.',
    ],
  },
  'INITIAL-BUDGET': {
    title: 'Initial budget',
    formula: 'the initial budget in final accounts = the budget of the year',
    says: [
      'The final account has an initial budget of {found}, the budget {expected} (difference {difference}).',
      'An initial budget is not that of the budget of the year.',
    ],
  },
  'LAST-YEAR-BUDGET': {
    title: 'Budget of the year before',
    formula: 'the budget of last year in a budget = the budget of that year',
    says: [
      'The budget has {found} for last year, the budget of that year {expected} (difference {difference}).',
      'A budget of last year is not that of its own budget.',
    ],
  },
  'REPUBLISHED-FIGURE': {
    title: 'Figure of another edition',
    formula: 'editions of one account print the same figures',
    says: ['One edition has {expected}, another {found} (difference {difference}).', 'Editions of one account print different figures.'],
  },
  REPUBLISHED: {
    title: 'Published again',
    formula: 'documents of one department, year and kind have the same contents',
    says: ['Two documents of one department, year and kind have different contents.'],
  },
  'SAME-NAME': {
    title: 'Same name',
    formula: 'documents of one name agree in most of their values',
    says: ['Two documents of one name, year and kind hardly agree in any value: they are perhaps of two departments.'],
  },
  DUPLICATE: {
    title: 'Duplicate',
    formula: 'a document is there once',
    says: ['Two files have the same content.'],
  },
  'UNITS-SUM': {
    title: 'Sum of the units',
    formula: 'the figure of a department = the sum of those of its units',
    says: [
      'The department has {found}, its units together {expected} (difference {difference}).',
      'A figure of the department is not the sum of those of its units.',
    ],
  },
  'UNITS-MISSING': {
    title: 'Units missing',
    formula: 'documents of all units that a department names are there',
    says: ['Documents of units that the department names are missing.'],
  },
  'UNIT-EXCEEDS': {
    title: 'Unit above its department',
    formula: 'the figure of a unit is not above that of its department',
    says: ['A unit has {found}, its department only {expected}.', 'A figure of a unit is above that of its department.'],
  },
  'UNIT-BASE': {
    title: 'Base of a unit and its department',
    formula: 'what a department had the year before is more than what one of its units had',
    says: [
      'A unit and its department print the same figure of the year before: {found}.',
      'A unit and its department print the same figure of the year before.',
    ],
  },
  'DEPARTMENT-TOLD': {
    title: 'Department as recorded',
    formula: 'the department that a document names is the one recorded where it was fetched',
    says: ['The document names another department than was recorded where it was fetched.'],
  },
  'REGION-TOLD': {
    title: 'Region as recorded',
    formula: 'the region of a document is the one recorded where it was fetched',
    says: ['The document is of another region than was recorded where it was fetched.'],
  },
  'DOCUMENT-FAILED': {
    title: 'Document not read',
    formula: 'every document can be read',
    says: ['The document could not be read.'],
  },
};
