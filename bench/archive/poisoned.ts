/** Documents that are out to eat a machine, made by the byte: what an archive from the open web must survive. */
import { deflateSync } from 'node:zlib';

/** A number from 0 to 1 makes them smaller, for tests. */
export function poisonedDocuments(size: number): Record<string, Uint8Array> {
  const spaces = deflateSync(Buffer.alloc(Math.ceil(1_000_000_000 * size), 0x20));
  const text = 'BT /F1 9 Tf 50 700 Td (abcdefgh) Tj ET\n';
  const flood = deflateSync(Buffer.from(text.repeat(Math.ceil((200_000_000 * size) / text.length))));
  return {
    'million-pages.pdf': pdf([CATALOG, pages(Array(Math.ceil(1_000_000 * size)).fill('3 0 R')), PAGE, FONT]),
    'count-lies.pdf': pdf([CATALOG, '<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>', PAGE, FONT, stream('', Buffer.from(text))]),
    'tree-in-a-circle.pdf': pdf([CATALOG, '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>', PAGE, FONT]),
    'nested-streams.pdf': pdf([
      CATALOG,
      pages(['3 0 R']),
      PAGE,
      FONT,
      stream(`/Filter [${'/FlateDecode '.repeat(3)}]`, deflateSync(deflateSync(spaces))),
    ]),
    'huge-image.pdf': pdf([
      CATALOG,
      pages(['3 0 R']),
      PAGE,
      FONT,
      stream('', Buffer.from('q 500 0 0 700 0 0 cm /I1 Do Q')),
      stream(
        '/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
        spaces,
      ),
    ]),
    'flood-of-text.pdf': pdf([CATALOG, pages(['3 0 R']), PAGE, FONT, stream('/Filter /FlateDecode', flood)]),
    'endless-xref.pdf': pdf([CATALOG, pages(['3 0 R']), PAGE, FONT, stream('', Buffer.from(text))], true),
    'form-in-itself.pdf': pdf([
      CATALOG,
      pages(['3 0 R']),
      PAGE,
      FONT,
      stream('', Buffer.from('/I1 Do')),
      stream('/Type /XObject /Subtype /Form /BBox [0 0 500 700] /Resources << /XObject << /I1 6 0 R >> >>', Buffer.from('/I1 Do /I1 Do')),
    ]),
  };
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> /XObject << /I1 6 0 R >> >> >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

const pages = (kids: readonly string[]) => `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`;

function stream(entries: string, data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`<< /Length ${data.length} ${entries} >>\nstream\n`), data, Buffer.from('\nendstream')]);
}

/** Objects numbered from 1. With `endless` the cross-reference table says that the one before it is itself. */
function pdf(objects: readonly (string | Buffer)[], endless = false): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const put = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    put(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const xref = length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`));
  put(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${endless ? ` /Prev ${xref}` : ''} >>\nstartxref\n${xref}\n%%EOF\n`));
  return Buffer.concat(parts);
}
