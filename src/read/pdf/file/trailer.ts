/** How an encrypted file is locked stands in its trailer, in plain words. */
const ENTRIES = [/\/Encrypt\s+\d+\s+\d+\s+R\b/g, /\/Encrypt\s*<<[^>]*(?:>(?!>)[^>]*)*>>/g, /\/ID\s*\[[^\]]*\]/g];

/** A file without its end, and with one that names its root: where the cross-references are nowhere, engines find every object by themselves. */
export function withTrailer(body: Uint8Array, root: number, objects: number, locks: string): Uint8Array {
  const trailer = `\ntrailer\n<< /Root ${root} 0 R /Size ${objects} ${locks} >>\nstartxref\n0\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([body, Buffer.from(trailer, 'latin1')]));
}

/** The entries that say how a file is locked, as they stand last in its words; empty where it is not. */
export function locksIn(words: string): string {
  const found = ENTRIES.flatMap((entry) => words.match(entry)?.at(-1) ?? []);
  return found.some((entry) => entry.startsWith('/Encrypt')) ? found.join(' ') : '';
}
