/** Texts that people write into files beside a document. */
import { z } from 'zod';

/** One line: a control character has no place in print. */
export const words = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u);

/** Something, not only blanks. Two patterns: one would be slow on a megabyte of blanks. */
export const said = (most: number) => words(most).regex(/\S/u);

/** The day, such as 2026-01-31. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Which document a file is about. */
export const aboutDocument = z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
