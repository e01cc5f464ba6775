import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';
import type { MarkedContent } from './marked-content.js';
import { drawPage } from './picture.js';
import { FORM, formObjects, PATH, pageObjects, TEXT } from './tree.js';

/** Objects that appear and disappear together: one stretch of optional content, one form XObject. */
type Layer = readonly Pointer[];

/**
 * The objects that optional content hides (ISO 32000-1, 8.11). PDFium has no function for it, but respects it when it draws: a layer whose
 * objects leave nothing when they are drawn alone, though something of them can be drawn, is off.
 * @param forms form XObjects may be layers as well; each is drawn once, so only for files that name optional content
 */
export function hiddenObjects(pdfium: Pdfium, page: Pointer, content: MarkedContent, forms: boolean): ReadonlySet<Pointer> {
  const leaves: Pointer[] = [];
  const layers = new Map<Pointer, Pointer[]>();
  const gather = (objects: readonly Pointer[], around: readonly Pointer[]) => {
    for (const object of objects) {
      const within = [...around, ...content.optionalContent(object)];
      if (pdfium.api.FPDFPageObj_GetType(object) === FORM) {
        gather(formObjects(pdfium, object), forms ? [...within, object] : within);
        continue;
      }
      leaves.push(object);
      for (const layer of within) layers.set(layer, [...(layers.get(layer) ?? []), object]);
    }
  };
  gather(pageObjects(pdfium, page), []);
  const hidden = new Set<Pointer>();
  for (const layer of layers.values()) if (isOff(pdfium, page, layer, leaves)) for (const object of layer) hidden.add(object);
  return hidden;
}

function isOff(pdfium: Pdfium, page: Pointer, layer: Layer, leaves: readonly Pointer[]): boolean {
  const { api } = pdfium;
  if (!layer.some((object) => isDrawable(pdfium, object))) return false;
  const members = new Set(layer);
  return pdfium.guard(
    () => {
      for (const leaf of leaves) api.FPDFPageObj_SetIsActive(leaf, members.has(leaf) ? 1 : 0);
      return isBlank(pdfium, page);
    },
    () => {
      for (const leaf of leaves) api.FPDFPageObj_SetIsActive(leaf, 1);
    },
  );
}

/** pt². Text whose glyphs are missing has no area. */
const SOME = 0.1;

function isDrawable(pdfium: Pdfium, object: Pointer): boolean {
  const { api, scratch } = pdfium;
  const type = api.FPDFPageObj_GetType(object);
  if (type !== TEXT && type !== PATH) return true;
  api.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  return (pdfium.float(2) - pdfium.float(0)) * (pdfium.float(3) - pdfium.float(1)) > SOME;
}

/** px. Along each side of the page: enough for a hairline to leave a trace. */
const SIDE = 300;
/** A colour that no mark has, the same in either byte order. */
const GROUND = 0xff7b847b;

function isBlank(pdfium: Pdfium, page: Pointer): boolean {
  const { rgba } = drawPage(pdfium, page, { width: SIDE, height: SIDE, ground: GROUND, annotations: false });
  return new Uint32Array(rgba.buffer).every((pixel) => pixel === GROUND);
}
