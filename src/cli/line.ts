/** A text of a document for a terminal, without control characters: they could move the cursor or change colours. */
export const harmlessLine = (line: string): string => line.replace(/\p{Cc}|\p{Cf}/gu, '');
