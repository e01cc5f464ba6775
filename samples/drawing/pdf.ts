/** The outermost layer of a PDF: numbered objects, cross-reference table, trailer. The same objects give the same bytes anywhere. */
import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';

/** The number of an object. */
export type Ref = number;

/** Fixed, so that a sample drawn again is the same file. */
const DATE = '(D:20250901090000Z)';

/** `12 0 R` */
export function to(ref: Ref): string {
  return `${ref} 0 R`;
}

/** Text as a PDF string: UTF-16BE with a byte order mark, in hexadecimal. */
export function pdfText(text: string): string {
  return `<FEFF${ucs2(text)}>`;
}

/** UTF-16BE in hexadecimal. */
export function ucs2(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase()).join('');
}

/** At most two decimals, no trailing zeros: what a content stream holds. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export class PdfFile {
  #bodies: Uint8Array[] = [];

  /** An object number whose body `set` gives later. */
  reserve(): Ref {
    return this.#bodies.push(new Uint8Array());
  }

  set(ref: Ref, body: string): void {
    this.#bodies[ref - 1] = latin1(body);
  }

  add(body: string): Ref {
    const ref = this.reserve();
    this.set(ref, body);
    return ref;
  }

  /** A compressed stream; `entries` are further entries of its dictionary. */
  addStream(bytes: Uint8Array | string, entries = ''): Ref {
    const plain = typeof bytes === 'string' ? latin1(bytes) : bytes;
    const packed = zlibSync(plain, { level: 9 });
    const ref = this.reserve();
    const head = latin1(`<< /Length ${packed.length} /Filter /FlateDecode ${entries}>>\nstream\n`);
    this.#bodies[ref - 1] = Buffer.concat([head, packed, latin1('\nendstream')]);
    return ref;
  }

  /** The whole file. */
  finish(catalog: Ref, title: string): Uint8Array {
    const info = this.add(
      `<< /Title ${pdfText(title)} /Producer (juesuan samples) /Creator (juesuan samples) /CreationDate ${DATE} /ModDate ${DATE} >>`,
    );
    const chunks = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    const offsets: number[] = [];
    let offset = chunks[0]?.length ?? 0;
    this.#bodies.forEach((body, index) => {
      offsets.push(offset);
      const chunk = Buffer.concat([latin1(`${index + 1} 0 obj\n`), body, latin1('\nendobj\n')]);
      chunks.push(chunk);
      offset += chunk.length;
    });
    const id = createHash('md5').update(Buffer.concat(chunks)).digest('hex').toUpperCase();
    const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
    const size = offsets.length + 1;
    const trailer = `trailer\n<< /Size ${size} /Root ${to(catalog)} /Info ${to(info)} /ID [<${id}> <${id}>] >>\n`;
    chunks.push(latin1(`xref\n0 ${size}\n0000000000 65535 f \n${entries}${trailer}startxref\n${offset}\n%%EOF\n`));
    return Buffer.concat(chunks);
  }
}

function latin1(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(text, 'latin1');
}
