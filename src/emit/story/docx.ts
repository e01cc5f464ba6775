import { say } from '../../base/language.js';
import { markProperty, PROPERTIES_PART } from '../../base/own-mark.js';
import { POINTS_PER_INCH } from '../../base/points.js';

import { judgementInWords } from '../words.js';

import { contentTypesXml, type PackagePart, propertiesXml, type Relationship, relationshipsXml } from '../workbook/package-parts.js';
import { ZipWriter } from '../workbook/zip.js';
import {
  amountsOf,
  captionOf,
  type DrawnEntry,
  moreInChinese,
  originalOf,
  placesInWords,
  quotePlace,
  ruleLine,
  type Story,
  sentenceOf,
} from './story.js';
import { documentXml, paragraph, picture, stylesXml, TEXT_WIDTH } from './word.js';

/** pt. A picture that is higher leaves no room for its caption on the page. */
const HIGHEST = 560;

const PARTS: readonly PackagePart[] = [
  { kind: 'document', path: 'word/document.xml' },
  { kind: 'text-styles', path: 'word/styles.xml' },
  { kind: 'custom-properties', path: PROPERTIES_PART },
];

/** The story as the bytes of a .docx file (ECMA-376, WordprocessingML) with its pictures in it. The same story gives the same bytes. */
export function storyDocx(story: Story, entries: readonly DrawnEntry[]): Uint8Array {
  const zip = new ZipWriter();
  // First: programs recognise the format of a file by the name of its first part.
  zip.add('[Content_Types].xml', [contentTypesXml(PARTS, { png: 'image/png' })]);
  const roots: Relationship[] = [
    { id: 'document', kind: 'officeDocument', target: 'word/document.xml' },
    { id: 'properties', kind: 'custom-properties', target: PROPERTIES_PART },
  ];
  zip.add('_rels/.rels', [relationshipsXml(roots)]);
  zip.add(PROPERTIES_PART, [propertiesXml(markProperty.name, markProperty.value)]);
  const pictures = new PicturesInText(zip);
  const { title, source } = story;
  const head = [paragraph('Title', title), paragraph('Small', originalOf(story)), paragraph('Small', `SHA-256 ${source.sha256}`)];
  zip.add('word/document.xml', [documentXml([...head, ...entries.flatMap((entry) => entryXml(entry, pictures))])]);
  zip.add('word/styles.xml', [stylesXml()]);
  zip.add('word/_rels/document.xml.rels', [
    relationshipsXml([{ id: 'styles', kind: 'styles', target: 'styles.xml' }, ...pictures.relationships]),
  ]);
  return zip.end();
}

function entryXml(entry: DrawnEntry, pictures: PicturesInText): string[] {
  const { finding, judgement, drawn } = entry;
  const { quote } = finding;
  const facts = [moreInChinese(entry), amountsOf(finding), ...placesInWords(entry), ruleLine(entry), judgementInWords(judgement)];
  return [
    paragraph('Heading1', sentenceOf(entry)),
    ...(judgement?.note ? [paragraph('Remark', judgement.note)] : []),
    ...(quote ? [paragraph('Quote', quote.text + say(`（${quotePlace(quote)}）`, ` (${quotePlace(quote)})`))] : []),
    ...drawn.flatMap((each) => {
      const caption = captionOf(each);
      return [...(each.picture ? [pictures.add(each.picture, caption)] : []), paragraph('Caption', caption)];
    }),
    ...facts.filter((fact) => fact !== '').map((fact) => paragraph('Small', fact)),
  ];
}

/** Pictures that stand in the text: each a part of the package. */
class PicturesInText {
  readonly relationships: Relationship[] = [];

  constructor(private readonly zip: ZipWriter) {}

  /** The paragraph of a picture, as large as on the page, or as wide as the text. */
  add({ png, width, height, dpi }: NonNullable<DrawnEntry['drawn'][number]['picture']>, words: string): string {
    const number = this.relationships.length + 1;
    const id = `picture${number}`;
    this.zip.addStored(`word/media/${id}.png`, png);
    this.relationships.push({ id, kind: 'image', target: `media/${id}.png` });
    const [wide, high] = [(width / dpi) * POINTS_PER_INCH, (height / dpi) * POINTS_PER_INCH];
    const scale = Math.min(1, TEXT_WIDTH / wide, HIGHEST / high);
    return picture({ id, number, words, width: wide * scale, height: high * scale });
  }
}
