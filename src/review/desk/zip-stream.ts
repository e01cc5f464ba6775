import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of an archive. */
export interface ZipMember {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Bytes. Archives of the plain kind end here, and so does what a browser should fetch in one piece. */
const MOST = 4_000_000_000;

/** A ZIP archive, piece by piece as its files come: one file is in memory at a time. @throws RangeError where it would grow too large */
export async function* zipStream(members: AsyncIterable<ZipMember>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  let length = 0;
  const drain = function* () {
    if (failure) throw failure;
    const chunks = ready;
    ready = [];
    for (const chunk of chunks) {
      length += chunk.length;
      if (length > MOST) throw new RangeError('the archive would be larger than 4 GB');
      yield chunk;
    }
  };
  for await (const { path, bytes } of members) {
    // A workbook is a ZIP already.
    const file = path.endsWith('.xlsx') ? new ZipPassThrough(path) : new ZipDeflate(path);
    zip.add(file);
    file.push(bytes, true);
    yield* drain();
  }
  zip.end();
  yield* drain();
}
