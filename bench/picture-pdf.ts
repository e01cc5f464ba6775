import { deflateSync } from 'node:zlib';

/** A page as pixels: red, green, blue, alpha. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const POINTS_PER_INCH = 72;

/** A PDF whose pages are pictures and nothing else, as a scanner makes them. */
export function picturesToPdf(pictures: readonly PagePicture[], dpi: number): Uint8Array {
  const objects: Buffer[] = [];
  const add = (head: string, stream?: Buffer) => {
    const body = stream
      ? [Buffer.from(`${head.slice(0, -2)} /Length ${stream.length} >>\nstream\n`), stream, Buffer.from('\nendstream')]
      : [Buffer.from(head)];
    objects.push(Buffer.concat([Buffer.from(`${objects.length + 1} 0 obj\n`), ...body, Buffer.from('\nendobj\n')]));
    return objects.length;
  };
  const kids = pictures.map((_, i) => 3 + 3 * i);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids.map((k) => `${k} 0 R`).join(' ')}] /Count ${kids.length} >>`);
  for (const picture of pictures) {
    const [w, h] = [(picture.width * POINTS_PER_INCH) / dpi, (picture.height * POINTS_PER_INCH) / dpi].map((n) => n.toFixed(2));
    const at = objects.length + 1;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${at + 1} 0 R /Resources << /XObject << /P ${at + 2} 0 R >> >> >>`,
    );
    add('<<  >>', Buffer.from(`${w} 0 0 ${h} 0 0 cm /P Do`));
    const size = `/Width ${picture.width} /Height ${picture.height}`;
    add(
      `<< /Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode >>`,
      deflateSync(rgbOf(picture)),
    );
  }
  return withTable(objects);
}

function rgbOf({ rgba, width, height }: PagePicture): Buffer {
  const rgb = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.set(rgba.subarray(4 * i, 4 * i + 3), 3 * i);
  return rgb;
}

/** The objects with their table of places and the trailer. */
function withTable(objects: readonly Buffer[]): Uint8Array {
  const head = Buffer.from('%PDF-1.7\n');
  let at = head.length;
  const places = objects.map((object) => {
    const place = at;
    at += object.length;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const tail = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([head, ...objects, Buffer.from(tail)]));
}
