import { readFileSync } from 'node:fs';

/** As in package.json, which the build copies into dist/: this path holds in the sources and in dist/ alike. */
export const VERSION = String(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version);
