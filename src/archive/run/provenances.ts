import type { Manifests } from './manifests.js';
import type { GivenProvenance, Remark } from './provenance.js';
import type { FoundFile, FoundFiles } from './scan.js';

/** The provenance of the documents of one folder: asked for each, read only where it is new. */
export class Provenances {
  private readonly found: FoundFiles;
  private readonly lines: Manifests['lines'];
  /** What is to be told of the manifests. */
  readonly remarks: readonly Remark[];

  private constructor(found: FoundFiles, { lines, remarks }: Manifests) {
    this.found = found;
    this.lines = lines;
    this.remarks = remarks;
  }

  static async of(found: FoundFiles): Promise<Provenances> {
    if (found.manifests.length === 0) return new Provenances(found, { lines: new Map(), remarks: [] });
    const { readManifests } = await import('./manifests.js');
    return new Provenances(found, await readManifests(found));
  }

  /** Differs when the provenance of the file does. */
  keyOf({ path: file }: FoundFile): string {
    return JSON.stringify([this.found.sidecars.get(file)?.state ?? null, this.lines.get(file)?.provenance ?? null]);
  }

  /** A sidecar goes before a line of a manifest, whose problems are among the remarks. */
  async of({ path: file }: FoundFile): Promise<GivenProvenance | null> {
    const sidecar = this.found.sidecars.get(file);
    if (!sidecar) {
      const line = this.lines.get(file);
      return line ? { ...line, problems: [] } : null;
    }
    const { readSidecar } = await import('./sidecar.js');
    return await readSidecar(sidecar);
  }
}
