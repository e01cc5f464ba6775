import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { DisclosureError } from '../../base/errors.js';
import { htmlElement } from '../../base/xml.js';
import type { Box } from '../../model/glyph.js';
import { NotOnPage, type Pictures } from '../../picture/pictures.js';
import { pngUrl } from '../../picture/png.js';
import type { Html } from './markup.js';

/** Pictures of one report, and bytes of all of them: it is to open in a mail too. */
const MOST = 40;
const MOST_BYTES = 6_000_000;
/** Pixels per inch: sharp on a screen. */
const DPI = 144;
const POINTS_PER_INCH = 72;
/** pt. What is shown around a sentence; above and below a cell; and the widest strip of a row. */
const AROUND = 6;
const ABOVE = 14;
const WIDEST = 560;

type Place = { readonly page: number; readonly mark: Box; readonly shown: Box };

/** Cuts the print out that findings speak of, as long as there is room. */
export class Crops {
  private readonly made = new Map<string, Html>();
  private bytes = 0;

  /** @param pictures null: none can be made */
  constructor(
    private readonly disclosure: Disclosure,
    private readonly pictures: Pictures | null,
  ) {}

  /** The sentence of a finding and its likeliest culprit, those that have a place; each picture once in a report. */
  async of(finding: Finding): Promise<Html> {
    const crops: Html[] = [];
    for (const place of this.placesOf(finding)) crops.push(await this.crop(place));
    return crops.join('');
  }

  private placesOf({ quote, cells }: Finding): Place[] {
    const places: Place[] = [];
    if (quote?.box) places.push({ page: quote.page, mark: quote.box, shown: grown(quote.box, AROUND, AROUND) });
    const cell = cells.find(({ box }) => box !== null);
    if (cell?.box) places.push({ page: cell.page, mark: cell.box, shown: this.rowOf(cell.table, cell.page, cell.box) });
    return places;
  }

  /** The cell with what stands left of it: a number alone says little. */
  private rowOf(table: number, page: number, box: Box): Box {
    const cells = (this.disclosure.tables[table]?.grid.cells ?? []).filter((cell) => cell.page === page);
    const middle = (box[1] + box[3]) / 2;
    const line = cells.filter((cell) => cell.box[1] <= middle && middle <= cell.box[3] && cell.box[2] - cell.box[0] < WIDEST);
    const left = Math.max(box[2] - WIDEST, Math.min(box[0], ...line.map((cell) => cell.box[0])));
    const right = Math.min(left + WIDEST, Math.max(box[2], ...line.map((cell) => cell.box[2])));
    return grown([left, box[1], Math.max(right, box[2]), box[3]], 2, ABOVE);
  }

  private async crop({ page, mark, shown }: Place): Promise<Html> {
    const key = `${page} ${shown.join(' ')} ${mark.join(' ')}`;
    const there = this.made.get(key);
    if (there !== undefined) return there;
    if (!this.pictures || this.made.size >= MOST || this.bytes >= MOST_BYTES) return '';
    try {
      const { png, width, height, box } = await this.pictures.crop(page, shown, { dpi: DPI });
      this.bytes += png.length;
      const lacks = this.pictures.lacksLetters(page) ? '（本页有未嵌入的字体，图中缺字）' : '';
      const made = figure(pngUrl(png), { width, height }, { page, lacks }, box, mark);
      this.made.set(key, made);
      return made;
    } catch (cause) {
      // A page that cannot be drawn, or a box off it, was read all the same: the finding stands without its picture.
      if (cause instanceof DisclosureError || cause instanceof NotOnPage) return '';
      throw cause;
    }
  }
}

function figure(url: string, size: { width: number; height: number }, of: { page: number; lacks: string }, shown: Box, mark: Box): Html {
  const [left, top] = [share(mark[0] - 1.5, shown[0], shown[2]), share(mark[1] - 1.5, shown[1], shown[3])];
  const [right, bottom] = [share(mark[2] + 1.5, shown[0], shown[2]), share(mark[3] + 1.5, shown[1], shown[3])];
  const scale = POINTS_PER_INCH / DPI;
  const css = { width: `${Math.round((size.width * scale * 4) / 3)}px` };
  return htmlElement(
    'figure',
    { class: 'crop' },
    htmlElement(
      'div',
      { style: `width:${css.width}` },
      htmlElement('img', { src: url, width: size.width, height: size.height, alt: `第 ${of.page} 页的原样截图` }),
      htmlElement('span', {
        class: 'mark',
        style: `left:${left}%;top:${top}%;width:${round(right - left)}%;height:${round(bottom - top)}%`,
      }),
    ),
    htmlElement('figcaption', {}, `原件第 ${of.page} 页${of.lacks}`),
  );
}

const share = (at: number, from: number, to: number) => round(Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100)));
const round = (n: number) => Math.round(n * 100) / 100;

const grown = ([x0, y0, x1, y1]: Box, x: number, y: number): Box => [x0 - x, y0 - y, x1 + x, y1 + y];
