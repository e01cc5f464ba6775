import { SPREADSHEET, XML_DECLARATION } from './package-parts.js';
import { textElement } from './text.js';

/** The texts of all sheets, each once; cells hold their indexes (ECMA-376 part 1, 18.4.9). */
export class SharedStrings {
  private readonly indexes = new Map<string, number>();

  indexOf(text: string): number {
    const index = this.indexes.get(text);
    if (index !== undefined) return index;
    this.indexes.set(text, this.indexes.size);
    return this.indexes.size - 1;
  }

  /** The part, in pieces. */
  *toXml(): Generator<string> {
    yield `${XML_DECLARATION}<sst xmlns="${SPREADSHEET}" uniqueCount="${this.indexes.size}">`;
    for (const text of this.indexes.keys()) yield `<si>${textElement(text)}</si>`;
    yield '</sst>';
  }
}
