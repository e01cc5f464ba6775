import type { Container } from '../container.js';

/** OFD (GB/T 33190-2016): XML in a ZIP package, with glyphs and paths in place. */
export const ofd: Container = {
  name: 'OFD',
  mediaType: 'application/ofd',
  extensions: ['.ofd'],
  open: async (bytes) => (await import('./source.js')).openOfd(bytes),
};
