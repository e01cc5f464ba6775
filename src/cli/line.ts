/** Texts from outside on a terminal: a control character could move the cursor or change it. */
export const harmlessLine = (line: string): string => line.replace(/\p{Cc}|\p{Cf}/gu, '');
