/** What a sample is: a PDF, and what must be read out of it. */
import type { Account } from '../accounts/account.js';
import type { Amount } from '../accounts/amount.js';
import { Book, type BookManner } from '../drawing/book.js';
import type { Face } from '../drawing/face.js';
import type { Breaks } from '../drawing/table.js';
import { type ExpectedDocument, expectedTable } from '../expected.js';
import type { Sheet } from '../forms/sheet.js';
import { contents, explanation, GLOSSARY, type Kind, overview } from './narrative.js';

export interface Sample {
  /** The name of both files. */
  stem: string;
  bytes: Uint8Array;
  expected: ExpectedDocument;
}

/** A sheet, and how drawing it differs from the rest of the document. */
interface Leaf {
  sheet: Sheet;
  manner?: Partial<BookManner>;
  breaks?: Breaks;
}

export interface Plan {
  stem: string;
  account: Account;
  kind: Kind;
  unit: '元' | '万元';
  face: Face;
  manner: BookManner;
  cover: string[];
  /** On the cover: 二〇二四年九月. */
  date: string;
  duties: string[];
  /** What the prose says 一般公共预算 was at the year's beginning, where it says so. */
  initial?: Amount;
  /** The 单位 a department covers, where it names them. */
  units?: string[];
  leaves: Leaf[];
  /** What stands at the foot of a page. */
  foot: (page: number) => string;
}

/** A document in four parts: 概况, tables, 情况说明, 名词解释. */
export function sampleOf(plan: Plan): Sample {
  const { account, kind, leaves } = plan;
  const words = explanation(account, plan.unit, plan.initial);
  const titles = leaves.map((leaf) => leaf.sheet.title);
  const book = new Book(plan.face, plan.manner);
  book.cover(plan.cover, plan.date);
  book.contents(contents(account, kind, titles, words));
  book.part(`第一部分 ${account.department}概况`);
  book.prose(overview(account, plan.duties, plan.units));
  book.part(`第二部分 ${account.year}年度${kind}表`);
  for (const { sheet, manner, breaks } of leaves) book.table(sheet, manner, breaks);
  book.part(`第三部分 ${account.year}年度${kind}情况说明`);
  book.prose(words);
  book.part('第四部分 名词解释');
  book.prose(GLOSSARY);
  const bytes = book.finish(`${account.department}${account.year}年度${kind}`, plan.foot);
  return { stem: plan.stem, bytes, expected: expectedOf(book, account, kind) };
}

/** Everything in the book must be read. */
export function expectedOf(book: Book, { department, year }: Account, kind: Kind): ExpectedDocument {
  return { outcome: { status: 'ok', reason: null }, document: { kind, department, year }, tables: book.tables.map(expectedTable) };
}
