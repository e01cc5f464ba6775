/** A web page → one sheet: its tables and its other text in the order of the page, without what is not displayed. Nothing of it runs or is fetched. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { DisclosureError } from '../../base/errors.js';
import type { Sheet, SheetBlock } from '../../model/sheet.js';
import { captionParts } from '../cells/caption-rows.js';
import { gridToBlocks } from '../cells/grid-to-blocks.js';
import { hiddenClasses, isHidden } from './hidden.js';
import { tableRows } from './rows.js';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary ul'.split(
    ' ',
  ),
);
/** Elements in elements; more is no page but an attack on the stack. */
const DEEPEST = 600;

/** @throws DisclosureError `damaged` */
export function pageToSheet(text: string): { readonly sheet: Sheet; readonly title: string } {
  const page = parse(text);
  const classes = hiddenClasses(page);
  const count = { paragraphs: 0, tables: 0 };

  /** What stands in an element as blocks. @param place its place in words; null outside of tables */
  const flow = (parent: Parent, place: string | null): SheetBlock[] => {
    const blocks: SheetBlock[] = [];
    let line = '';
    const lines: string[] = [];
    const endParagraph = () => {
      lines.push(line);
      const shown = lines.splice(0).map(collapse);
      line = '';
      if (shown.every((each) => each === '')) return;
      if (place === null) count.paragraphs += 1;
      blocks.push(
        ...textBlocks(
          shown.filter((each) => each !== ''),
          place ?? `paragraph ${count.paragraphs}`,
        ),
      );
    };
    const walk = (node: Parent, depth: number): void => {
      if (depth > DEEPEST) throw new DisclosureError('damaged', 'This web page has elements in elements without end.');
      for (const child of node.childNodes) {
        if (child.nodeName === '#text' && 'value' in child) line += child.value;
        if (!('tagName' in child) || isHidden(child, classes)) continue;
        if (child.tagName === 'br') {
          lines.push(line);
          line = '';
        } else if (child.tagName === 'table') {
          endParagraph();
          blocks.push(...readTable(child));
        } else if (BLOCKS.has(child.tagName)) {
          endParagraph();
          walk(child, depth + 1);
          endParagraph();
        } else walk(child, depth + 1);
      }
    };
    walk(parent, 0);
    endParagraph();
    return blocks;
  };

  const readTable = (table: Element): SheetBlock[] => {
    count.tables += 1;
    const number = count.tables;
    const captions = table.childNodes
      .filter((child): child is Element => child.nodeName === 'caption')
      .filter((each) => !isHidden(each, classes));
    const above = captions.flatMap((caption) => flow(caption, `table ${number}, caption`));
    const cells = tableRows(table, classes).map(({ element, rowNumber, cellNumber, ...place }) => {
      const ref = `table ${number}, row ${rowNumber}, cell ${cellNumber}`;
      const blocks = flow(element, ref);
      const lines = blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []));
      return { ...place, ref, lines, blocks: blocks.some(({ kind }) => kind === 'table') ? blocks : [] };
    });
    return [...above, ...gridToBlocks(cells)];
  };

  return { sheet: { name: null, blocks: flow(page, null), furniture: [], told: [] }, title: titleOf(page) };
}

/** What a browser makes of white space; blanks that may not break keep their room. */
const collapse = (text: string): string => text.replace(/[ \t\r\n\f]+/gu, ' ').replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/gu, '');

function textBlocks(lines: readonly string[], ref: string): SheetBlock[] {
  const [only, ...more] = lines;
  const parts = only !== undefined && more.length === 0 ? captionParts(only) : [];
  return parts.length > 1 ? parts.map((part) => ({ kind: 'text', lines: [part], ref })) : [{ kind: 'text', lines, ref }];
}

/** Characters of a page's title that are quoted. */
const LONGEST_TITLE = 60;

function titleOf(node: Parent): string {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    if (child.tagName === 'title')
      return collapse(child.childNodes.map((each) => ('value' in each ? each.value : '')).join('')).slice(0, LONGEST_TITLE);
    if (child.tagName === 'html' || child.tagName === 'head') {
      const title = titleOf(child);
      if (title !== '') return title;
    }
  }
  return '';
}
