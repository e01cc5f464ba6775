/** What a harvester knows of a file it has fetched. */
export interface Provenance {
  readonly source_url: string | null;
  /** yyyy-mm-dd */
  readonly published_on: string | null;
  /** yyyy-mm-dd, with a time or without. */
  readonly retrieved_on: string | null;
  /** The publisher, as the harvester names it. */
  readonly department: string | null;
  /** As given: a code of six digits or a name. */
  readonly region: string | null;
  /** Six digits, where `region` is or names one division. */
  readonly region_code: string | null;
  /** Files of one folder with the same name here are one disclosure. */
  readonly group: string | null;
}

/** The provenance that a file or line gives, and what of it cannot be used. */
export interface GivenProvenance {
  readonly provenance: Provenance;
  readonly problems: readonly string[];
}

/** What is to be told of a manifest: a problem with it, or how it was read. */
export interface Remark {
  readonly path: string;
  readonly isProblem: boolean;
  readonly note: string;
}

export const NO_PROVENANCE: Provenance = {
  source_url: null,
  published_on: null,
  retrieved_on: null,
  department: null,
  region: null,
  region_code: null,
  group: null,
};
