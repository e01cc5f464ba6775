/**
 * What a person thinks of the findings of one document, kept beside it as `<stem>.triage.json`. The zod schemas here are the one source of
 * the TypeScript types and of `triage.schema.json` (JSON Schema 2020-12, written by `npm run schema`).
 *
 * A judgement names its finding by what does not change when the document is read again: the rule, the places (page and box; in a document
 * without pages `ref`), what is expected and what was found. It holds for the document with this sha256 alone; one whose finding is there no
 * more is kept.
 */
import { z } from 'zod';
import { aboutDocument, day, said } from './texts.js';

/** Characters. */
const LONGEST = { message: 4000, amount: 200, ref: 400, note: 4000, by: 100 };

/** Places that name a finding; of one with more of them the first in the order of the pages. */
export const MOST_PLACES = 40;

/** Findings of one document that are judged. */
const MOST_JUDGEMENTS = 20_000;

/** 属实, 误报, 待核, 待问 */
const TRIAGE_STATES = ['confirmed', 'dismissed', 'check', 'ask'] as const;

const place = z.strictObject({
  page: z.int().min(1),
  box: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .optional()
    .describe('pt: [x0, y0, x1, y1], origin top left of the displayed page'),
  ref: said(LONGEST.ref).optional().describe('In a document without pages, as in its results: `收入支出决算总表!C7`'),
});

const identity = z.strictObject({
  rule: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/),
  expected: z.string().max(LONGEST.amount).nullable(),
  found: z.string().max(LONGEST.amount).nullable(),
  places: z.array(place).max(MOST_PLACES).describe('Its cells and its sentence, page by page'),
  message: z
    .string()
    .max(LONGEST.message)
    .describe('What it said when it was judged; tells it from others of the same rule at the same places, and a reader what it was'),
});

const judged = z.strictObject({
  state: z.enum(TRIAGE_STATES).describe('属实: it holds; 误报: it does not; 待核: to be compared with the print; 待问: to be asked'),
  note: z
    .string()
    .max(LONGEST.note)
    .regex(/^(?:[^\p{Cc}]|\n)*$/u),
});

const judgement = z.strictObject({
  finding: identity,
  ...judged.shape,
  by: said(LONGEST.by),
  on: day.optional().describe('The day, such as 2026-01-31'),
});

const file = z.strictObject({
  $schema: z.literal('triage.schema.json'),
  schemaVersion: z.literal('1'),
  document: aboutDocument,
  judgements: z.array(judgement).max(MOST_JUDGEMENTS),
});

/** What of a finding survives another run. */
export type FindingIdentity = z.infer<typeof identity>;
/** State and note, without who says so. */
export type Judged = z.infer<typeof judged>;
export type Judgement = z.infer<typeof judgement>;
export type TriageState = Judgement['state'];
export type Triage = z.infer<typeof file>;

/** Throws a ZodError where `candidate` is not a whole and right triage file. */
export function parseTriage(candidate: unknown): Triage {
  return file.parse(candidate);
}

/** What the page asks for: the findings it means by their keys, how they stood when it was looked at, and how they are to stand. */
const changes = z.strictObject({
  changes: z
    .array(z.strictObject({ key: z.string().max(40), was: judged.nullable(), now: judged.nullable() }))
    .min(1)
    .max(MOST_JUDGEMENTS),
});

export type TriageChange = z.infer<typeof changes>['changes'][number];

/** Throws a ZodError where `candidate` asks for no change of judgements. */
export function parseTriageChanges(candidate: unknown): TriageChange[] {
  return changes.parse(candidate).changes;
}

/** The schema as JSON Schema 2020-12, for other programs. */
export function triageJsonSchema(): Record<string, unknown> {
  return { $id: 'triage.schema.json', title: 'juesuan triage', ...z.toJSONSchema(file, { target: 'draft-2020-12' }) };
}
