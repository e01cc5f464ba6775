/**
 * One extracted document, as it leaves the house. The zod schemas here are the one source of the TypeScript types
 * and of `disclosure.schema.json` (JSON Schema 2020-12, written by `npm run schema`).
 *
 * Conventions: page numbers are physical, from 1; boxes are `[x0, y0, x1, y1]` in pt, origin top left of the page as a
 * person sees it; amounts are exact decimal strings, never floats.
 */
import { z } from 'zod';
import { families, OTHER } from '../extractors/families.js';
import { REASONS } from '../src/base/errors.js';
import { UNITS } from '../src/base/money.js';

/** A plain decimal without separators, exactly as many places as printed: `-12.30`. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
/** pt: `[x0, y0, x1, y1]`, origin top left of the displayed page. */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
/** Null in a document without pages: `ref` says where it stands. */
const place = box.nullable();
const ref = z
  .string()
  .min(1)
  .optional()
  .describe('Where it stands in a document without pages: `收入支出决算总表!C7`, `table 3, row 4, cell 2`');
const pageNumber = z.int().min(1);
const count = z.int().min(0);

const reason = z.enum(REASONS);

/** The forms of every family by meaning, never by their number, and `other` for every remaining table. */
export const FORMS: readonly string[] = [...families.flatMap((family) => family.forms.map(({ id }) => id)), OTHER];
const form = z.enum(FORMS);

/** How far a value can be trusted; `corrected`: a person says what is printed there. */
export const STATUSES = ['proved', 'uncontradicted', 'contradicted', 'unreadable', 'unchecked', 'corrected'] as const;
const status = z.enum(STATUSES);

/** What a person corrected: what was read before, why, and who says so. */
const correctionNote = { was: z.string().nullable(), reason: z.string(), by: z.string() };
const cellNote = z.strictObject(correctionNote);
const partNote = z.strictObject({ what: z.enum(['code', 'name', 'form', 'unit']), ...correctionNote });

/** One printed cell of a row: the ink's text and box, its value where it is a number, and how far it can be trusted. */
const value = z.strictObject({
  text: z.string(),
  value: decimal.nullable().describe('As printed, without separators; null where the print is no number or is unreadable'),
  yuan: decimal.nullable().describe('The value in 元; null where there is no value or the unit is unknown'),
  page: pageNumber,
  box: place,
  ref,
  method: z.enum(['text', 'ocr']),
  status: status.nullable().describe('null for text and for —'),
  percent: z.literal(true).optional().describe('A percentage: `value` is the number before the sign, `yuan` is null'),
  correction: cellNote.optional().describe('Where a person corrected the cell; its status is then `corrected`'),
});

const column = z.strictObject({
  key: z.string().min(1).describe('The canonical name, unique within the table'),
  path: z.array(z.string()).describe('Header texts from top to leaf as printed, white space removed'),
  ordinal: z.string().nullable().describe('The printed 栏次'),
});

const row = z.strictObject({
  kind: z.enum(['item', 'subtotal', 'total', 'group']),
  code: z.string().nullable(),
  level: z.enum(['类', '款', '项']).nullable(),
  name: z.string().nullable(),
  line: z.string().nullable().describe('The printed 行次'),
  panel: z.string().nullable(),
  concept: z.string().nullable(),
  bookName: z
    .string()
    .optional()
    .describe('The name of the code in the code book, where the printed one is cut off or missing; `name` stays as printed'),
  unit: z
    .strictObject({ code: z.string().nullable(), name: z.string().nullable() })
    .optional()
    .describe('The unit (预算单位) that the row is about or stands below, as printed'),
  codes: z
    .strictObject({ function: z.string().optional(), economic: z.string().optional(), government: z.string().optional() })
    .optional()
    .describe("Codes of other classifications beside the row's own, where they are printed"),
  cells: z.record(z.string(), value),
  corrections: z.array(partNote).optional().describe('Where a person corrected its code or name'),
});

const gridCell = z.strictObject({
  row: count,
  column: count,
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
  text: z.string(),
  page: pageNumber,
  box: place,
  ref,
});

