import { createHash } from 'node:crypto';

/** How the file is locked, by the oldest of the standard handlers: RC4 with 40 bits (ISO 32000-1, 7.6, V 1, R 2). */
export interface Lock {
  readonly owner: string;
  /** Empty: anyone may open it. */
  readonly user: string;
}

export interface PageEntries {
  readonly mediaBox?: string;
  readonly cropBox?: string;
  readonly rotate?: number;
  /** Further fonts: `/T3 7 0 R`. */
  readonly fonts?: string;
  /** Further resources: `/XObject << /Fm 7 0 R >>`. */
  readonly resources?: string;
  /** Further entries: `/Annots [7 0 R]`. */
  readonly entries?: string;
}

interface Body {
  readonly dictionary: string;
  readonly data: Buffer | null;
}

/**
 * A PDF small enough to read, assembled object by object. Pages are 200 × 100 pt. Its fonts, none of them embedded:
 * `/Helv` Helvetica, `/Song` STSong-Light with UniGB-UCS2-H, `/SongV` the same set vertically, `/SongGbk` with GBK-EUC-H.
 */
export class TinyPdf {
  /** Further entries of the catalog: `/OCProperties << … >>`. */
  catalog = '';
  /** Entries of the information dictionary; none in a locked file, whose strings are not encrypted here. */
  info = '';
  private readonly bodies: Body[] = [];
  private readonly kids: string[] = [];
  private readonly root = this.add('');
  private readonly tree = this.add('');
  private readonly fonts = [
    `/Helv ${this.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')}`,
    `/Song ${this.song('UniGB-UCS2-H')}`,
    `/SongV ${this.song('UniGB-UCS2-V')}`,
    `/SongGbk ${this.song('GBK-EUC-H')}`,
  ].join(' ');

  /** An object; gives its reference, `7 0 R`. */
  add(dictionary: string): string {
    return this.put({ dictionary, data: null });
  }

  /** A stream; `entries` are those of its dictionary but `/Length`. */
  stream(entries: string, data: string | Buffer): string {
    return this.put({ dictionary: entries, data: Buffer.from(data as string, 'latin1') });
  }

  page(content: string, entries: PageEntries = {}): void {
    this.addPage(`/Contents ${this.stream('', content)}`, entries);
  }

  /** A page whose `/Contents` are said in PDF's own words. */
  addPage(contents: string, page: PageEntries = {}): void {
    const { mediaBox = '0 0 200 100', cropBox, rotate = 0, fonts = '', resources = '', entries = '' } = page;
    const boxes = `/MediaBox [${mediaBox}] ${cropBox ? `/CropBox [${cropBox}]` : ''} /Rotate ${rotate}`;
    const shared = `/Resources << /Font << ${this.fonts} ${fonts} >> ${resources} >>`;
    this.kids.push(this.add(`<< /Type /Page /Parent ${this.tree} ${boxes} ${shared} ${contents} ${entries} >>`));
  }

  /** A kid of the page tree that may be anything. */
  kid(reference: string): void {
    this.kids.push(reference);
  }

  bytes(lock?: Lock): Uint8Array {
    this.set(this.root, `<< /Type /Catalog /Pages ${this.tree} ${this.catalog} >>`);
    this.set(this.tree, `<< /Type /Pages /Kids [${this.kids.join(' ')}] /Count ${this.kids.length} >>`);
    const id = Buffer.alloc(16, 7);
    const locked = lock && lockWith(lock, id);
    let trailer = `/Root ${this.root} /ID [<${id.toString('hex')}> <${id.toString('hex')}>] /Info << ${this.info} >>`;
    if (locked) trailer += ` /Encrypt << ${locked.entries} >>`;
    return fileOf(
      this.bodies.map((body, i) => bodyBytes(body, locked ? locked.keyOf(i + 1) : null)),
      trailer,
    );
  }

  private put(body: Body): string {
    return `${this.bodies.push(body)} 0 R`;
  }

  private set(reference: string, dictionary: string): void {
    this.bodies[Number.parseInt(reference, 10) - 1] = { dictionary, data: null };
  }

  private song(encoding: string): string {
    const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>';
    const metrics = '/Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93';
    const descriptor = this.add(`<< /Type /FontDescriptor /FontName /STSong-Light ${metrics} >>`);
    const widths = `/DW 1000 /FontDescriptor ${descriptor}`;
    const face = this.add(`<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ${system} ${widths} >>`);
    return this.add(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${face}] >>`);
  }
}

/** UTF-16BE in hexadecimal, as `/Song` wants its strings. */
export function ucs2(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function bodyBytes({ dictionary, data }: Body, key: Buffer | null): Buffer {
  if (!data) return Buffer.from(dictionary, 'latin1');
  const written = key ? rc4(key, data) : data;
  const head = `<< ${dictionary} /Length ${written.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), written, Buffer.from('\nendstream')]);
}

/** Header, objects, cross-reference table, trailer. */
function fileOf(bodies: readonly Buffer[], trailer: string): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  let at = chunks[0]?.length ?? 0;
  const push = (chunk: Buffer) => {
    chunks.push(chunk);
    at += chunk.length;
  };
  bodies.forEach((body, i) => {
    offsets.push(at);
    push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = `/Size ${bodies.length + 1}`;
  push(
    Buffer.from(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(chunks));
}

/** ISO 32000-1, 7.6.3.3: what a password is filled up with. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const KEY_BYTES = 5;

/** Algorithms 1 to 4 of ISO 32000-1, 7.6. */
function lockWith({ owner, user }: Lock, id: Buffer): { entries: string; keyOf: (object: number) => Buffer } {
  const permissions = -4;
  const p = Buffer.alloc(4);
  p.writeInt32LE(permissions);
  const o = rc4(md5(padded(owner)).subarray(0, KEY_BYTES), padded(user));
  const key = md5(Buffer.concat([padded(user), o, p, id])).subarray(0, KEY_BYTES);
  const u = rc4(key, PADDING);
  return {
    entries: `/Filter /Standard /V 1 /R 2 /O <${o.toString('hex')}> /U <${u.toString('hex')}> /P ${permissions}`,
    keyOf: (object) => md5(Buffer.concat([key, Buffer.from([object, object >> 8, object >> 16, 0, 0])])).subarray(0, KEY_BYTES + 5),
  };
}

const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest();
const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);

/** RC4 by hand: OpenSSL 3 no longer offers it. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const s = Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number) => s[i & 255] ?? 0;
  const swap = (i: number, j: number) => {
    [s[i], s[j]] = [at(j), at(i)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
