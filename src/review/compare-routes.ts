import { type Answer, json, RequestError } from './answer.js';
import { attachment } from './asked.js';
import { type ComparisonFile, comparable, comparedDocuments, comparedYears, documentsFile, NotComparable, yearsFile } from './comparing.js';
import type { ReviewDocuments } from './documents.js';

const TYPES = { csv: 'text/csv; charset=utf-8', svg: 'image/svg+xml; charset=utf-8' } as const;

/**
 * What the server answers about comparing: what can be compared, `years/<id>/<id>` (two years of a department) and `documents` (one figure, of
 * all documents or those of a year), each also as `.csv` and `.svg`.
 */
export class CompareRoutes {
  constructor(private readonly documents: ReviewDocuments) {}

  /** @throws RequestError, NoResult */
  async answer([what, ...of]: readonly string[], query: URLSearchParams): Promise<Answer> {
    try {
      if (what === undefined) return json(this.comparable());
      if (what === 'years') return await this.years(of);
      if (what === 'documents') return this.figure(of[0], query);
    } catch (error) {
      if (error instanceof NotComparable) throw new RequestError(422, error.message);
      throw error;
    }
    throw new RequestError(404, 'There is nothing here.');
  }

  private comparable() {
    const read = this.documents.lines();
    return comparable(read, this.documents.list().length - read.length);
  }

  private async years([one = '', other = '', format]: readonly string[]): Promise<Answer> {
    if (!this.documents.has(one) || !this.documents.has(other)) throw new RequestError(404, 'There is no such document.');
    const [a, b] = [await this.documents.disclosure(one), await this.documents.disclosure(other)];
    return format === undefined ? json(comparedYears(a, b)) : toFile(yearsFile(a, b, formatOf(format)));
  }

  private figure(format: string | undefined, query: URLSearchParams): Answer {
    const [figure, year] = [query.get('figure') ?? '', query.get('year')];
    if (year !== null && !/^\d{4}$/u.test(year)) throw new RequestError(400, 'That is no year.');
    const asked = [this.documents.lines(), figure, year === null ? null : Number(year)] as const;
    return format === undefined ? json(comparedDocuments(...asked)) : toFile(documentsFile(...asked, formatOf(format)));
  }
}

/** Shown in the page or saved, as the page likes. */
const toFile = ({ name, text }: ComparisonFile): Answer => attachment(name, name.endsWith('.csv') ? TYPES.csv : TYPES.svg, text);

/** @throws RequestError */
function formatOf(text: string): 'csv' | 'svg' {
  if (text !== 'csv' && text !== 'svg') throw new RequestError(404, 'There is nothing here.');
  return text;
}
