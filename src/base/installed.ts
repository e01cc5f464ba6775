import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** A package as it is installed. */
interface InstalledPackage {
  /** Where it lies, links resolved. */
  readonly folder: string;
  /** Exact. */
  readonly version: string;
}

/** The package that code in the folder `from` loads under a name: in `node_modules` there or in a folder above. Null where there is none. */
export function findPackage(name: string, from: string = import.meta.dirname): InstalledPackage | null {
  const folder = path.join(from, 'node_modules', name);
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
    return { folder: realpathSync(folder), version };
  }
  const above = path.dirname(from);
  return above === from ? null : findPackage(name, above);
}
