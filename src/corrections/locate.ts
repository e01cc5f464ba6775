import type { Correction } from '../../schemas/corrections.js';
import type { PageBox } from '../model/box.js';
import type { Places } from '../rebuild/sheets/places.js';

/** Where a correction applies; `ofCell`: the box is that of a cell, whatever the correction is about. */
export interface Located extends PageBox {
  readonly ofCell: boolean;
}

/**
 * The place of a correction, or the sentence that says why the document has none: one with pages has boxes, one without has words.
 * @param places of a document without pages
 */
export function locate(correction: Correction, places: Places | undefined): Located | string {
  const { page } = correction;
  if (!('ref' in correction)) {
    return places ? '本文件没有页面，位置须以 ref 写明' : { page, box: correction.box, ofCell: false };
  }
  if (!places) return '本文件有页面，位置须以 box 写明';
  const box = places.boxOf(page, correction.ref);
  return box ? { page, box, ofCell: true } : '本文件的表格中没有这一格';
}
