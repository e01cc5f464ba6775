/** Yi syllables, which no document here prints, whose code has two bytes of the signs of GB 2312: U+A3AC is ，. */
const STAND_INS = /[\ua1a1-\ua1fe\ua2a1-\ua2fe\ua3a1-\ua3fe]/gu;
/** The full stop of GB 2312, which is drawn as the ideographic one by the fonts in question. */
const FULL_STOP = '\ua3ae';

/**
 * The text with signs in place of syllables of the Yi. Older Chinese typesetters take the code of GB 2312 for that of Unicode in the maps of
 * their fonts for punctuation and digits: a person sees ，; the map says ꎬ.
 */
export const withSigns = (text: string): string => text.replace(STAND_INS, (letter) => signs().get(letter) ?? letter);

let made: ReadonlyMap<string, string> | null = null;

/** Made when the first is met: most documents have none. */
function signs(): ReadonlyMap<string, string> {
  made ??= new Map([...codes()].flatMap(([letter, bytes]) => signOf(letter, bytes)));
  return made;
}

function* codes(): Generator<readonly [letter: string, bytes: Uint8Array]> {
  for (const high of [0xa1, 0xa2, 0xa3]) {
    for (let low = 0xa1; low <= 0xfe; low++) yield [String.fromCharCode(high * 0x100 + low), new Uint8Array([high, low])];
  }
}

/** None where GB 2312 has no sign of that code. */
function signOf(letter: string, bytes: Uint8Array): [string, string][] {
  if (letter === FULL_STOP) return [[letter, '。']];
  const sign = new TextDecoder('gb18030').decode(bytes);
  return /[\p{Co}\ufffd]/u.test(sign) ? [] : [[letter, sign]];
}
