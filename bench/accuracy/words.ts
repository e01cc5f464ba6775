/** Text as it is compared: without blanks and marks, in one width. */
export const words = (text: string) => text.normalize('NFKC').replace(/[\s“”"„‟〝〞'‘’，,、．。.：:；;·•…⋯]+/gu, '');
