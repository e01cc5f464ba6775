import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { DisclosureError } from '../../base/errors.js';
import { say } from '../../base/language.js';
import { htmlElement } from '../../base/xml.js';
import type { Box } from '../../model/glyph.js';
import { NotOnPage, type PagePicture, type Pictures } from '../../picture/pictures.js';
import { pngUrl } from '../../picture/png.js';
import type { Excerpt } from '../evidence.js';
import { excerptsOf } from '../excerpts.js';
import type { Html } from './markup.js';

/** Pictures of one page, and bytes of all of them: the page is to open in a mail too. */
const MOST = 40;
const MOST_BYTES = 6_000_000;
/** Pixels per inch: sharp on a screen. */
const DPI = 144;
const POINTS_PER_INCH = 72;
const CSS_PX_PER_POINT = 4 / 3;
/** pt: between a cell and the frame around it. */
const FRAME = 1.5;

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
    for (const excerpt of excerptsOf(finding, this.disclosure.tables)) crops.push(await this.crop(excerpt));
    const drawn = crops.filter((crop) => crop !== '');
    // Beside each other where there is room: they are there to be compared.
    return drawn.length > 1 ? htmlElement('div', { class: 'places' }, drawn) : drawn.join('');
  }

  private async crop({ page, mark, box: shown, head: above }: Excerpt): Promise<Html> {
    const key = `${page} ${shown.join(' ')} ${mark.join(' ')}`;
    const earlier = this.made.get(key);
    if (earlier !== undefined) return earlier;
    if (!this.pictures || this.made.size >= MOST || this.bytes >= MOST_BYTES) return '';
    try {
      const { png, width, height, box } = await this.pictures.crop(page, shown, { dpi: DPI });
      const head = above && { ...(await this.pictures.crop(above.page, above.box, { dpi: DPI })), page: above.page };
      this.bytes += png.length + (head?.png.length ?? 0);
      const warning = this.pictures.lacksLetters(page)
        ? say('（本页有未嵌入的字体，图中缺字）', ' (fonts of this page are not embedded: letters are missing)')
        : '';
      const made = picture({ url: pngUrl(png), width, height, page, warning, head }, frame(mark, box));
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
  /** The head of the table, where it is shown above. */
  readonly head: (PagePicture & { readonly page: number }) | null;
}

function picture({ url, width, height, page, warning, head }: CropPicture, overlay: Html): Html {
  const shownWidth = Math.round((width / DPI) * POINTS_PER_INCH * CSS_PX_PER_POINT);
  const elsewhere = head && head.page !== page ? say(`（表头在第 ${head.page} 页）`, ` (its head is on p. ${head.page})`) : '';
  return htmlElement(
    'figure',
    { class: 'crop' },
    head
      ? htmlElement(
          'div',
          { style: `width:${shownWidth}px` },
          htmlElement('img', {
            src: pngUrl(head.png),
            width: head.width,
            height: head.height,
            alt: say(`第 ${head.page} 页的表头`, `The head of the table, p. ${head.page}`),
          }),
        )
      : '',
    htmlElement(
      'div',
      { style: `width:${shownWidth}px` },
      htmlElement('img', { src: url, width, height, alt: say(`第 ${page} 页的原样截图`, `Picture of the print, p. ${page}`) }),
      overlay,
    ),
    htmlElement('figcaption', {}, `${say(`原件第 ${page} 页`, `p. ${page} of the original`)}${elsewhere}${warning}`),
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
