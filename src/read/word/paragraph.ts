import { childOf, descendants, ownText, type XmlElement } from '../xml.js';
import { type LargePicture, largePicture } from './pictures.js';
import { isOn, type Seen, unwrapped } from './shown.js';

export interface ParagraphContext {
  /** Styles whose text is hidden. */
  readonly hidden: ReadonlySet<string>;
  /** The number before a paragraph, where it is numbered by itself. */
  readonly numberOf: (paragraph: XmlElement) => string;
  readonly seen: Seen;
}

/** A paragraph's lines, as broken by hand, and the text boxes and large pictures that are tied to it. */
interface ReadParagraph {
  readonly lines: readonly string[];
  readonly boxes: readonly XmlElement[];
  /** Before its first letter, and behind it. */
  readonly before: readonly LargePicture[];
  readonly behind: readonly LargePicture[];
}

export type ReadParagraphOf = (paragraph: XmlElement) => ReadParagraph;

export function paragraphReader({ hidden, numberOf, seen }: ParagraphContext): ReadParagraphOf {
  const isHidden = (properties: XmlElement | null): boolean =>
    isOn(childOf(properties, 'vanish')) || hidden.has(childOf(properties, 'rStyle')?.attributes.get('val') ?? '');
  return (paragraph) => {
    const boxes: XmlElement[] = [];
    const [before, behind]: [LargePicture[], LargePicture[]] = [[], []];
    const isAllHidden = hidden.has(childOf(paragraph, 'pPr', 'pStyle')?.attributes.get('val') ?? '');
    let text = '';
    const readRun = (run: XmlElement): void => {
      if (isAllHidden || isHidden(childOf(run, 'rPr'))) return;
      for (const element of unwrapped(run, seen)) {
        if (element.name === 'drawing' || element.name === 'pict' || element.name === 'object') {
          boxes.push(...descendants(element, 'txbxContent'));
          const picture = largePicture(element);
          if (picture) (text.trim() === '' ? before : behind).push(picture);
        } else text += textOf(element);
      }
    };
    for (const element of unwrapped(paragraph, seen)) if (element.name === 'r') readRun(element);
    return { lines: (numberOf(paragraph) + text).split('\n').map((line) => line.trimEnd()), boxes, before, behind };
  };
}

/** What an element of a run shows. Codes of fields, marks of notes and deleted text show nothing. */
function textOf(element: XmlElement): string {
  switch (element.name) {
    case 't':
      return ownText(element).replace(/[\r\n]+/gu, ' ');
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbolOf(element.attributes.get('font') ?? '', element.attributes.get('char') ?? '');
    default:
      return '';
  }
}

/** Letters of symbol fonts lie in the private area from F000 on (ISO/IEC 29500-1, 17.3.3.30); those of Symbol below 80 are mostly ASCII. */
const WINGDINGS: Readonly<Record<number, string>> = { 82: '☑', 111: '□', 168: '□', 252: '√', 253: '×', 254: '☑' };
const SYMBOL: Readonly<Record<number, string>> = { 180: '×', 184: '÷', 177: '±', 163: '≤', 179: '≥', 183: '·', 214: '√' };

function symbolOf(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  if (!(code >= 0xf000 && code <= 0xf0ff)) return Number.isNaN(code) ? '\ufffd' : String.fromCodePoint(code);
  const letter = code - 0xf000;
  const known = /^wingdings/iu.test(font) ? WINGDINGS[letter] : SYMBOL[letter];
  return known ?? (/^wingdings|webdings/iu.test(font) || letter >= 0x7f ? '\ufffd' : String.fromCharCode(letter));
}
