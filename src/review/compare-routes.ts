import { z } from 'zod';
import { say } from '../base/language.js';
import { HeadsError, type HeadsRow, readHeads } from '../compare/per-head.js';
import { type Answer, json, RequestError } from './answer.js';
import { attachment } from './asked.js';
import {
  type ComparisonFile,
  comparable,
  comparedDocuments,
  comparedYears,
  documentsFile,
  linesWithHeads,
  NotComparable,
  type ReadLine,
  yearsFile,
} from './comparing.js';
import type { ReviewDocuments } from './documents.js';

const HEADS = z.strictObject({ heads: z.string() });

const TYPES = { csv: 'text/csv; charset=utf-8', svg: 'image/svg+xml; charset=utf-8' } as const;

/**
 * What the server answers about comparing: what can be compared, `years/<id>/<id>` (two years of a department) and `documents` (one figure, of
 * all documents or those of a year), each also as `.csv` and `.svg`. A pasted table of heads is kept until another comes: from then on figures
 * of documents are told for each head as well.
 */
export class CompareRoutes {
  private heads: readonly HeadsRow[] | null = null;

  constructor(private readonly documents: Pick<ReviewDocuments, 'lines' | 'list' | 'has' | 'disclosure'>) {}

  /** @throws RequestError, NoResult */
  async answer([what, ...of]: readonly string[], query: URLSearchParams): Promise<Answer> {
    try {
      if (what === undefined) return json(this.comparable());
      if (what === 'years') return await this.years(of);
      if (what === 'documents') return this.figure(of[0], query);
    } catch (error) {
      throw asRequestError(error);
    }
    throw new RequestError(404, 'There is nothing here.');
  }

  /** Takes a pasted table of heads; an empty one takes away the last. @throws RequestError */
  takeHeads(body: unknown): Answer {
    const asked = HEADS.safeParse(body);
    if (!asked.success) throw new RequestError(400, 'That is no table of heads.');
    const table = asked.data.heads;
    try {
      const rows = table.trim() === '' ? null : readHeads(new TextEncoder().encode(table));
      if (rows) linesWithHeads(this.documents.lines(), rows);
      this.heads = rows;
    } catch (error) {
      throw asRequestError(error);
    }
    return json({ lines: this.heads?.length ?? 0 });
  }

  private lines(): ReadLine[] {
    const read = this.documents.lines();
    return this.heads ? linesWithHeads(read, this.heads) : read;
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
    const asked = [this.lines(), figure, year === null ? null : Number(year)] as const;
    return format === undefined ? json(comparedDocuments(...asked)) : toFile(documentsFile(...asked, formatOf(format)));
  }
}

function asRequestError(error: unknown): unknown {
  if (error instanceof NotComparable) return new RequestError(422, error.message);
  if (!(error instanceof HeadsError)) return error;
  const { problem, message } = error;
  return new RequestError(
    422,
    say(`人数表不能用：${HEADS_PROBLEMS[problem]}（${message}）。`, `The table of heads cannot be used: ${message}.`),
  );
}

const HEADS_PROBLEMS: Readonly<Record<HeadsError['problem'], string>> = {
  'not-a-table': '第一行要写出部门一栏和人数一栏的栏名',
  'not-a-number': '有的人数或年度不是数',
  'not-above-zero': '人数要大于零',
  duplicate: '一个部门有两行',
  ambiguous: '一个名称对应几个部门，请改写部门编码',
  unknown: '有的行不是已打开文件的部门',
  missing: '有的部门没有人数',
};

/** Shown in the page or saved, as the page likes. */
const toFile = ({ name, text }: ComparisonFile): Answer => attachment(name, name.endsWith('.csv') ? TYPES.csv : TYPES.svg, text);

/** @throws RequestError */
function formatOf(text: string): 'csv' | 'svg' {
  if (text !== 'csv' && text !== 'svg') throw new RequestError(404, 'There is nothing here.');
  return text;
}
