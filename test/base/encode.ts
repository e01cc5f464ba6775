/** Texts as other programs save them. */

export function utf16(text: string, order: 'LE' | 'BE', mark = true): Buffer {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return order === 'LE' ? bytes : bytes.swap16();
}

let table: ReadonlyMap<string, readonly number[]> | null = null;

/** GBK, as Excel in China saves CSV; of the characters of two bytes. */
export function gbk(text: string): Buffer {
  table ??= twoByteCharacters();
  return Buffer.from([...text].flatMap((sign) => table?.get(sign) ?? [...Buffer.from(sign, 'ascii')]));
}

function twoByteCharacters(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const signs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\uFFFD') signs.set(sign, [lead, trail]);
    }
  return signs;
}
