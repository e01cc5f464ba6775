import { escapeXml, htmlElement } from '../../base/xml.js';
import { pngUrl } from '../../picture/png.js';
import type { Html } from '../html/markup.js';
import { htmlPage } from '../html/page.js';

import { judgementInWords } from '../words.js';
import {
  amountsOf,
  captionOf,
  type DrawnEntry,
  type DrawnExcerpt,
  moreInChinese,
  originalOf,
  placesInWords,
  quotePlace,
  ruleLine,
  type Story,
  sentenceOf,
} from './story.js';

const CSS_PX_PER_INCH = 96;

const STYLE = `.places{display:flex;flex-wrap:wrap;gap:.8rem;align-items:flex-start}.places figure{margin:.4rem 0;max-width:100%}
.places img{display:block;max-width:100%;height:auto;border:1px solid var(--line);background:#fff}.remark{white-space:pre-line;font-weight:600}
article{break-inside:avoid}.hash{overflow-wrap:anywhere}`;

/** The story as one page that fetches nothing. */
export function storyHtml(story: Story, entries: readonly DrawnEntry[]): string {
  const { title, source } = story;
  const head = htmlElement(
    'header',
    {},
    htmlElement('h1', {}, escapeXml(title)),
    htmlElement('p', {}, escapeXml(originalOf(story))),
    htmlElement('p', { class: 'small hash' }, `SHA-256 ${escapeXml(source.sha256)}`),
  );
  return htmlPage(title, [head, htmlElement('main', {}, entries.map(article))], { style: STYLE });
}

function article(entry: DrawnEntry): Html {
  const { finding, judgement, drawn } = entry;
  const { quote } = finding;
  const facts = [moreInChinese(entry), amountsOf(finding), ...placesInWords(entry), ruleLine(entry), judgementInWords(judgement)];
  return htmlElement(
    'article',
    {},
    htmlElement('h2', {}, escapeXml(sentenceOf(entry))),
    judgement?.note ? htmlElement('p', { class: 'remark' }, escapeXml(judgement.note)) : '',
    quote ? htmlElement('blockquote', {}, escapeXml(quote.text), htmlElement('cite', {}, escapeXml(`　${quotePlace(quote)}`))) : '',
    drawn.length === 0 ? '' : htmlElement('div', { class: 'places' }, drawn.map(figure)),
    facts.filter((fact) => fact !== '').map((fact) => htmlElement('p', { class: 'small' }, escapeXml(fact))),
  );
}

function figure(drawn: DrawnExcerpt): Html {
  const { picture } = drawn;
  const caption = captionOf(drawn);
  const width = picture && Math.round((picture.width / picture.dpi) * CSS_PX_PER_INCH);
  return htmlElement(
    'figure',
    {},
    picture ? htmlElement('img', { src: pngUrl(picture.png), width, alt: caption }) : '',
    htmlElement('figcaption', { class: 'small' }, escapeXml(caption)),
  );
}
