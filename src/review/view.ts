/** What the server sends to the page, as JSON. Types only: the page is served without this file. */
import type { Correction } from '../../schemas/corrections.js';
import type { Disclosure, DisclosureTable, DisclosureValue, Finding, Form, PartNote } from '../../schemas/disclosure.js';
import type { Judgement } from '../../schemas/triage.js';
import type { Unit } from '../base/money.js';
import type { AskedFigure, DocumentLine } from '../compare/documents.js';
import type { YearsComparison } from '../compare/years.js';
import type { Evidence } from '../emit/evidence.js';
import type { ComparedValue } from '../indicators/compared.js';
import type { Side } from '../model/side.js';

/**
 * Where something is printed: a page, and a box in pt on the page as displayed. In a document without pages the box is on the drawing of the
 * sheet, and `ref` says where it stands in the document.
 */
export type ViewPlace = Pick<DisclosureValue, 'page' | 'ref'> & { readonly box: NonNullable<DisclosureValue['box']> };
export type ValueStatus = NonNullable<DisclosureValue['status']>;

/** What the page asks for first. */
export interface Start {
  readonly lang: 'zh' | 'en';
  readonly by: string;
  readonly version: string;
  readonly forms: readonly { readonly id: Form; readonly title: string }[];
  readonly units: readonly Unit[];
  /** Pixels per inch that pages are drawn at, ascending. */
  readonly resolutions: readonly number[];
  readonly documents: readonly DocumentEntry[];
  /** Null where only the documents that were named are looked at. */
  readonly desk: DeskStart | null;
}

/** What the desk begins with: documents can be dropped on it. */
export interface DeskStart {
  readonly recent: readonly RecentEntry[];
  /** Why nothing is remembered, if so. */
  readonly recentProblem: string | null;
  /** Endings of files that may be documents, or lie beside one: `.pdf`. */
  readonly endings: readonly string[];
  readonly mostFiles: number;
  /** Bytes of one file. */
  readonly largest: number;
}

/** What was opened before, by its path, or dropped: then only its name is known. `on`: the day. */
export type RecentEntry =
  | { readonly kind: 'path'; readonly path: string; readonly name: string; readonly on: string }
  | { readonly kind: 'dropped'; readonly name: string; readonly files: number; readonly on: string };

/** Why a dropped file is not taken: its name, its kind, its size, too many or too much in all, another of its name, a disk that is full or broken, a file of a ZIP that cannot be unpacked. */
export type UploadProblem = 'name' | 'kind' | 'too-large' | 'too-many' | 'too-much' | 'twice' | 'disk' | 'packed';

/** What became of a dropped file. */
export type UploadAnswer = { readonly became: 'document' | 'beside' | 'own' } | UnpackedAnswer;

/** A ZIP: how many documents were in it, results of ours that were left out, and what was not taken. */
export interface UnpackedAnswer {
  readonly became: 'unpacked';
  readonly documents: number;
  readonly own: number;
  readonly refused: readonly { readonly path: string; readonly problem: UploadProblem }[];
}

/** What came of opening a path: documents that are new, and results of ours that were left out; or why nothing did, in a sentence; or how many there are, where those are too many. */
export type OpenAnswer =
  | { readonly opened: number; readonly own: number; readonly refused: UnpackedAnswer['refused'] }
  | { readonly problem: string }
  | { readonly tooMany: number };

/** A document in the list. `id` means nothing outside of this run. */
export interface DocumentEntry {
  readonly id: string;
  readonly name: string;
  /** The folder below the one that was asked for; empty where there is none. */
  readonly folder: string;
  /** Whether it is a copy of what was dropped, which is gone when the desk ends. */
  readonly isCopy: boolean;
  readonly state: 'new' | 'reading' | 'done' | 'failed';
  /** Pages read of those there are, while it is read. */
  readonly progress: readonly [number, number] | null;
  /** Seconds until it is read, from the pace of its pages. */
  readonly secondsLeft: number | null;
  readonly doubts: number | null;
  readonly findings: number | null;
  /** Findings that are errors. */
  readonly errors: number | null;
  readonly tables: number | null;
  /** Why it could not be read, or not whole. */
  readonly problem: Pick<Disclosure['outcome'], 'reason' | 'message'> | null;
}

export interface View {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly outcome: Disclosure['outcome'];
  readonly document: Disclosure['document'];
  readonly pages: readonly ViewPage[];
  readonly tables: readonly ViewTable[];
  /** Worst first. */
  readonly findings: readonly ViewFinding[];
  /** Doubtful cells, by amount × doubt. */
  readonly doubts: readonly DoubtfulValue[];
  readonly corrections: readonly ViewCorrection[];
}

/** A page, or a sheet of a document without pages as it is drawn; `sheet`: its name. */
interface ViewPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly sheet: string | null;
}

/** A grid of cells that lie on pages. */
export type ViewGrid = Omit<DisclosureTable['grid'], 'cells'> & {
  readonly cells: readonly (DisclosureTable['grid']['cells'][number] & ViewPlace)[];
};

