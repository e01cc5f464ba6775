import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Characters that are gathered before they are compressed: small pieces cost more. */
const ENOUGH = 65_536;

/** A ZIP archive in memory. Only what is compressed is kept. */
export class ZipWriter {
  private readonly chunks: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();
  /** The first day a ZIP archive can name, in local time as its format has it: the same bytes whatever the clock says and wherever. */
  private readonly earliest = new Date(1980, 0, 1);
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  /** Adds a file from the pieces of its text. */
  add(path: string, pieces: Iterable<string>): void {
    const file = new ZipDeflate(path);
    file.mtime = this.earliest;
    this.zip.add(file);
    let gathered = '';
    for (const piece of pieces) {
      gathered += piece;
      if (gathered.length < ENOUGH) continue;
      file.push(this.encoder.encode(gathered));
      gathered = '';
    }
    file.push(this.encoder.encode(gathered), true);
  }

  /** Adds a file that is compressed already, such as a picture. */
  addStored(path: string, bytes: Uint8Array): void {
    const file = new ZipPassThrough(path);
    file.mtime = this.earliest;
    this.zip.add(file);
    file.push(bytes, true);
  }

  /** The whole archive. Nothing can be added to it any more. */
  end(): Uint8Array {
    this.zip.end();
    const bytes = new Uint8Array(this.chunks.reduce((size, chunk) => size + chunk.length, 0));
    let offset = 0;
    for (const chunk of this.chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    return bytes;
  }
}
