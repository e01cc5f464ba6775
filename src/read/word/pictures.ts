import { descendants, type XmlElement } from '../xml.js';

/** A picture large enough for a table, as the text places it. */
export interface LargePicture {
  /** By which the part that it stands in names its file; null where several pictures are shown as one, or one is shown mirrored. */
  readonly id: string | null;
  /** pt. */
  readonly width: number;
  readonly height: number;
  /** Shares of the whole that are cut off: left, top, right, bottom. */
  readonly crop: readonly [left: number, top: number, right: number, bottom: number];
}

/** EMU: 360,000 a centimetre, 12,700 a point. A table that is a picture is at least so large; seals and emblems are smaller. */
const [WIDE, HIGH] = [3_600_000, 1_800_000];
const POINT = 12_700;

/** The picture of a drawing; null where it has none, or a small one. */
export function largePicture(drawing: XmlElement): LargePicture | null {
  const [blips, data] = [descendants(drawing, 'blip'), descendants(drawing, 'imagedata')];
  if (blips.length + data.length === 0) return null;
  const [cx, cy] = extentOf(drawing);
  if (!(cx >= WIDE && cy >= HIGH)) return null;
  const size = { width: cx / POINT, height: cy / POINT };
  const id =
    blips.length + data.length > 1 || isMirrored(drawing)
      ? undefined
      : (blips[0]?.attributes.get('embed') ?? data[0]?.attributes.get('id'));
  const isCropped = data.some(({ attributes }) => [...attributes.keys()].some((name) => name.startsWith('crop')));
  return { ...size, id: isCropped ? null : (id ?? null), crop: cropOf(descendants(drawing, 'srcRect')[0]) };
}

/** EMU. */
function extentOf(drawing: XmlElement): readonly [number, number] {
  const [extent] = descendants(drawing, 'extent');
  if (extent) return [Number(extent.attributes.get('cx')), Number(extent.attributes.get('cy'))];
  const style = descendants(drawing, 'shape')[0]?.attributes.get('style') ?? '';
  const points = (name: string) => Number(new RegExp(`(?:^|;)\\s*${name}:([\\d.]+)pt`, 'u').exec(style)?.[1] ?? 0) * POINT;
  return [points('width'), points('height')];
}

const isMirrored = (drawing: XmlElement): boolean =>
  descendants(drawing, 'xfrm').some(({ attributes }) =>
    [attributes.get('flipH'), attributes.get('flipV')].some((flip) => flip === '1' || flip === 'true'),
  );

/** `srcRect`: thousandths of a percent (ISO/IEC 29500-1, 20.1.8.55). Less than nothing is paper around the picture, and no matter. */
function cropOf(rectangle: XmlElement | undefined): LargePicture['crop'] {
  const share = (side: string) => Math.max(0, Number(rectangle?.attributes.get(side) ?? 0) / 100_000 || 0);
  return [share('l'), share('t'), share('r'), share('b')];
}
