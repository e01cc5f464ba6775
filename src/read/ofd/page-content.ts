import type { Box } from '../../model/glyph.js';
import { PageError } from '../errors.js';
import type { Matrix } from '../paint/matrix.js';
import { childOf, elementsOf, wordsOf, type XmlElement } from '../xml.js';
import type { Annotation } from './annotations.js';
import type { PageEntry } from './document.js';
import type { Faces } from './faces.js';
import type { Mark } from './marks.js';
import { folderOf, type OfdPackage } from './package.js';
import { type Resources, resourceFiles } from './resources.js';
import { extentOf, POINTS_PER_MM } from './values.js';
import { ContentWalk } from './walk.js';

/** An open OFD: its files, and its fonts where some are in it. */
export interface OfdFile {
  readonly ofd: OfdPackage;
  readonly faces: Faces | null;
}

/** A page's size in pt, and the way from its millimetres to the page as displayed. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly matrix: Matrix;
}

/** Templates of templates, and all that a page uses: each is parsed when it is painted. */
const DEEPEST = 8;
const MOST_TEMPLATES = 200;
const BACKGROUND = 'Background';
const FOREGROUND = 'Foreground';

/** The root of a page's file. @throws DisclosureError `damaged` @throws PageError where it is no page */
export function readPageFile(ofd: OfdPackage, { file }: PageEntry): XmlElement {
  const root = ofd.xml(file);
  if (root.name !== 'Page') throw new PageError(`${file} is no page`);
  return root;
}

/** @throws PageError where neither the page nor its document says how large it is */
export function shapeOf(root: XmlElement, { document }: PageEntry): PageShape {
  const box = extentOf(wordsOf(childOf(root, 'Area', 'PhysicalBox')))?.box ?? extentOf(document.physicalBox)?.box;
  if (!box) throw new PageError('nothing says how large the page is');
  const [x0, y0, x1, y1] = box;
  const k = POINTS_PER_MM;
  return { width: round((x1 - x0) * k), height: round((y1 - y0) * k), matrix: [k, 0, 0, k, -x0 * k, -y0 * k] };
}

/** All that is painted on a page: its templates below and above what is its own. @throws PageError @throws DisclosureError `damaged` */
export function pageMarks(file: OfdFile, root: XmlElement, entry: PageEntry, { width, height, matrix }: PageShape): Mark[] {
  const paper: Box = [0, 0, width, height];
  const walk = new ContentWalk(matrix, paper, file.faces);
  let templates = 0;
  const readTemplate = (template: PageEntry): XmlElement => {
    if (++templates > MOST_TEMPLATES) throw new PageError(`the page has more than ${MOST_TEMPLATES} templates`);
    return readPageFile(file.ofd, template);
  };
  paintPage(file, { walk, readTemplate }, root, entry, []);
  return walk.marks;
}

/** What some annotations paint over a page. @throws PageError @throws DisclosureError `damaged` */
export function annotationMarks(file: OfdFile, entry: PageEntry, annotations: readonly Annotation[]): Mark[] {
  const root = readPageFile(file.ofd, entry);
  const { width, height, matrix } = shapeOf(root, entry);
  const walk = new ContentWalk(matrix, [0, 0, width, height], file.faces);
  const resources = resourcesOf(file.ofd, root, entry);
  for (const { appearance } of annotations) walk.appearance(appearance, resources);
  return walk.marks;
}

/** What pages are painted with. */
interface Painting {
  readonly walk: ContentWalk;
  /** Reads a template. @throws PageError where the page uses too many */
  readonly readTemplate: (template: PageEntry) => XmlElement;
}

/** @param above files of the page and the templates that this one is part of */
function paintPage(file: OfdFile, painting: Painting, root: XmlElement, entry: PageEntry, above: readonly string[]): void {
  if (above.includes(entry.file)) throw new PageError(`the template ${entry.file} lies upon itself`);
  if (above.length > DEEPEST) throw new PageError(`templates lie upon each other more than ${DEEPEST} deep`);
  const templates = elementsOf(root, 'Template').map((used) => {
    const template = entry.document.templates.get(used.attributes.get('TemplateID')?.trim() ?? '');
    if (!template) throw new PageError('a template of the page is not in the document');
    return { ...entry, file: template.file, order: used.attributes.get('ZOrder') ?? template.order ?? BACKGROUND };
  });
  const paint = (wanted: (order: string) => boolean) => {
    for (const template of templates) {
      if (wanted(template.order)) paintPage(file, painting, painting.readTemplate(template), template, [...above, entry.file]);
    }
  };
  paint((order) => order !== FOREGROUND);
  painting.walk.layers(childOf(root, 'Content'), resourcesOf(file.ofd, root, entry));
  paint((order) => order === FOREGROUND);
}

/** The document's, and those that only the page has. */
function resourcesOf(ofd: OfdPackage, root: XmlElement, { file, document }: PageEntry): Resources {
  const folders = [folderOf(file), document.folder];
  const files = resourceFiles(root, ['PageRes']).map((location) => ofd.locate(location, folders));
  return document.resources.with(ofd, files, folders);
}

/** pt, to 0.0001. */
const round = (points: number) => Math.round(points * 10_000) / 10_000;
