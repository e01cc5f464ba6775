import path from 'node:path';
import { readIfThere, writeWhole } from '../../base/files.js';
import type { Glyph, OcrReading } from '../../model/glyph.js';
import type { Page, UnreadPage } from '../../model/page.js';
import type { WholePages } from '../../pipeline/pages.js';
import type { Session } from './database.js';
import { inStore } from './failure.js';
import { gunzipWithComment, gzipWithComment } from './gzip.js';

/** Holds what stage 1 made of scans, by the hash of the document's bytes: reading a scan takes a hundred times as long as all that follows. */
export interface KeptPages {
  /** Null where there are none, or others than this stamp gives. */
  read(session: Session, sha256: string, stamp: string): Promise<WholePages | null>;
  write(session: Session, sha256: string, stamp: string, pages: WholePages): Promise<void>;
}

/** Files in folders as the JSON has them: `pages/ab/cd/abcd….json.gz`. The comment in the head of each is its stamp. */
export class FolderPages implements KeptPages {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async read(_session: Session, sha256: string, stamp: string): Promise<WholePages | null> {
    const bytes = await inStore(() => readIfThere(this.pathOf(sha256)));
    return bytes === null ? null : pagesIn(bytes, stamp);
  }

  async write(_session: Session, sha256: string, stamp: string, pages: WholePages): Promise<void> {
    await inStore(() => writeWhole(this.pathOf(sha256), gzipWithComment(pagesToJson(pages), stamp)));
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.json.gz`);
  }
}

/** Null where the file is of another stamp, or damaged: the document is read once more. */
function pagesIn(bytes: Uint8Array, stamp: string): WholePages | null {
  try {
    const { text, comment } = gunzipWithComment(bytes);
    return comment === stamp ? pagesFromJson(text) : null;
  } catch {
    return null;
  }
}

/** The table `pages`, in a store that many machines share. The server compresses it. */
export class TablePages implements KeptPages {
  async read(session: Session, sha256: string, stamp: string): Promise<WholePages | null> {
    const [row] = await session.all<{ json: string }>('SELECT json FROM pages WHERE sha256 = ? AND stamp = ?', [sha256, stamp]);
    return row === undefined ? null : pagesFromJson(row.json);
  }

  async write(session: Session, sha256: string, stamp: string, pages: WholePages): Promise<void> {
    await session.run(
      `INSERT INTO pages (sha256, stamp, json) VALUES (?, ?, ?)
       ON CONFLICT (sha256) DO UPDATE SET stamp = excluded.stamp, json = excluded.json`,
      [sha256, stamp, pagesToJson(pages)],
    );
  }
}

/** A glyph whose reading is given by its place in a list: the glyphs of a line share one, and later stages count on it. */
type KeptGlyph = Omit<Glyph, 'reading'> & { readonly reading?: number };
type KeptPage = UnreadPage | (Omit<Page, 'glyphs'> & { readonly glyphs: readonly KeptGlyph[] });
type Kept = Omit<WholePages, 'pages'> & { readonly readings: readonly OcrReading[]; readonly pages: readonly KeptPage[] };

/** What stage 1 made of a document, as a text. */
export function pagesToJson({ pages, ...about }: WholePages): string {
  const places = new Map<OcrReading, number>();
  const placeOf = (reading: OcrReading): number => {
    const place = places.get(reading) ?? places.size;
    places.set(reading, place);
    return place;
  };
  const keptPages = pages.map((page): KeptPage => {
    if ('problem' in page) return page;
    return { ...page, glyphs: page.glyphs.map(({ reading, ...glyph }) => (reading ? { ...glyph, reading: placeOf(reading) } : glyph)) };
  });
  const kept: Kept = { ...about, pages: keptPages, readings: [...places.keys()] };
  return JSON.stringify(kept);
}

/** What `pagesToJson` was given. */
export function pagesFromJson(json: string): WholePages {
  const { readings, pages, ...about }: Kept = JSON.parse(json);
  const whole = ({ reading: place, ...glyph }: KeptGlyph): Glyph => {
    const reading = place === undefined ? undefined : readings[place];
    return reading ? { ...glyph, reading } : glyph;
  };
  return { ...about, pages: pages.map((page) => ('problem' in page ? page : { ...page, glyphs: page.glyphs.map(whole) })) };
}
