import type { Container } from '../container.js';
import { openOfd } from './source.js';

/** OFD (GB/T 33190-2016): XML in a ZIP package, with glyphs and paths in place. */
export const ofd: Container = {
  name: 'OFD',
  mediaType: 'application/ofd',
  extensions: ['.ofd'],
  open: (bytes) => openOfd(bytes),
};
