import { DisclosureError } from '../../base/errors.js';
import { parseXml, type XmlElement, XmlError, type XmlLimits } from '../xml.js';
import { readZip, type ZipFile } from '../zip.js';

/** The name of the file that says which documents a package holds. */
const ENTRY = 'OFD.xml';
/** What a package encrypted by GM/T 0099 holds beside files that nobody can read without the key. */
const LOCKS = /(?:^|\/)(?:encryptions\.xml|decryptseed\.dat|entriesmap\.dat)$/i;

/** A page of 10,000 letters, each placed by itself, has some 3 million characters; composites and blocks are nested a few levels deep. */
const LIMITS: XmlLimits = { longest: 32_000_000, deepest: 60, isStrict: true };

/** The files of an OFD, by names from its root. */
export class OfdPackage {
  private constructor(
    private readonly zip: ZipFile,
    /** The folder that all lies in where somebody packed the folder itself; empty, or with a slash at its end. */
    private readonly root: string,
  ) {}

  /** @throws DisclosureError as `readZip`; `damaged` where it has no OFD.xml */
  static async open(bytes: Uint8Array): Promise<OfdPackage> {
    const zip = await readZip(bytes);
    if (zip.entries.some((name) => LOCKS.test(name))) {
      throw new DisclosureError('encrypted', 'This OFD is encrypted by a certificate. Save it without protection, then try again.');
    }
    const [entry] = zip.entries
      .filter((name) => name === ENTRY || name.endsWith(`/${ENTRY}`))
      .sort((a, b) => a.split('/').length - b.split('/').length);
    if (entry === undefined) throw damaged('it has no OFD.xml');
    return new OfdPackage(zip, entry.slice(0, -ENTRY.length));
  }

  get entry(): string {
    return ENTRY;
  }

  has(name: string): boolean {
    return this.zip.has(this.root + name);
  }

  /** @throws DisclosureError as `ZipFile.bytes` */
  bytes(name: string): Uint8Array {
    return this.zip.bytes(this.root + name);
  }

  /** Null where it is missing or damaged: for fonts and pictures, without which a page can be read. @throws DisclosureError `too-large` */
  readable(name: string): Uint8Array | null {
    try {
      return this.bytes(name);
    } catch (cause) {
      if (cause instanceof DisclosureError && cause.reason === 'damaged') return null;
      throw cause;
    }
  }

  /** The root element of an XML file. @throws DisclosureError as `ZipFile.text`; `damaged` where it is no XML */
  xml(name: string): XmlElement {
    const text = this.zip.text(this.root + name);
    try {
      return parseXml(text, LIMITS);
    } catch (cause) {
      if (cause instanceof XmlError) throw damaged(`${name}: ${cause.message}`, { cause });
      throw cause;
    }
  }

  /**
   * The file that a location names: from the root where it begins with a slash, else from the folder of the file that names it. Some
   * writers count from the document's folder or the root instead; where none is there, the first is what is missing.
   * @param folders the one to count from, then those that may be meant
   */
  locate(location: string, folders: readonly string[]): string {
    const path = location.trim().replaceAll('\\', '/');
    const candidates = path.startsWith('/') ? [joined('', path)] : [...folders, ''].map((folder) => joined(folder, path));
    return candidates.find((name) => this.has(name)) ?? candidates[0] ?? path;
  }
}

/** The folder of a file, with a slash at its end; empty for one in the root. */
export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** A name from the root; `..` never leads out of it. */
function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export const damaged = (problem: string, options?: ErrorOptions): DisclosureError =>
  new DisclosureError('damaged', `The OFD is damaged (${problem}).`, options);
