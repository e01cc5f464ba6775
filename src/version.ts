import { existsSync, readFileSync } from 'node:fs';

/** package.json stands one level above the sources and two above the built file. */
const MANIFESTS = ['../package.json', '../../package.json'];

function readVersion(): string {
  const manifest = MANIFESTS.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!manifest) throw new Error('juesuan: package.json is missing beside the code');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** The version of this package, as results name it. */
export const version: string = readVersion();
