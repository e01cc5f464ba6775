import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A value that a document is known to print, by its row and the heads above it. */
export interface TruthValue {
  readonly row: { readonly code: string | null; readonly name: string | null; readonly concept?: string | null };
  readonly column: readonly string[];
  /** The column's key where truth knows it. */
  readonly key?: string;
  readonly value: string | null;
}

interface TruthTable {
  readonly form: string | null;
  readonly title: string | null;
  readonly declaredEmpty?: boolean;
  readonly values: readonly TruthValue[];
}

/** A place of a contradiction: a cell by the words of its row and the last head of its column, or a sentence that holds a figure. */
export interface InjectedPlace {
  /** `narrative` for a sentence. */
  readonly form: string;
  readonly row?: string | null;
  readonly column?: readonly string[];
  /** What is printed there, wrong as it is. */
  readonly printed?: string;
}

/** A contradiction that was put into a document on purpose. */
export interface Injected extends InjectedPlace {
  readonly kind?: string;
  /** Cells changed with it. */
  readonly cells?: readonly InjectedPlace[];
  /** Places of equal rights where `pinpoint` is false. */
  readonly sister?: readonly InjectedPlace[];
  readonly pinpoint?: boolean;
}

export interface Truth {
  /** The reason a broken or foreign input must fail for. */
  readonly expect?: string;
  /** A reason for which it may fail as well. */
  readonly orExpect?: string;
  readonly file?: string;
  readonly tables?: readonly TruthTable[];
  readonly injected?: readonly Injected[];
}

export interface DocumentWithTruth {
  readonly id: string;
  readonly file: string;
  readonly truth: Truth;
}

/** The documents of a folder whose values are known: `<id>/truth.json` beside `<id>.pdf`, a file of another kind or the one it names, or `<id>.expected.json` beside `<id>.pdf`. */
export function documentsWithTruth(folder: string): DocumentWithTruth[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? inFolder(path.join(folder, entry.name), entry.name) : beside(folder, entry.name)));
}

function inFolder(folder: string, id: string): DocumentWithTruth[] {
  const truthFile = path.join(folder, 'truth.json');
  if (!existsSync(truthFile)) return [];
  const truth: Truth = JSON.parse(readFileSync(truthFile, 'utf8'));
  const files = readdirSync(folder).filter((name) => path.parse(name).name === id);
  const file = truth.file ?? files.find((name) => name.endsWith('.pdf')) ?? files[0];
  return file === undefined ? [] : [{ id, file: path.join(folder, file), truth }];
}

const EXPECTED = '.expected.json';

/** What `samples/draw.ts` writes beside a sample: the tables of a result, without what nobody drew. */
interface ExpectedDocument {
  readonly outcome: { readonly reason: string | null };
  readonly tables: readonly {
    readonly form: string;
    readonly title: string | null;
    readonly empty: unknown;
    /** Nothing where the table's cells alone are known. */
    readonly columns?: readonly { readonly key: string; readonly path: readonly string[] }[];
    readonly rows?: readonly {
      readonly code: string | null;
      readonly name: string | null;
      readonly concept: string | null;
      readonly cells: Readonly<Record<string, { readonly value: string | null }>>;
    }[];
  }[];
}

function beside(folder: string, name: string): DocumentWithTruth[] {
  if (!name.endsWith(EXPECTED)) return [];
  const id = name.slice(0, -EXPECTED.length);
  const { outcome, tables }: ExpectedDocument = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const truth: Truth = {
    ...(outcome.reason !== null && { expect: outcome.reason }),
    tables: tables.map(({ form, title, empty, columns = [], rows = [] }) => ({
      form,
      title,
      declaredEmpty: empty !== null,
      values: rows.flatMap((row) =>
        columns.flatMap(({ key, path: column }) => {
          const cell = row.cells[key];
          return cell ? [{ row, column, key, value: cell.value }] : [];
        }),
      ),
    })),
  };
  return [{ id, file: path.join(folder, `${id}.pdf`), truth }];
}
