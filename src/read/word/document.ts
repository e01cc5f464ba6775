/** A Word file → one sheet: its paragraphs and tables in reading order, as they are shown with every change accepted. */
import { HIDDEN_CONTENT, TRACKED_CHANGES } from '../../model/reading-rules.js';
import type { Sheet, SheetBlock, SheetPicture, SheetText } from '../../model/sheet.js';
import type { Told } from '../../model/told.js';
import { captionParts } from '../cells/caption-rows.js';
import { elementsOf, type XmlElement } from '../xml.js';
import { numberer } from './numbering.js';
import type { WordPackage } from './package.js';
import { paragraphReader } from './paragraph.js';
import type { LargePicture } from './pictures.js';
import { type Seen, unwrapped } from './shown.js';
import { hiddenStyles } from './styles.js';
import { readTable } from './table.js';

/** Pictures large enough for a table are blocks where they stand; who reads them leaves none behind that it has not read. */
export function packageToSheet({ body, styles, numbering, furniture, notes, picture }: WordPackage): Sheet {
  const seen: Seen = { inserted: 0, deleted: 0, hiddenRows: 0, picturesAside: 0 };
  const read = paragraphReader({ hidden: hiddenStyles(styles), numberOf: numberer(numbering, styles), seen });
  const count = { paragraphs: 0, tables: 0, pictures: 0 };

  const toBlock = ({ id, ...shown }: LargePicture): SheetPicture => {
    count.pictures += 1;
    const bytes = id === null ? null : picture(id);
    return { kind: 'picture', ref: `picture ${count.pictures}`, file: bytes && { bytes, ...shown } };
  };

  const flow = (parent: XmlElement, place: string | null): SheetBlock[] =>
    unwrapped(parent, seen).flatMap((element): SheetBlock[] => {
      if (element.name === 'tbl') {
        count.tables += 1;
        return readTable(element, { number: count.tables, read, seen, flow });
      }
      if (element.name !== 'p') return [];
      if (place === null) count.paragraphs += 1;
      const ref = place ?? `paragraph ${count.paragraphs}`;
      const { lines, boxes, before, behind } = read(element);
      // What stands in a text box stands apart from the paragraph it is tied to, mostly above it.
      const aside = boxes.flatMap((box) => flow(box, ref));
      return [...aside, ...before.map(toBlock), ...textBlocks(lines, ref), ...behind.map(toBlock)];
    });

  const blocks = flow(body, null);
  const noteBlocks = notes.flatMap((part) =>
    elementsOf(part, 'footnote', 'endnote')
      .filter(({ attributes }) => attributes.get('type') === undefined || attributes.get('type') === 'normal')
      .flatMap((note) => flow(note, `${note.name} ${note.attributes.get('id') ?? ''}`.trim())),
  );
  const heads = furniture.flatMap((part) => flow(part, part.name === 'hdr' ? 'header' : 'footer'));
  return {
    name: null,
    blocks: [...blocks, ...withoutPictures(noteBlocks, seen)],
    furniture: withoutRepeats(withoutPictures(heads, seen).filter(isText)),
    told: toldOf(seen),
    ...(seen.picturesAside > 0 && { picturesAside: seen.picturesAside }),
  };
}

/** Other parts than the text name other files by the same ids: pictures in them are counted. */
function withoutPictures(blocks: readonly SheetBlock[], seen: Seen): SheetBlock[] {
  seen.picturesAside += blocks.filter(({ kind }) => kind === 'picture').length;
  return blocks.filter(({ kind }) => kind !== 'picture');
}

const isText = (block: SheetBlock): block is SheetText => block.kind === 'text';

/** Each section has heads of its own, mostly the same. */
function withoutRepeats(heads: readonly SheetText[]): SheetText[] {
  const known = new Set<string>();
  return heads.filter(({ lines }) => {
    const text = lines.join('\n');
    return known.has(text) ? false : known.add(text);
  });
}

/** A paragraph's lines; department, year and unit on one line are parts of their own. */
function textBlocks(lines: readonly string[], ref: string): SheetText[] {
  if (lines.every((line) => line.trim() === '')) return [];
  const [only, ...more] = lines;
  const parts = only !== undefined && more.length === 0 ? captionParts(only) : [];
  return parts.length > 1 ? parts.map((part) => ({ kind: 'text', lines: [part], ref })) : [{ kind: 'text', lines, ref }];
}

function toldOf({ inserted, deleted, hiddenRows }: Seen): Told[] {
  const told: Told[] = [];
  if (inserted + deleted > 0) {
    const message = `文件留有未接受的修订（插入${inserted}处，删除${deleted}处）：插入的计入，删除的不计。`;
    told.push({ rule: TRACKED_CHANGES, message });
  }
  if (hiddenRows > 0) told.push({ rule: HIDDEN_CONTENT, message: `文件的表格中有${hiddenRows}行隐藏，不在结果中。` });
  return told;
}
