import type { EnglishRules } from './rule.js';

/** What may be remarked while a document is read. */
export const READING_RULES: EnglishRules = {
  'PAGE-UNREAD': {
    title: 'Page not read',
    formula: 'every page can be read',
    says: ['A page could not be read: what is on it is not in the result.'],
  },
  'TRUNCATED-TAIL': {
    title: 'End of the file missing',
    formula: 'the file has its end (cross-reference table and %%EOF)',
    says: ['The end of the file is missing.'],
  },
  'STREAM-BROKEN': {
    title: 'Broken stream',
    formula: 'all compressed streams of the file are whole',
    says: ['Streams of the file are broken.'],
  },
  'FILE-REPAIRED': {
    title: 'Broken structure',
    formula: 'the file can be read without mending its structure',
    says: ['The structure of the file is broken; it was read as far as it could be mended.'],
  },
  'FILE-BESIDE': {
    title: 'Beside the pages',
    formula: 'the file has nothing beside its pages: signatures, attachments, notes (a remark only)',
    says: ['The file has something beside its pages, which was not read.'],
  },
  'DOCUMENTS-APART': {
    title: 'Several documents in one file',
    formula: 'a file is one document; several are read and checked each by itself (a remark only)',
    says: ['The file holds several documents, each read and checked by itself.'],
  },
  'TABLE-UNREAD': {
    title: 'Table not read',
    formula: 'tables are read below every title with a unit, and all rows of numbers are in tables',
    says: ['Numbers that stand in rows were not read as a table and are not in the result.'],
  },
  'TABLE-OTHER': {
    title: 'Unknown table',
    formula: 'tables of amounts are of known forms; of others only the cells are kept',
    says: ['A table is of no known form: its cells are kept, nothing of it is checked.'],
  },
  'OWN-ERROR': {
    title: 'Error of ours',
    formula: 'no step fails; where one does, only its part is missing',
    says: ['A part could not be done because of an error of this program; the rest is not affected.'],
  },
  'ENGINES-DISAGREE': {
    title: 'Two engines disagree',
    formula: 'what is in doubt is read by a second engine, with the same letters',
    says: ['Two engines read this differently: compare it with the original.'],
  },
  'READ-ONCE': {
    title: 'Not read twice',
    formula: 'pages with doubtful places can be read by the second engine too (a remark only)',
    says: ['What is in doubt here could not be read a second time.'],
  },
  'CELL-UNREADABLE': {
    title: 'Cell not readable',
    formula: 'every cell can be read',
    says: ['{where} cannot be read with certainty.', 'A cell cannot be read with certainty.'],
  },
  'CODE-DOUBTFUL': {
    title: 'Code in doubt',
    formula: 'a code that is read in doubt is told by its name',
    says: ['{where}: the code was read in doubt and is taken by its name.', 'A code was read in doubt and is taken by its name.'],
  },
  'NAME-DOUBTFUL': {
    title: 'Name of the department in doubt',
    formula: 'of a name read in doubt and one like it in the text the latter is taken',
    says: [
      'The department of the table was read as “{1}”; the text has “{2}”, which is taken.',
      'The department of a table was read in doubt.',
    ],
    tellsAll: true,
  },
  'LABEL-DOUBTFUL': {
    title: 'Ordinal in doubt',
    formula: 'an ordinal read in doubt is mended by the rows around it',
    says: ['The ordinal of a row was read in doubt and mended by the rows around it.'],
  },
  'READING-SETTLED': {
    title: 'Reading settled',
    formula: 'of several readings the only one that the identities allow is taken',
    says: [
      '{where} was read in doubt; {expected} is taken, by the identities.',
      'A value was read in doubt and is taken by the identities.',
    ],
  },
  'PROSE-UNREAD': {
    title: 'Number of the text in doubt',
    formula: 'numbers of the text that are read in doubt are not checked (a remark only)',
    says: ['Numbers of the text were read in doubt and not checked.'],
  },
  'NUMBER-MALFORMED': {
    title: 'No proper number',
    formula: 'columns of amounts hold proper numbers',
    says: [
      '{where}: “{1}” is no proper number and is kept as text.',
      '“{1}” in a column of amounts is no proper number and is kept as text.',
      'What stands in a column of amounts is no proper number.',
    ],
  },
  'UNIT-UNKNOWN': {
    title: 'No unit',
    formula: 'a table of amounts prints their unit',
    says: ['{table} prints no unit: its amounts cannot be told in 元.'],
    tellsAll: true,
  },
  'CODE-SHAPE': {
    title: 'Length of a code',
    formula: 'codes have 3, 5 or 7 digits',
    says: ['Code “{1}” has not the digits of a 类, 款 or 项; it is kept as printed.', 'A code has not 3, 5 or 7 digits.'],
    tellsAll: true,
  },
  'CODE-INHERITED': {
    title: 'Code of the level above taken over',
    formula: 'a code that is blank is taken from the row above (a remark only)',
    says: ['{where}: its upper code is blank and taken from the row above, “{1}”.', 'An upper code is blank and taken from the row above.'],
  },
  'COLUMN-UNKNOWN': {
    title: 'Unknown column',
    formula: 'what each column means is known for its table',
    says: ['{table}: “{1}” is no column known for this table; it is kept as printed.', 'A column is not known for its table.'],
    tellsAll: true,
  },
  'COLUMN-DUPLICATE': {
    title: 'Column twice',
    formula: 'no two columns mean the same',
    says: ['{table}: two columns mean the same, “{1}”.', '{table}: two columns mean the same.'],
  },
  'ROW-SLID': {
    title: 'Row out of place',
    formula: 'cells are in line with their row',
    says: ['{table}: the row “{1}” is printed out of line and was moved back.', '{table}: a row is printed out of line.'],
  },
  'STRUCTURE-DOUBTFUL': {
    title: 'Structure in doubt',
    formula: 'values of a table whose structure is inferred or does not add up are proved by identities',
    says: [
      '{table}: its structure is inferred or does not add up; values that no identity proves are not certain. Compare them with the original.',
    ],
  },
  'CORRECTION-REFUSED': {
    title: 'Correction not taken',
    formula: 'every correction is of a place that still reads as it did',
    says: ['A correction was not taken: its place does not read as it did.'],
  },
  'CORRECTIONS-UNUSABLE': {
    title: 'Corrections not usable',
    formula: 'the file of corrections has the right form, and is of this document (by sha256)',
    says: ['The file of corrections cannot be used; none of them was taken.'],
  },
  'FORM-BY-HEADER': {
    title: 'Table known by its heads',
    formula: 'a table without a title is known by its heads (a remark only)',
    says: ['{table} was told by its heads.'],
    tellsAll: true,
  },
  'HIDDEN-CONTENT': {
    title: 'Hidden content',
    formula: 'the file has no hidden sheets, rows or columns (they are not in the result)',
    says: ['The file hides sheets, rows or columns; what is in them is not in the result.'],
  },
  'STORED-SHOWN': {
    title: 'Stored and shown differ',
    formula: 'the number that a cell shows is the one it stores (the result has the one shown)',
    says: [
      '{where} shows “{1}” and stores something else; the result has what is shown.',
      'A cell shows another number than it stores; the result has the one shown.',
    ],
  },
  'FORMULA-UNREADABLE': {
    title: 'Formula without a result',
    formula: 'every formula has its result stored, and no error',
    says: ['{where}: the formula “{1}” has no result stored, or an error.', 'A formula has no result stored, or an error.'],
  },
  'FORMULA-DIFFERS': {
    title: 'Formula and its result differ',
    formula: 'the result stored of a sum is that of its terms',
    says: [
      '{where}: the result stored of the formula “{1}” is not that of its terms.',
      'The result stored of a formula is not that of its terms.',
    ],
  },
  'TRACKED-CHANGES': {
    title: 'Tracked changes',
    formula: 'the file has no changes that nobody accepted (insertions count, deletions do not)',
    says: ['The file has tracked changes that nobody accepted: insertions count, deletions do not.'],
  },
  'PICTURE-UNREAD': {
    title: 'Picture not read',
    formula: 'pictures that may be tables are read',
    says: ['A picture that may be a table was not read.'],
  },
};
