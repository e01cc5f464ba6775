import { shownName } from '../../base/file-name.js';
import type { GivenProvenance } from './provenance.js';
import type { FoundFile, FoundFiles } from './scan.js';

/** The provenance of the documents of one folder: asked for each, read only where it is new. */
export class Provenances {
  private readonly found: FoundFiles;
  private readonly lines: ReadonlyMap<string, GivenProvenance>;
  /** Manifests that cannot be used, by path. */
  readonly problems: ReadonlyMap<string, string>;

  private constructor(found: FoundFiles, lines: ReadonlyMap<string, GivenProvenance>, problems: ReadonlyMap<string, string>) {
    this.found = found;
    this.lines = lines;
    this.problems = problems;
  }

  static async of(found: FoundFiles): Promise<Provenances> {
    if (found.manifests.length === 0) return new Provenances(found, new Map(), new Map());
    const { readManifests } = await import('./provenance-files.js');
    const { lines, problems } = await readManifests(found);
    return new Provenances(found, lines, problems);
  }

  /** Differs when the provenance of the file does. */
  keyOf({ path: file }: FoundFile): string {
    return JSON.stringify([this.found.sidecars.get(file)?.state ?? null, this.lineOf(file)]);
  }

  /** A sidecar goes before a line of a manifest. */
  async of({ path: file }: FoundFile): Promise<GivenProvenance | null> {
    const sidecar = this.found.sidecars.get(file);
    if (!sidecar) return this.lineOf(file);
    const { readSidecar } = await import('./provenance-files.js');
    return await readSidecar(sidecar);
  }

  /** A manifest names a file as a person reads it. */
  private lineOf(file: string): GivenProvenance | null {
    return this.lines.get(file) ?? this.lines.get(shownName(file)) ?? null;
  }
}
