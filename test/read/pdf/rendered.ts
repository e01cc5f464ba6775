import type { Picture, RenderOptions } from '../../../src/read/container.js';
import { pdfiumEngine } from '../../../src/read/pdf/pdfium/engine.js';

/** A page of a PDF as pixels. */
export async function rendered(
  bytes: Uint8Array,
  page: number,
  { password, ...options }: RenderOptions & { password?: string },
): Promise<Picture> {
  const document = await pdfiumEngine.open(bytes, password);
  try {
    return await document.render(page, options);
  } finally {
    await document.close();
  }
}
