import { escapeXml, htmlElement } from '../../base/xml.js';
import { pngUrl } from '../../picture/png.js';
import type { Html } from '../html/markup.js';
import { htmlPage } from '../html/page.js';
import { judgementInWords, levelOf, VERDICTS } from '../words.js';
import { amountsOf, captionOf, type DrawnEntry, type DrawnExcerpt, type Story } from './story.js';

const CSS_PX_PER_INCH = 96;

const STYLE = `.places{display:flex;flex-wrap:wrap;gap:.8rem;align-items:flex-start}.places figure{margin:.4rem 0;max-width:100%}
.places img{display:block;max-width:100%;height:auto;border:1px solid var(--line);background:#fff}.remark{white-space:pre-line;font-weight:600}
article{break-inside:avoid}.hash{overflow-wrap:anywhere}`;

/** The story as one page that fetches nothing. */
export function storyHtml({ title, source }: Story, entries: readonly DrawnEntry[]): string {
  const head = htmlElement(
    'header',
    {},
    htmlElement('h1', {}, escapeXml(title)),
    htmlElement('p', {}, escapeXml(`原件：${source.name}`)),
    htmlElement('p', { class: 'small hash' }, `SHA-256 ${escapeXml(source.sha256)}`),
  );
  return htmlPage(title, [head, htmlElement('main', {}, entries.map(article))], { style: STYLE });
}

function article(entry: DrawnEntry): Html {
  const { number, finding, judgement, evidence, drawn } = entry;
  const { quote, verdict, rule, message } = finding;
  const facts = [
    amountsOf(finding),
    ...evidence.places,
    `${levelOf(finding)}　归因：${VERDICTS[verdict]}　规则：${rule}　第${number}条`,
    judgementInWords(entry.judgement),
  ];
  return htmlElement(
    'article',
    {},
    htmlElement('h2', {}, escapeXml(message)),
    judgement?.note ? htmlElement('p', { class: 'remark' }, escapeXml(judgement.note)) : '',
    quote
      ? htmlElement(
          'blockquote',
          {},
          escapeXml(quote.text),
          htmlElement('cite', {}, escapeXml(`　${quote.ref ?? `原件第${quote.page}页`}`)),
        )
      : '',
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
