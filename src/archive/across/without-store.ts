import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { must } from '../../base/invariant.js';
import type { KeyFigure } from '../store/across.js';
import { inOrder } from '../store/documents.js';
import { contentHash } from '../store/rows.js';
import { findAcross } from './across.js';
import type { ComparedDocument } from './compared.js';
import { withDepartmentIds } from './department-ids.js';
import { type Figure, figuresOf } from './figures.js';
import type { StoreFinding } from './finding.js';
import { keyFiguresOf } from './key-figures.js';
import { unitsOf } from './units.js';

/** Documents that are compared with each other as those of an archive are, without one. Of each only what is compared is kept. */
export class DocumentsWithoutStore {
  private readonly families: readonly DocumentFamily[];
  private readonly known = new Set<string>();
  private readonly documents: ComparedDocument[] = [];
  private readonly keyFigures = new Map<number, KeyFigure[]>();
  private readonly readers = new Map<number, ReadAgain>();

  constructor(families: readonly DocumentFamily[]) {
    this.families = families;
  }

  /** Adds a document, unless its bytes are there already. @param readAgain gives it once more where it must be compared whole */
  add(file: string, disclosure: Disclosure, readAgain: ReadAgain): void {
    const { source, outcome, document } = disclosure;
    if (this.known.has(source.sha256)) return;
    this.known.add(source.sha256);
    const id = this.documents.length;
    this.documents.push({
      id,
      sha256: source.sha256,
      file,
      status: outcome.status,
      kind: document.kind,
      department: document.department,
      department_id: document.departmentId,
      year: document.year,
      region_code: document.region.code,
      department_given: null,
      region_given: null,
      content: contentHash(disclosure),
      units: unitsOf(disclosure, this.families),
      published_on: null,
      retrieved_on: null,
    });
    this.keyFigures.set(
      id,
      keyFiguresOf(disclosure, this.families).map((figure) => ({ document: id, ...figure })),
    );
    this.readers.set(id, readAgain);
  }

  /** What they say against each other. */
  async compare(): Promise<StoreFinding[]> {
    const readFigures = async (id: number): Promise<readonly Figure[]> =>
      figuresOf(await must(this.readers.get(id), 'the document of an id')());
    const comparable = {
      documents: withDepartmentIds(this.documents.toSorted(inOrder)),
      keyFigures: this.keyFigures,
      figuresOf: readFigures,
    };
    return (await findAcross(comparable, this.families)).findings;
  }
}

/** Gives a document's tables. */
type ReadAgain = () => Promise<Pick<Disclosure, 'tables'>>;
