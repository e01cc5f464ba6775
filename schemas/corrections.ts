/**
 * What a person corrected in one document, kept beside it as `<stem>.corrections.json`. The zod schemas here are the one source of the
 * TypeScript types and of `corrections.schema.json` (JSON Schema 2020-12, written by `npm run schema`).
 *
 * Each correction names its place (physical page, box in pt; in a document without pages the number of the sheet and `ref`), what was read
 * there when it was made (`was`), what should be read (`now`), why, and who says so. It holds for the document with this sha256 alone, and
 * only as long as the place still reads as it did.
 */
import { z } from 'zod';
import { UNITS } from '../src/base/money.js';
import { FORMS } from './disclosure.js';
import { aboutDocument, day, said, words } from './texts.js';

/** Characters. More than any printed cell, name or good reason has. */
const LONGEST = { text: 200, ref: 400, reason: 1000, by: 100 };

/** Where something is printed. */
const onPage = {
  page: z.int().min(1),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('pt: [x0, y0, x1, y1], origin top left of the displayed page'),
};
/** Where something stands in a document without pages. */
const inSheet = {
  page: z.int().min(1).describe('The number of the sheet, or 1'),
  box: z.null().optional(),
  ref: said(LONGEST.ref).describe(
    'In a document without pages, as in its results: `收入支出决算总表!C7`, `table 3, row 4, cell 2`; of a row or a table, any of its cells',
  ),
};
const who = {
  reason: said(LONGEST.reason),
  by: said(LONGEST.by),
  on: day.optional().describe('The day, such as 2026-01-31'),
};
const text = words(LONGEST.text).nullable();

/** Corrections of each kind whose place is said in one way. */
const placed = <Place extends z.ZodRawShape>(place: Place) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('cell'),
      ...place,
      was: z.strictObject({ text: text.describe('The text that was read; null where the cell was blank') }),
      now: z.strictObject({
        text: words(LONGEST.text).describe('The text as printed; its value follows from it. Empty: the cell is blank'),
      }),
      ...who,
    }),
    z.strictObject({
      kind: z.literal('row'),
      ...place,
      was: z.strictObject({ code: text, name: text }),
      now: z.strictObject({ code: text.optional(), name: text.optional() }).describe('What is left out stays as it was read'),
      ...who,
    }),
    z.strictObject({
      kind: z.literal('table'),
      ...place,
      was: z.strictObject({ form: z.enum(FORMS), unit: text }),
      now: z.strictObject({ form: z.enum(FORMS).optional(), unit: z.enum(UNITS).nullable().optional() }),
      ...who,
    }),
  ]);

const correction = z.union([placed(onPage), placed(inSheet)]);

const head = {
  $schema: z.literal('corrections.schema.json'),
  schemaVersion: z.literal('1'),
  document: aboutDocument,
};
const file = z.strictObject({ ...head, corrections: z.array(correction).max(10_000) });
/** A file of which single corrections may be wrong. */
const loose = z.strictObject({ ...head, corrections: z.array(z.unknown()).max(10_000) });

export type Correction = z.infer<typeof correction>;
export type CellCorrection = Extract<Correction, { readonly kind: 'cell' }>;
export type RowCorrection = Extract<Correction, { readonly kind: 'row' }>;
export type TableCorrection = Extract<Correction, { readonly kind: 'table' }>;
export type Corrections = z.infer<typeof file>;

/** A corrections file as far as it can be used: an entry that is none is the sentence that says why. */
export interface ReadCorrections {
  readonly document: Corrections['document'];
  readonly entries: readonly (Correction | string)[];
}

/** Throws a ZodError where `candidate` is no corrections file at all; single entries that are wrong stand as what is wrong with them. */
export function parseCorrections(candidate: unknown): ReadCorrections {
  const { document, corrections } = loose.parse(candidate);
  const entries = corrections.map((each) => {
    const parsed = correction.safeParse(each);
    return parsed.success ? parsed.data : whyWrong(parsed.error);
  });
  return { document, entries };
}

/** Throws where `candidate` is not a whole and right corrections file. */
export function parseCorrectionsStrictly(candidate: unknown): Corrections {
  return file.parse(candidate);
}

/** Throws a ZodError where `candidate` is no correction. */
export function parseCorrection(candidate: unknown): Correction {
  return correction.parse(candidate);
}

/** The field and what is wrong with it. */
export function whyWrong({ issues }: Pick<z.ZodError, 'issues'>): string {
  const [issue] = issues;
  if (!issue) return 'unknown';
  // Of the ways in which it could be written, that from which it differs least.
  const [nearest] = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
  return nearest ? whyWrong({ issues: nearest }) : `${issue.path.join('.') || 'correction'}: ${issue.message}`;
}

/** The schema as JSON Schema 2020-12, for other programs. */
export function correctionsJsonSchema(): Record<string, unknown> {
  return { $id: 'corrections.schema.json', title: 'juesuan corrections', ...z.toJSONSchema(file, { target: 'draft-2020-12' }) };
}
