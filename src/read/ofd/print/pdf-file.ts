import { deflateSync } from 'node:zlib';

/** A PDF as it is written: objects one after the other, then the table of where they stand. */
export class PdfFile {
  private readonly objects: Uint8Array[] = [];

  /** Writes an object. @returns how others refer to it */
  add(body: string): string {
    return this.push(Buffer.from(body, 'latin1'));
  }

  /** @param entries of its dictionary, beside the length @param packed its bytes are in the form that the entries name; else they are deflated here */
  addStream(entries: string, bytes: Uint8Array, packed = false): string {
    const data = packed ? bytes : deflateSync(bytes);
    const filter = packed ? '' : ' /Filter /FlateDecode';
    const head = Buffer.from(`<< ${entries}${filter} /Length ${data.length} >>\nstream\n`, 'latin1');
    return this.push(Buffer.concat([head, data, Buffer.from('\nendstream', 'latin1')]));
  }

  /** @param root its catalogue */
  toBytes(root: string): Uint8Array {
    const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
    const offsets: number[] = [];
    let at = parts[0]?.length ?? 0;
    const write = (bytes: Uint8Array) => {
      parts.push(bytes);
      at += bytes.length;
    };
    this.objects.forEach((object, i) => {
      offsets.push(at);
      write(Buffer.from(`${i + 1} 0 obj\n`, 'latin1'));
      write(object);
      write(Buffer.from('\nendobj\n', 'latin1'));
    });
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const size = offsets.length + 1;
    const head = `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
    write(Buffer.from(`${head}trailer\n<< /Size ${size} /Root ${root} >>\nstartxref\n${at}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(parts);
  }

  private push(object: Uint8Array): string {
    this.objects.push(object);
    return `${this.objects.length} 0 R`;
  }
}