export interface ViewTable {
  readonly form: Form;
  readonly title: string | null;
  readonly number: string | null;
  readonly unit: string | null;
  readonly pages: readonly number[];
  /** Where it begins. */
  readonly place: ViewPlace;
  readonly columns: readonly { readonly key: string; readonly path: readonly string[] }[];
  /** The sides of a two-sided table in the order of its columns; none in other tables. */
  readonly sides: readonly Side[];
  readonly rows: readonly ViewRow[];
  /** The cells as printed, where the form is not known. */
  readonly grid: ViewGrid | null;
  readonly notes: readonly string[];
  readonly corrections: readonly PartNote[];
}

export interface ViewRow {
  readonly kind: DisclosureTable['rows'][number]['kind'];
  readonly code: string | null;
  readonly name: string | null;
  /** The unit that it stands below; null where it is none, or the row itself. */
  readonly unit: string | null;
  /** Codes of other classifications, in the order they have in results. */
  readonly codes: readonly string[];
  readonly line: string | null;
  readonly panel: string | null;
  /** The side that its cells stand on. */
  readonly side: Side | null;
  /** Null where nothing of it can be pointed at. */
  readonly place: ViewPlace | null;
  readonly cells: Readonly<Record<string, ViewCell>>;
  readonly corrections: readonly PartNote[];
}

/** `text` is null for a blank cell. */
export type ViewCell = ViewPlace &
  Pick<DisclosureValue, 'value' | 'yuan' | 'status' | 'correction'> & {
    readonly text: string | null;
    readonly ocr: boolean;
  };

export interface ViewFinding extends Finding {
  /** Its severity, or that it is about words alone. */
  readonly level: Finding['severity'] | 'wording';
  /** Names it in addresses, and in another run too. */
  readonly key: string;
  /** The same number for findings of the same rule and wording. */
  readonly group: number;
  readonly evidence: Evidence;
}

/** What was judged of the findings of a document. */
export interface ViewTriage {
  /** By the key of the finding. */
  readonly judgements: Readonly<Record<string, Judgement>>;
  /** Their findings are there no more; they are kept. */
  readonly gone: readonly Judgement[];
  /** Why the file beside the document cannot be used. */
  readonly problem: string | null;
}

/** What a search found, and where it leads. */
export interface SearchHit {
  readonly document: string;
  readonly name: string;
  readonly kind: 'finding' | 'row' | 'sentence';
  readonly text: string;
  readonly page: number;
  /** Of a finding its key, of a row the indexes of its table and row. */
  readonly key?: string;
  readonly table?: number;
  readonly row?: number;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Hits that are not among them. */
  readonly more: number;
  /** Documents that have not been read yet, and were not searched. */
  readonly unread: number;
}

/** What the documents that have been read can be compared by. */
export interface Comparable {
  readonly pairs: readonly ComparedPair[];
  /** Figures that one of them prints. */
  readonly figures: readonly AskedFigure[];
  /** The latest first. */
  readonly years: readonly number[];
  /** Documents that have not been read yet. */
  readonly unread: number;
}

/** Two years of one department: the earlier document and the later. */
export interface ComparedPair {
  readonly ids: readonly [string, string];
  readonly files: readonly [string, string];
  readonly years: readonly [number, number];
  readonly department: string | null;
  readonly kind: string | null;
}

export interface ComparedYears extends YearsComparison {
  /** What it is called as a file. */
  readonly title: string;
  readonly years: readonly [number, number];
}

/** One figure of many documents, the largest first. */
export interface ComparedDocuments {
  readonly figure: AskedFigure;
  readonly lines: readonly (Pick<DocumentLine, 'file' | 'kind' | 'department' | 'year' | 'status' | 'reason'> & {
    readonly id: string;
    readonly value: ComparedValue | null;
    /** Null where no table of heads was pasted. */
    readonly heads: string | null;
    /** 元 for each head, to 分; null where one of the two is not known. */
    readonly perHead: string | null;
  })[];
}

export interface DoubtfulValue {
  readonly table: number;
  readonly row: number;
  readonly column: string;
  /** 元, of the cell or, where it is unreadable, of what stands beside it; null where it is unknown. */
  readonly yuan: string | null;
}

export interface ViewCorrection {
  readonly index: number;
  readonly state: 'applied' | 'refused';
  readonly why: string | null;
  /** Null where the entry is no correction. */
  readonly correction: Correction | null;
  /** Null where the document has no such place. */
  readonly place: ViewPlace | null;
}

type Without<Any, Field extends PropertyKey> = Any extends unknown ? Omit<Any, Field> : never;

/** A correction as the page sends it: the server knows who makes it and when. */
export type Proposal = Without<Correction, 'by' | 'on'>;

/** A correction without its reason: what is changed, and where. */
export type ChangeProposal = Without<Proposal, 'reason'>;

/** What came of a correction: the document with it, or, where it was not kept, the errors that it would bring about. */
export type CorrectionAnswer = View | { readonly broken: readonly ViewFinding[] };
