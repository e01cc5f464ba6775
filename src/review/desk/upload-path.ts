/** Folders above a file. Published archives of documents have five. */
const DEEPEST = 16;
/** Bytes of a name in UTF-8: file systems take 255, and results add up to 17 to it. */
const LONGEST = 200;

/** Names that Windows takes for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * The path of a dropped file below a folder of ours, in parts, from the path that the page gives: no part leads up, is hidden or is more than
 * a name. Null where no name is left, or the folders are too many.
 */
export function safeParts(given: string): string[] | null {
  const parts = given.split(/[/\\]/u).flatMap((part) => safeName(part) ?? []);
  return parts.length === 0 || parts.length > DEEPEST + 1 || safeName(given.split(/[/\\]/u).at(-1) ?? '') === null ? null : parts;
}

/** A name that every file system takes; null where nothing is left of it. */
function safeName(part: string): string | null {
  // Half a pair of code units is no name.
  const name = Buffer.from(part)
    .toString()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  if (name === '') return null;
  return shorten(DEVICE.test(name) ? `_${name}` : name);
}

/** As much of a name as fits, with its ending. */
function shorten(name: string): string {
  const ending = /(?:\.[A-Za-z]{1,12}){1,2}$/u.exec(name)?.[0] ?? '';
  let kept = '';
  for (const letter of name.slice(0, name.length - ending.length)) {
    if (Buffer.byteLength(kept + letter + ending) > LONGEST) break;
    kept += letter;
  }
  return kept + ending;
}
