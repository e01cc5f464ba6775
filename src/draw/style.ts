import { element, escapeXml } from '../base/xml.js';
import type { CellRole } from './cell-roles.js';
import type { GlyphUse } from './glyph-uses.js';

/** How one kind of thing looks, and what the legend calls it. */
interface Look {
  readonly colour: string;
  readonly words: string;
}

const USES: Readonly<Record<GlyphUse, Look>> = {
  cell: { colour: '#1f2937', words: 'glyph in a cell' },
  text: { colour: '#475569', words: 'caption, note, prose' },
  repeated: { colour: '#a16207', words: 'head repeated on a continuation page' },
  furniture: { colour: '#b6bcc6', words: 'furniture' },
  mark: { colour: '#38bdf8', words: 'watermark, seal' },
  doubled: { colour: '#f97316', words: 'doubled' },
  hidden: { colour: '#d946ef', words: 'hidden' },
  illegible: { colour: '#dc2626', words: 'illegible' },
};

const ROLES: Readonly<Record<CellRole, Look>> = {
  proved: { colour: '#15803d', words: 'proved' },
  uncontradicted: { colour: '#65a30d', words: 'uncontradicted' },
  contradicted: { colour: '#dc2626', words: 'contradicted' },
  unreadable: { colour: '#be123c', words: 'unreadable' },
  unchecked: { colour: '#0d9488', words: 'value, unchecked' },
  corrected: { colour: '#0369a1', words: 'corrected by a person' },
  word: { colour: '#ca8a04', words: 'value that is no number' },
  label: { colour: '#2563eb', words: 'label' },
  head: { colour: '#7c3aed', words: 'header' },
  caption: { colour: '#64748b', words: 'caption or note in the grid' },
  other: { colour: '#64748b', words: 'cell of a table of no known form' },
  unnamed: { colour: '#ea580c', words: 'in the grid only' },
  blank: { colour: '#94a3b8', words: 'blank cell' },
};

/** Han digits must come out alike everywhere: no webfont, the reader's own. */
export const FONTS = '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif';

/** The colour of names that the stages gave: column keys, forms. */
const NAME = '#be185d';
const ROW = '#1d4ed8';
const ALERT = '#dc2626';

export const STYLE = [
  `text{font-family:${FONTS}}`,
  'rect,path{fill:none}',
  '.canvas{fill:#e5e7eb}',
  '.paper{fill:#fff;stroke:#9ca3af;stroke-width:.5}',
  // The tips of the cells show wherever the pointer rests in them, also on a digit.
  '.glyphs,.rules,.spans,.keys{pointer-events:none}',
  '.fills rect{fill:#eab308;fill-opacity:.12}',
  '.images path{stroke:#0284c7;stroke-width:.4;stroke-dasharray:3 2}',
  '.rules path{stroke:#000;stroke-opacity:.4}',
  '.cells rect{stroke-width:.4;stroke-opacity:.6;fill-opacity:.09}',
  ...Object.entries(ROLES).map(([role, { colour }]) => `.cells .${role}{fill:${colour};stroke:${colour}}`),
  '.cells .blank{fill-opacity:.04;stroke-opacity:.35}',
  '.cells .contradicted,.cells .unreadable{fill-opacity:.22}',
  // Below lies the page itself: the same letters over it would blur both.
  '.pictured .glyphs text{display:none}',
  '.glyphs rect{stroke-width:.15;stroke-opacity:.45}',
  ...Object.entries(USES).map(([use, { colour }]) => `.glyphs .${use} rect{stroke:${colour}}.glyphs .${use} text{fill:${colour}}`),
  '.glyphs .doubled text,.glyphs .mark text{fill-opacity:.35}',
  '.glyphs .hidden rect,.glyphs .illegible rect,.glyphs .doubled rect{stroke-width:.4;stroke-opacity:.9}',
  '.spans text{fill:#7c3aed;fill-opacity:.65;font-size:3.2px;text-anchor:end}',
  `.keys text{fill:${NAME};text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-opacity:.85;stroke-width:1.2}`,
  `.keys rect{fill:${NAME};fill-opacity:.8}`,
  `.rows text{fill:${ROW};font-size:5px}.rows .sum{font-weight:bold}.rows line{stroke:${ROW};stroke-width:.2;stroke-opacity:.4}`,
  `.head text{fill:${NAME};font-size:5.5px}.head .form{font-weight:bold;font-size:7px}.head .alert{fill:${ALERT}}`,
  `.remarks rect{stroke:${ALERT};stroke-width:.7;stroke-dasharray:2 1}.remarks text{fill:${ALERT};font-size:3.6px}`,
  '.frame text{fill:#374151;font-size:7px}',
  '.problem{fill:#dc2626;font-size:12px}',
].join('\n');

/** pt. */
const SWATCH = 5;
const LEGEND_GAP = 9;
/** pt. A Latin letter of the legend. */
const LETTER = 2.9;

/** A swatch and a word for each kind that stands on the page, broken into rows that fit. */
export function legend(uses: ReadonlySet<GlyphUse>, roles: ReadonlySet<CellRole>, x: number, y: number, width: number): string {
  const used = [...looks(ROLES, roles, 0.35), ...looks(USES, uses, 1)];
  let [left, top] = [x, y];
  return used
    .map(({ colour, words, opacity }) => {
      const length = SWATCH + 3 + words.length * LETTER;
      if (left > x && left + length > x + width) [left, top] = [x, top + LEGEND_GAP];
      const at = left;
      left += length + LEGEND_GAP;
      return (
        element('rect', {
          x: at,
          y: top - SWATCH,
          width: SWATCH,
          height: SWATCH,
          style: `fill:${colour};fill-opacity:${opacity};stroke:${colour};stroke-width:.5`,
        }) + element('text', { x: at + SWATCH + 3, y: top, style: 'font-size:6px' }, escapeXml(words))
      );
    })
    .join('\n');
}

const looks = <Kind extends string>(of: Readonly<Record<Kind, Look>>, used: ReadonlySet<Kind>, opacity: number) =>
  (Object.keys(of) as Kind[]).filter((kind) => used.has(kind)).map((kind) => ({ ...of[kind], opacity }));
