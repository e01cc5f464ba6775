/** The only file that knows the library which reads workbooks: their cells as they are stored, and what is hidden of them. */

import { type CellObject, read, SSF, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { zipSync } from 'fflate';
import { DisclosureError } from '../../base/errors.js';
import type { ZipFile } from '../zip.js';

/** Texts of workbooks before Excel 97 are in the code page of the machine that wrote them. */
set_cptable(codepages);

export interface Workbook {
  readonly producer: string | null;
  readonly sheets: readonly StoredSheet[];
}

/** Rows and columns are counted from 0. */
export interface StoredSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Cells that hold something, by row and column; both have gaps. */
  readonly rows: readonly (readonly StoredCell[] | undefined)[];
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface Range {
  readonly from: Place;
  readonly to: Place;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

export interface StoredCell {
  readonly kind: 'number' | 'text' | 'boolean' | 'error' | 'nothing';
  /** Of `number`. */
  readonly number: number;
  /** As its format shows it. */
  readonly shown: string;
  readonly format: string;
  /** Without `=`; null where it is no formula. */
  readonly formula: string | null;
}

/** Parts of a workbook that are no cells: pictures, macros, other workbooks, printers. None is handed on, so that none can do anything. */
const OTHER_PARTS =
  /^xl\/(?:media|embeddings|externalLinks|printerSettings|activeX|ctrlProps|drawings|charts|pivotCache|customProperty|model)\/|\.bin$/u;

/** @param file a package of parts, or one file of the old formats @throws DisclosureError `encrypted`, `damaged`, and as `ZipFile` */
export function readWorkbook(file: ZipFile | Uint8Array): Workbook {
  const workbook = parse(file instanceof Uint8Array ? file : cellsOnly(file));
  return {
    producer: workbook.Props?.Application ?? null,
    sheets: workbook.SheetNames.flatMap((name, index): StoredSheet[] => {
      const sheet = workbook.Sheets[name];
      return sheet ? [storedSheet(name, sheet, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0)] : [];
    }),
  };
}

/** The parts that hold cells, packed anew: what the library unpacks is then what our limits have let through. */
function cellsOnly(zip: ZipFile): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const name of zip.entries) {
    const isBinary = /^xl\/(?:workbook|styles|sharedStrings|worksheets\/.*)\.bin$/u.test(name);
    if (isBinary || !OTHER_PARTS.test(name)) parts[name] = zip.bytes(name);
  }
  return zipSync(parts, { level: 0 });
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellStyles: true, cellHTML: false, bookVBA: false });
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    if (/password|encrypt/iu.test(words)) {
      throw new DisclosureError('encrypted', 'This workbook is protected by a password. Save it without one.', { cause });
    }
    throw new DisclosureError('damaged', `This workbook cannot be read (${words}).`, { cause });
  }
}

function storedSheet(name: string, sheet: WorkSheet, hidden: boolean): StoredSheet {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  return {
    name,
    hidden,
    rows: data.map((row) => row?.map(storedCell)),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ from: { row: s.r, column: s.c }, to: { row: e.r, column: e.c } })),
    hiddenRows: indexesOf(sheet['!rows'], ({ hidden: isHidden, hpt, hpx }) => isHidden === true || hpt === 0 || hpx === 0),
    hiddenColumns: indexesOf(sheet['!cols'], ({ hidden: isHidden, width, wch }) => isHidden === true || width === 0 || wch === 0),
  };
}

function indexesOf<Info>(infos: readonly (Info | undefined)[] | undefined, holds: (info: Info) => boolean): ReadonlySet<number> {
  const found = new Set<number>();
  infos?.forEach((info, index) => {
    if (info && holds(info)) found.add(index);
  });
  return found;
}

const KINDS: Readonly<Record<string, StoredCell['kind']>> = { n: 'number', s: 'text', b: 'boolean', e: 'error' };

function storedCell(cell: CellObject | undefined): StoredCell {
  const kind = KINDS[cell?.t ?? 'z'] ?? 'nothing';
  return {
    kind,
    number: kind === 'number' ? Number(cell?.v) : Number.NaN,
    shown: kind === 'nothing' ? '' : (cell?.w ?? String(cell?.v ?? '')),
    format: String(cell?.z ?? 'General'),
    formula: cell?.f ?? null,
  };
}

/** A number as a format shows it. @throws Error where the format is none */
export const formatNumber = (format: string, value: number): string => SSF.format(format, value);

/** Whether a format shows numbers as dates or times. */
export const isDateFormat = (format: string): boolean => SSF.is_date(format);
