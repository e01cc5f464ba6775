import { PageError } from '../errors.js';
import { childOf, elementsOf, wordsOf, type XmlElement } from '../xml.js';
import { damaged, folderOf, type OfdPackage } from './package.js';

/** What the numbers of a colour are (GB/T 33190-2016, 8.3.1). */
export type ColourSpace = 'GRAY' | 'RGB' | 'CMYK';

/** A font of a document. */
export interface OfdFont {
  /** Stable within the file. */
  readonly id: string;
  readonly name: string;
  /** Its file in the package; null where it has none. */
  readonly file: string | null;
}

/** A picture of a document. */
export interface Media {
  /** Its file in the package. */
  readonly file: string;
  readonly format: string | null;
}

/** Sets of parameters that build upon each other; of those that do so in a circle the first count. */
const LONGEST_CHAIN = 16;

/** What the objects of a document refer to by an ID. */
export class Resources {
  private readonly fonts = new Map<string, OfdFont>();
  private readonly spaces = new Map<string, ColourSpace>();
  private readonly params = new Map<string, XmlElement>();
  private readonly media = new Map<string, Media>();
  private readonly units = new Map<string, XmlElement>();

  /** @param document stable within the file, for the ids of fonts */
  constructor(
    private readonly document: string,
    private readonly defaultSpace: string | null,
  ) {}

  /** Adds what a resource file lists; what is listed first counts. @throws DisclosureError `damaged` */
  add(ofd: OfdPackage, name: string, folders: readonly string[]): void {
    const root = ofd.xml(name);
    if (root.name !== 'Res') throw damaged(`${name} is no list of resources`);
    const base = root.attributes.get('BaseLoc')?.trim();
    const own = folderOf(name);
    const below = base ? `${base.startsWith('/') ? base.slice(1) : own + base}/` : own;
    const locate = (location: string) => ofd.locate(location, [below, own, ...folders]);
    for (const group of elementsOf(root)) {
      for (const element of elementsOf(group)) this.addOne(element, locate);
    }
  }

  private addOne(element: XmlElement, locate: (location: string) => string): void {
    const id = element.attributes.get('ID')?.trim();
    if (id === undefined) return;
    if (element.name === 'Font') {
      const file = wordsOf(childOf(element, 'FontFile'));
      const name = element.attributes.get('FontName') ?? element.attributes.get('FamilyName') ?? '';
      keep(this.fonts, id, { id: `${this.document}:${id}`, name, file: file === null ? null : locate(file) });
    } else if (element.name === 'ColorSpace') {
      keep(this.spaces, id, spaceOf(element));
    } else if (element.name === 'DrawParam') {
      keep(this.params, id, element);
    } else if (element.name === 'MultiMedia') {
      const file = wordsOf(childOf(element, 'MediaFile'));
      if (file !== null) keep(this.media, id, { file: locate(file), format: element.attributes.get('Format') ?? null });
    } else if (element.name === 'CompositeGraphicUnit') {
      keep(this.units, id, element);
    }
  }

  /** Fonts of pages alone do not count: no writer is known to give a page fonts of its own. */
  get hasFontFiles(): boolean {
    return [...this.fonts.values()].some(({ file }) => file !== null);
  }

  /** One that the document does not list has no more than an id: what its text says does not depend on it. */
  font(id = ''): OfdFont {
    return this.fonts.get(id.trim()) ?? { id: `${this.document}:${id.trim()}`, name: '', file: null };
  }

  /** RGB where it is not known. */
  colourSpace(id: string | undefined): ColourSpace {
    return this.spaces.get(id?.trim() ?? this.defaultSpace ?? '') ?? 'RGB';
  }

  /** A set of parameters for drawing, and those that it builds upon, nearest first. */
  drawParams(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let next = this.params.get(id?.trim() ?? ''); next && chain.length < LONGEST_CHAIN; ) {
      chain.push(next);
      next = this.params.get(next.attributes.get('Relative')?.trim() ?? '');
    }
    return chain;
  }

  /** null where the document has no such picture */
  picture(id: string | undefined): Media | null {
    return this.media.get(id?.trim() ?? '') ?? null;
  }

  /** @throws PageError where the document has no such unit */
  unit(id: string | undefined): XmlElement {
    const unit = this.units.get(id?.trim() ?? '');
    if (!unit) throw new PageError(`the unit ${id ?? 'of a composite'} is not in the document`);
    return unit;
  }

  /** With what is valid on one page only. */
  with(ofd: OfdPackage, names: readonly string[], folders: readonly string[]): Resources {
    if (names.length === 0) return this;
    const own = new Resources(this.document, this.defaultSpace);
    for (const name of names) own.add(ofd, name, folders);
    copy(this.fonts, own.fonts);
    copy(this.spaces, own.spaces);
    copy(this.params, own.params);
    copy(this.media, own.media);
    copy(this.units, own.units);
    return own;
  }
}

function keep<T>(map: Map<string, T>, id: string, value: T): void {
  if (!map.has(id)) map.set(id, value);
}

function copy<T>(from: ReadonlyMap<string, T>, to: Map<string, T>): void {
  for (const [id, value] of from) keep(to, id, value);
}

function spaceOf(element: XmlElement): ColourSpace {
  const type = element.attributes.get('Type')?.trim().toUpperCase();
  return type === 'GRAY' || type === 'CMYK' ? type : 'RGB';
}

/** The files of resources that an element names, in the order in which it names them. */
export const resourceFiles = (element: XmlElement | null, names: readonly string[]): string[] =>
  names.flatMap((name) => elementsOf(element, name).flatMap((each) => wordsOf(each) ?? []));
