import type { EnglishRules } from './rule.js';

/** What the text of a document says, against its tables and itself. */
export const PROSE_RULES: EnglishRules = {
  'PROSE-AMOUNT': {
    title: 'Amount in the text',
    formula: 'an amount in the text is that of the table, to the shorter precision',
    says: [
      [/错在表中/u, 'The text says {expected}, as the other figures of the table do; {where} has {found}: the mistake is in the table.'],
      [/错在表中/u, 'The text says {expected}, as the other figures of the table do; {where} is blank: the mistake is in the table.'],
      [/中(?:合计)?为空白/u, 'The text says {found}, {where} is blank.'],
      'The text says {found}, {where} has {expected}; difference {difference}.',
      'The text says {found}, {where} has {expected}.',
      'The text says {found}, the table something else.',
      'The text and the table have different amounts.',
    ],
  },
  'PROSE-TWO-AMOUNTS': {
    title: 'One item, two amounts',
    formula: 'the amount at the head of an item is the one that its account gives, and that of the tables of its project',
    says: [
      [/没有这个数/u, 'The text says {found} for “{1}”, a number that the table of the project does not have.'],
      'The text says {found} for “{1}” in one place; it should be {expected}.',
      'The text gives two amounts for one item.',
    ],
  },
  'PROSE-UNIT': {
    title: 'Unit in the text',
    formula: 'the unit of an amount in the text (元, 万元) is that of the table',
    says: ['The text says {found}; by the table it is {expected}: the unit seems wrong.', 'The unit of an amount in the text seems wrong.'],
  },
  'PROSE-SHARE': {
    title: 'Share',
    formula: 'a share in the text = the part ÷ the whole',
    says: [
      [/折算约为/u, 'The shares in the text come to about {found}, not to the {expected} that it states.'],
      'The text says {found}; by the amounts that it names it is {expected}.',
      'A share in the text does not follow from its amounts.',
    ],
  },
  'PROSE-CHANGE': {
    title: 'Change on the year before',
    formula: 'the change and its rate in the text agree with the amounts of both years',
    says: [
      [/降幅不可能超过/u, 'The text says a fall of {found}; none can be above 100%.'],
      'The text says a change of {found}; by the amounts it is {expected}.',
      'The text says a change of {found}, which its amounts do not allow.',
      'A change in the text does not follow from its amounts.',
    ],
  },
  'PROSE-DIRECTION': {
    title: 'Direction of a change',
    formula: 'words such as more, less, greater, equal agree with the numbers',
    says: [
      [/持平/u, 'The text says that nothing changed; by the amounts something did.'],
      [/应无增减/u, 'The text says a change of {found}; by the amounts there is none.'],
      [/应(?:增加|增长|上升)/u, 'The text says {found} less; by the amounts it is {expected} more.'],
      [/应(?:减少|下降|降低)/u, 'The text says {found} more; by the amounts it is {expected} less.'],
      [/所列完成率是/u, 'The words of the text do not agree with the rate of completion that it states, {found}.'],
      [/自相矛盾/u, 'The text says more in one place and less in another: {found}.'],
      'The words of the text do not agree with the amounts that it states, {found} and {expected}.',
      'The words of the text do not agree with its numbers.',
    ],
  },
  'PROSE-COMPLETION': {
    title: 'Rate of completion',
    formula: 'percent of the budget completed = final ÷ budget; of a budget of 0 there is none',
    says: [
      'The text says {found} of the budget were completed; by the two amounts it is {expected}.',
      'The text says {found} of a budget of 0 were completed.',
      'A rate of completion in the text does not follow from its amounts.',
    ],
  },
  'PROSE-SUM': {
    title: 'Sum in the text',
    formula: 'the items that the text lists add up to its total',
    says: [
      'The text says {found} in all; the items it lists add up to {expected}.',
      'The items that the text lists do not add up to its total.',
    ],
  },
  'PROSE-COUNT': {
    title: 'Count in the text',
    formula: 'the number of projects in the text is that of the tables or of those it explains',
    says: ['The text says {found}; there are {expected}.', 'A number of things in the text is not that of the things.'],
  },
  'PROSE-SAME-AMOUNTS': {
    title: 'Same amounts',
    formula: 'amounts of three or more different projects are not all the same',
    says: ['Several different projects have the very same amounts.'],
  },
  'PROSE-SCORE': {
    title: 'Score in the text',
    formula: 'a score in the text is that of the self-assessment',
    says: [
      'The text says {found} for “{1}”, the table {expected}.',
      'The text says a score of {found}, the table {expected}.',
      'A score in the text is not that of the table.',
    ],
  },
  'PROSE-VISITS': {
    title: 'Receptions and guests',
    formula: 'there are not fewer guests than receptions; where nothing was spent there were none',
    says: [
      [/少于批次/u, 'The text has fewer guests than receptions, which are {found}.'],
      'The numbers of receptions and guests in the text cannot be right.',
    ],
  },
  'PROSE-RUNNING-COSTS': {
    title: 'Running costs of the office',
    formula: 'running costs of the office are not above the running costs of basic expenditure',
    says: [
      [
        /应当相等/u,
        'The text says running costs of {found}, {where} has {expected}: less is right where the department has institutions, otherwise they are equal.',
      ],
      'The text says running costs of {found}, which are not to be above the {expected} of {where}.',
      'The running costs in the text are not those of the table.',
    ],
  },
  'PROSE-ITEMS': {
    title: 'Items listed',
    formula: 'items that the text lists as spent on have an amount in the table',
    says: ['The text lists items as spent on that have no amount in the table.'],
  },
  'PROSE-EMPTY': {
    title: 'Said to be nothing',
    formula: 'what the text says there is none of has no amount in the tables',
    says: [
      'The text says that there is none of it; {where} has an amount.',
      'The text says that there is none of what a table has an amount of.',
    ],
  },
  'EMPTY-UNDECLARED': {
    title: 'Empty table not explained',
    formula: 'of an empty table it is said, below it or in the text, that there is nothing',
    says: ['{table} is empty, and neither below it nor in the text is said why.'],
    tellsAll: true,
  },
  'PROSE-NAME': {
    title: 'Name of the department in the text',
    formula: 'the text names one department throughout',
    says: ['The name “{1}” here is not that of the department, “{2}”.', 'A name in the text is not that of the department.'],
    tellsAll: true,
  },
  'TABLE-NAME': {
    title: 'Name of the department in tables',
    formula: 'all tables are of one department',
    says: ['{table} is of “{found}”, the other tables of “{expected}”.'],
    tellsAll: true,
  },
  'DOCUMENT-NAME': {
    title: 'Name of the department of the document',
    formula: 'cover, page heads and headings name one department',
    says: ['“{1}” is named here, but the document is of “{2}”.', 'Another department is named here than the document is of.'],
  },
  'PROSE-YEAR': {
    title: 'Year in the text',
    formula: 'the years in the text are those of the account',
    says: [
      'The text says {found}; it should be {expected}.',
      'The text says {found}, which is not the year of the account.',
      'A year in the text is not that of the account.',
    ],
  },
  'TABLE-YEAR': {
    title: 'Year of a table',
    formula: 'the years of the tables are that of the account',
    says: ['{table} says {found}, the document is of {expected}.'],
    tellsAll: true,
  },
  'CONTENTS-MISSING': {
    title: 'Contents and document',
    formula: 'all tables that the contents list are in the document',
    says: [
      [/正文有其标题/u, 'The contents list “{1}”; its title is in the document, but no table was read below it.'],
      'The contents list “{1}”, which is not in the document.',
      'The contents list a table that is not in the document.',
    ],
  },
  'CONTENTS-EMPTY': {
    title: 'Contents and empty tables',
    formula: 'tables that the contents call empty have no figures, and those they call not empty have some',
    says: [
      [/不是空表/u, 'The contents call “{1}” not empty, and the table has no figures.'],
      [/是空表/u, 'The contents call “{1}” empty, and the table has figures.'],
      'What the contents say of a table, that it is empty or not, is not so.',
    ],
  },
};
