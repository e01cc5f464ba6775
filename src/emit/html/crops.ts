import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { DisclosureError } from '../../base/errors.js';
import { htmlElement } from '../../base/xml.js';
import { boxOf } from '../../model/box.js';
import type { Box } from '../../model/glyph.js';
import { NotOnPage, type Pictures } from '../../picture/pictures.js';
import { pngUrl } from '../../picture/png.js';
import type { Html } from './markup.js';

/** Pictures of one page, and bytes of all of them: the page is to open in a mail too. */
const MOST = 40;
const MOST_BYTES = 6_000_000;
/** Pixels per inch: sharp on a screen. */
const DPI = 144;
const POINTS_PER_INCH = 72;
const CSS_PX_PER_POINT = 4 / 3;
/** pt: what is shown around a sentence; left and right of a row and above and below it; the widest strip of a row. */
const AROUND = 6;
const BESIDE = 2;
const ABOVE = 14;
const WIDEST = 560;
/** pt: between a cell and the frame around it. */
const FRAME = 1.5;

/** A part of a page that is shown, and what is framed in it. */
interface Excerpt {
  readonly page: number;
  readonly mark: Box;
  readonly shown: Box;
}

/** Pictures of the print that findings are about, as long as there is room. */
export class Crops {
  private readonly made = new Map<string, Html>();
  private bytes = 0;

  /** @param pictures null: none can be made */
  constructor(
    private readonly disclosure: Disclosure,
    private readonly pictures: Pictures | null,
  ) {}

  /**
   * The sentence of a finding and its likeliest culprit, or where two tables contradict each other a cell of each: those whose place is
   * known; each picture once in a page.
   */
  async of(finding: Finding): Promise<Html> {
    const crops: Html[] = [];
    for (const excerpt of this.excerptsOf(finding)) crops.push(await this.crop(excerpt));
    return crops.join('');
  }

  private excerptsOf({ quote, cells }: Finding): Excerpt[] {
    const excerpts: Excerpt[] = [];
    if (quote?.box) excerpts.push({ page: quote.page, mark: quote.box, shown: grown(quote.box, AROUND, AROUND) });
    const first = cells.find(({ box }) => box !== null);
    const other = quote ? undefined : cells.find(({ box, table }) => box !== null && table !== first?.table);
    for (const cell of [first, other]) {
      if (cell?.box) excerpts.push({ page: cell.page, mark: cell.box, shown: this.rowOf(cell.table, cell.page, cell.box) });
    }
    return excerpts;
  }

  /** A cell with its row: a number alone tells a reader little. */
  private rowOf(table: number, page: number, box: Box): Box {
    const cells = (this.disclosure.tables[table]?.grid.cells ?? []).filter((cell) => cell.page === page);
    const middle = (box[1] + box[3]) / 2;
    const row = cells.map(boxOf).filter((own) => own[1] <= middle && middle <= own[3] && own[2] - own[0] < WIDEST);
    const left = Math.max(box[2] - WIDEST, Math.min(box[0], ...row.map((own) => own[0])));
    const right = Math.min(left + WIDEST, Math.max(box[2], ...row.map((own) => own[2])));
    return grown([left, box[1], Math.max(right, box[2]), box[3]], BESIDE, ABOVE);
  }

  private async crop({ page, mark, shown }: Excerpt): Promise<Html> {
    const key = `${page} ${shown.join(' ')} ${mark.join(' ')}`;
    const earlier = this.made.get(key);
    if (earlier !== undefined) return earlier;
    if (!this.pictures || this.made.size >= MOST || this.bytes >= MOST_BYTES) return '';
    try {
      const { png, width, height, box } = await this.pictures.crop(page, shown, { dpi: DPI });
      this.bytes += png.length;
      const warning = this.pictures.lacksLetters(page) ? '（本页有未嵌入的字体，图中缺字）' : '';
      const made = picture({ url: pngUrl(png), width, height, page, warning }, frame(mark, box));
      this.made.set(key, made);
      return made;
    } catch (cause) {
      // A page that cannot be drawn, or a box off it, was read all the same: the finding stands without its picture.
      if (cause instanceof DisclosureError || cause instanceof NotOnPage) return '';
      throw cause;
    }
  }
}

interface CropPicture {
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly page: number;
  /** Empty where there is none. */
  readonly warning: string;
}

function picture({ url, width, height, page, warning }: CropPicture, overlay: Html): Html {
  const shownWidth = Math.round((width / DPI) * POINTS_PER_INCH * CSS_PX_PER_POINT);
  return htmlElement(
    'figure',
    { class: 'crop' },
    htmlElement(
      'div',
      { style: `width:${shownWidth}px` },
      htmlElement('img', { src: url, width, height, alt: `第 ${page} 页的原样截图` }),
      overlay,
    ),
    htmlElement('figcaption', {}, `原件第 ${page} 页${warning}`),
  );
}

/** A frame around a box, in percent of what is shown. */
function frame(mark: Box, shown: Box): Html {
  const [left, top] = [share(mark[0] - FRAME, shown[0], shown[2]), share(mark[1] - FRAME, shown[1], shown[3])];
  const [right, bottom] = [share(mark[2] + FRAME, shown[0], shown[2]), share(mark[3] + FRAME, shown[1], shown[3])];
  return htmlElement('span', {
    class: 'mark',
    style: `left:${left}%;top:${top}%;width:${round(right - left)}%;height:${round(bottom - top)}%`,
  });
}

const share = (at: number, from: number, to: number) => round(Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100)));
const round = (n: number) => Math.round(n * 100) / 100;

const grown = ([x0, y0, x1, y1]: Box, x: number, y: number): Box => [x0 - x, y0 - y, x1 + x, y1 + y];