const table = z.strictObject({
  form,
  number: z.string().nullable(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  unit: z.enum(UNITS).nullable(),
  pages: z.array(pageNumber).min(1),
  empty: z.strictObject({ statement: z.string().nullable() }).nullable(),
  columns: z.array(column),
  rows: z.array(row),
  fields: z.record(z.string(), z.string()),
  notes: z.array(z.string()),
  grid: z.strictObject({ rows: count, columns: count, cells: z.array(gridCell) }),
  corrections: z.array(partNote).optional().describe('Where a person corrected its form or unit'),
});

const finding = z.strictObject({
  rule: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/),
  severity: z.enum(['error', 'warning', 'info']),
  verdict: z.enum(['rounding', 'publisher', 'reading', 'unknown']),
  message: z.string().min(1).describe('One Chinese sentence a journalist can quote'),
  expected: z.string().nullable().optional(),
  found: z.string().nullable().optional(),
  difference: z.string().nullable().optional(),
  tolerance: z.string().nullable().optional(),
  cells: z.array(
    z.strictObject({
      table: count.describe('Index into tables'),
      row: count.nullable().describe('Index into the rows of that table; null where the finding is about a whole table or column'),
      column: z.string().nullable().describe('Column key'),
      page: pageNumber,
      box: place,
      ref,
    }),
  ),
  quote: z
    .strictObject({
      section: count.nullable().describe('Index into sections; null where the sentence stands in no section'),
      page: pageNumber,
      box: place,
      ref,
      text: z.string(),
    })
    .optional(),
});

const page = z.strictObject({
  number: pageNumber,
  width: z.number().describe('pt, as displayed'),
  height: z.number().describe('pt, as displayed'),
  rotation: z.number().describe('Degrees of /Rotate, already applied to width, height and every box'),
  method: z.enum(['text', 'ocr', 'none']),
  reason: reason.nullable().describe('Why the page could not be read; null where it was'),
  unplaced: z.array(z.strictObject({ text: z.string(), box })),
  pictures: z
    .enum(['ignored', 'read'])
    .optional()
    .describe(
      'What became of pictures large enough to hold a table: none shows one, or OCR has read them; missing where there are none, or OCR is off or could not run',
    ),
});

const section = z.strictObject({
  heading: z.string().nullable(),
  level: z.int().min(0),
  pages: z.array(pageNumber).min(1),
  text: z.string(),
});

/** Glyphs counted one by one, each in exactly one place; `glyphs` is the sum of the others. */
const coverage = z.strictObject({
  glyphs: count,
  inTables: count,
  inProse: count,
  furniture: count,
  doubled: count,
  invisible: count,
  unplaced: count,
});

/** What became of one entry of the corrections file that lies beside the document. */
const appliedCorrection = z.strictObject({
  index: count.describe('In the corrections file'),
  state: z.enum(['applied', 'refused']),
  why: z.string().nullable().describe('Why it was refused'),
});

const disclosure = z.strictObject({
  $schema: z.literal('disclosure.schema.json'),
  schemaVersion: z.literal('1'),
  tool: z.strictObject({ name: z.literal('juesuan'), version: z.string() }),
  source: z.strictObject({
    name: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: count,
    mediaType: z.string(),
    pages: count.nullable(),
    producer: z.string().nullable(),
    files: z
      .array(z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: count, mediaType: z.string() }))
      .optional()
      .describe('The files of a document in several, in the order in which they were read; `sha256` is then the hash of their hashes'),
  }),
  outcome: z.strictObject({
    status: z.enum(['ok', 'partial', 'failed']),
    reason: reason.nullable(),
    message: z.string().nullable(),
  }),
  document: z.strictObject({
    kind: z.enum([...families.flatMap(({ kinds }) => kinds), 'other']),
    department: z.string().nullable(),
    departmentId: z
      .string()
      .nullable()
      .describe('The key of the department, the same over years and spellings: the code of its region and its name without the place'),
    year: z.int().nullable(),
    region: z.strictObject({
      code: z.string().nullable(),
      name: z.string().nullable(),
      path: z.array(z.string()).nullable(),
    }),
  }),
  pages: z.array(page),
  tables: z.array(table),
  sections: z.array(section),
  findings: z.array(finding),
  coverage,
  corrections: z.array(appliedCorrection).optional().describe('One for each entry of the corrections file, where there is one'),
});

export type Disclosure = z.infer<typeof disclosure>;
export type DisclosureTable = z.infer<typeof table>;
export type DisclosureRow = z.infer<typeof row>;
export type DisclosureColumn = z.infer<typeof column>;
export type DisclosureValue = z.infer<typeof value>;
export type DisclosureGridCell = z.infer<typeof gridCell>;
export type PartNote = z.infer<typeof partNote>;
export type AppliedCorrection = z.infer<typeof appliedCorrection>;
export type Finding = z.infer<typeof finding>;
export type Coverage = z.infer<typeof coverage>;
/** The id of a form, or `other`. */
export type Form = z.infer<typeof form>;

/** Throws with the path of the first wrong field where `candidate` is not a Disclosure. */
export function parseDisclosure(candidate: unknown): Disclosure {
  return disclosure.parse(candidate);
}

/** The schema as JSON Schema 2020-12, for validators in other languages. */
export function disclosureJsonSchema(): Record<string, unknown> {
  return { $id: 'disclosure.schema.json', title: 'juesuan disclosure', ...z.toJSONSchema(disclosure, { target: 'draft-2020-12' }) };
}
