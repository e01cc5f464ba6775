import type { BrokenGroup, Manifests } from './manifests.js';
import type { GivenProvenance, Remark } from './provenance.js';
import { PROVENANCE_FIELDS } from './provenance-fields.js';
import type { FoundFile, FoundFiles } from './scan.js';

/** The group that a file is told to be of, and the line of a manifest that its place in it goes by; null where a sidecar alone tells it. */
export interface ToldGroup {
  readonly group: string;
  readonly line: { readonly manifest: string; readonly number: number } | null;
}

/** What a file was told to be when it was last looked into. */
interface ToldBefore {
  /** The key of its provenance. */
  readonly provenance: string | null;
  readonly group_name: string | null;
}

/** The provenance of the documents of one folder: asked for each, read only where it is new. */
export class Provenances {
  private readonly found: FoundFiles;
  private readonly lines: Manifests['lines'];
  /** What is to be told of the manifests. */
  readonly remarks: readonly Remark[];
  /** Groups that the manifests do not tell whole. */
  readonly broken: readonly BrokenGroup[];

  private constructor(found: FoundFiles, { lines, remarks, broken }: Manifests) {
    this.found = found;
    this.lines = lines;
    this.remarks = remarks;
    this.broken = broken;
  }

  static async of(found: FoundFiles): Promise<Provenances> {
    if (found.manifests.length === 0) return new Provenances(found, { lines: new Map(), remarks: [], broken: [] });
    const { readManifests } = await import('./manifests.js');
    return new Provenances(found, await readManifests(found));
  }

  /** Differs when the provenance of the file does. */
  keyOf({ path: file }: FoundFile): string {
    const sidecar = this.found.sidecars.get(file);
    // A sidecar that an older version has read may hold fields that it did not know.
    const state = sidecar ? `${sidecar.state} ${PROVENANCE_FIELDS.length}` : null;
    return JSON.stringify([state, this.lines.get(file)?.provenance ?? null]);
  }

  /**
   * A sidecar goes before a line of a manifest, whose problems are among the remarks; only the group is the line's where the sidecar tells
   * none.
   */
  async of({ path: file }: FoundFile): Promise<GivenProvenance | null> {
    const sidecar = this.found.sidecars.get(file);
    const line = this.lines.get(file);
    if (!sidecar) return line ? { provenance: line.provenance, problems: [] } : null;
    const { readSidecar } = await import('./sidecar.js');
    const { provenance, problems } = await readSidecar(sidecar);
    return { provenance: { ...provenance, group: provenance.group ?? line?.provenance.group ?? null }, problems };
  }

  /** The group of a file; a sidecar that has not changed is not opened for it. */
  async groupOf(file: FoundFile, known: ToldBefore | undefined): Promise<ToldGroup | null> {
    const line = this.lines.get(file.path);
    const isKnown = !this.found.sidecars.has(file.path) || known?.provenance === this.keyOf(file);
    const group = !this.found.sidecars.has(file.path)
      ? line?.provenance.group
      : isKnown
        ? known?.group_name
        : (await this.of(file))?.provenance.group;
    return group == null ? null : { group, line: line ?? null };
  }
}
