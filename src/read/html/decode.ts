/** Bytes in which a page names its encoding (HTML Living Standard, 13.2.3.2, has 1,024; exports of old systems begin with more). */
const HEAD = 8192;
const CHARSET = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/iu;

/** A page's text: as its byte order mark says, else as it says itself, else UTF-8 where it is that, else the Chinese standard. */
export function decodePage(bytes: Uint8Array): string {
  const marked = byMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const [, meta, xml] = CHARSET.exec(head) ?? [];
  const named = encodingOf(meta ?? xml ?? null);
  try {
    return new TextDecoder(named ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What a page says of itself may be wrong: a text that is UTF-8 by chance does not occur.
    return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : new TextDecoder('gb18030').decode(bytes);
  }
}

function byMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Pages in GBK call themselves gb2312; GB 18030 reads all of them. */
function encodingOf(name: string | null): string | null {
  if (name === null) return null;
  if (/^(?:gb_?2312|gb_?2312-80|gbk|gb18030|x-gbk|cp936|ms936|windows-936|hz-gb-2312)$/iu.test(name)) return 'gb18030';
  // A page in letters of two bytes has said so by its mark; this one could not be read so far.
  if (/^utf-16/iu.test(name)) return 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
