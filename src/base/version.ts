import { existsSync, readFileSync } from 'node:fs';

/** What package.json says of this package and the packages it runs with. */
export interface Manifest {
  readonly version: string;
  /** Exact versions by package. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The same of the packages that may be left out: those of OCR. */
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

/** package.json stands two levels above this file and three above the built one. */
const MANIFESTS = ['../../package.json', '../../../package.json'];

function readManifest(): Manifest {
  const place = MANIFESTS.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!place) throw new Error('juesuan: package.json is missing beside the code');
  return JSON.parse(readFileSync(place, 'utf8')) as Manifest;
}

export const manifest: Manifest = readManifest();

/** The version of this package, as results name it. */
export const version: string = manifest.version;
