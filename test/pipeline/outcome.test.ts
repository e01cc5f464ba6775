import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { gridsToTables } from '../../src/extract/extract.js';
import type { Box } from '../../src/model/glyph.js';
import type { Page, UnreadPage } from '../../src/model/page.js';
import { outcomeOf } from '../../src/pipeline/outcome.js';
import { pagesToLayout } from '../../src/rebuild/rebuild.js';
import { grid, line, table } from '../extract/builders.js';

/** pt: an A4 page, upright. */
const A4 = { width: 595.276, height: 841.89, rotation: 0 };
const WHOLE: Box = [0, 0, 595, 842];

interface Print {
  text?: string;
  /** In letters nobody can read. */
  illegible?: string;
  picture?: Box;
}

function page(number: number, { text = '', illegible = '', picture }: Print = {}): Page {
  const glyphs = [...line(text, { y: 100 }).glyphs, ...line(illegible, { y: 300, illegible: true }).glyphs];
  return { ...A4, number, glyphs, rules: [], fills: [], images: picture ? [picture] : [] };
}

const unread = (number: number): UnreadPage => ({ ...A4, number, problem: 'a broken stream' });
const text = (number: number) => page(number, { text: '本部门收入合计三百万元' });

const FORM = [table('收入决算表', '科目编码 | 科目名称 | 合计\n208 | 甲 | 1.00')];
const OTHER = gridsToTables([grid('甲 | 乙')], finalAccounts);

function outcome(pages: (Page | UnreadPage)[], tables = FORM) {
  return outcomeOf(pages, pagesToLayout(pages.filter((p): p is Page => !('problem' in p))), tables, [finalAccounts], 'PDF');
}

/** Status and reason of the document, then of each page its method and reason. */
function told(pages: (Page | UnreadPage)[], tables = FORM) {
  const { outcome: whole, pages: each } = outcome(pages, tables);
  return [[whole.status, whole.reason], ...each.map(({ method, reason }) => [method, reason])];
}

describe('a document', () => {
  test('with legible pages and a form is ok', () => {
    expect(outcome([text(1), text(2)]).outcome).toEqual({ status: 'ok', reason: null, message: null });
  });

  test('without a form failed: no-tables, even if it has tables', () => {
    expect(told([text(1)], OTHER)[0]).toEqual(['failed', 'no-tables']);
    expect(told([text(1)], [])[0]).toEqual(['failed', 'no-tables']);
  });

  test.each(['XX局2024年度部门决算', '某某局部门决算', '××县民政局部门决算', '教育局20XX年度部门决算'])(
    'that is a template nobody filled in failed: %s',
    (title) => {
      const empty = [table('收入决算表', '科目编码 | 科目名称 | 合计\n | 合计 | 0.00\n | |')];
      const { status, reason, message } = outcome([page(1, { text: title })], empty).outcome;
      expect([status, reason]).toEqual(['failed', 'not-filled-in']);
      expect(message).toContain('nobody filled in');
      expect(told([page(1, { text: title })])[0]).toEqual(['ok', null]);
    },
  );

  test('of an office without money is ok, if all it prints are zeros', () => {
    const zeros = [table('收入决算表', '科目编码 | 科目名称 | 合计\n | 合计 | 0.00')];
    expect(told([page(1, { text: '教育局2024年度部门决算' })], zeros)[0]).toEqual(['ok', null]);
  });

  test('of pictures failed: no-text', () => {
    expect(told([page(1, { picture: WHOLE }), page(2, { picture: WHOLE })], [])).toEqual([
      ['failed', 'no-text'],
      ['none', 'no-text'],
      ['none', 'no-text'],
    ]);
  });

  test('in letters nobody can read failed: no-text, whatever its tables seem to say', () => {
    expect(told([page(1, { illegible: '收入决算表' })])).toEqual([
      ['failed', 'no-text'],
      ['none', 'no-text'],
    ]);
  });

  test('of blank pages failed: no-text', () => {
    expect(told([page(1)], [])[0]).toEqual(['failed', 'no-text']);
  });

  test('of broken pages failed: damaged', () => {
    expect(told([unread(1), unread(2)], [])).toEqual([
      ['failed', 'damaged'],
      ['none', 'damaged'],
      ['none', 'damaged'],
    ]);
  });

  test('of pages on which our own code failed, failed: internal, and says how', () => {
    const ours = (number: number): UnreadPage => ({ ...unread(number), problem: 'there is no element 3 of 2', ours: true });
    expect(told([ours(1), unread(2)], [])).toEqual([
      ['failed', 'internal'],
      ['none', 'internal'],
      ['none', 'damaged'],
    ]);
    expect(told([text(1), ours(2)])[0]).toEqual(['partial', 'internal']);
    expect(outcome([text(1), ours(2), ours(3)]).outcome.message).toBe(
      'Pages that could not be read: 2, 3. Pages 2, 3: an error of ours, not of the document: there is no element 3 of 2.',
    );
  });

  test('with one page that cannot be read is partial, for that reason', () => {
    expect(told([text(1), unread(2)])).toEqual([
      ['partial', 'damaged'],
      ['text', null],
      ['none', 'damaged'],
    ]);
    expect(told([text(1), page(2, { picture: WHOLE })])[0]).toEqual(['partial', 'no-text']);
  });

  test('a form in the rest does not hide what is missing, and nothing hides that there is no form', () => {
    expect(told([text(1), unread(2)], OTHER)[0]).toEqual(['failed', 'no-tables']);
  });

  test('that is not ok says so in a sentence, and names the pages', () => {
    for (const [pages, tables] of [
      [[text(1), unread(2)], FORM],
      [[text(1), unread(2)], OTHER],
      [[page(1), unread(2)], OTHER],
    ] as const) {
      const { message } = outcome([...pages], [...tables]).outcome;
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(message).toContain('2');
    }
  });
});

describe('a page', () => {
  test('that is blank, or bears an ornament only, is no page that could not be read', () => {
    expect(told([text(1), page(2), page(3, { picture: [0, 0, 200, 100] })])).toEqual([
      ['ok', null],
      ['text', null],
      ['none', null],
      ['none', null],
    ]);
  });

  test('a scan with nothing but its page number in text could not be read', () => {
    expect(told([text(1), page(2, { picture: WHOLE, text: '- 2 -' })])).toEqual([
      ['partial', 'no-text'],
      ['text', null],
      ['none', 'no-text'],
    ]);
  });

  test('most of which nobody can read could not be read; a few such letters condemn none', () => {
    const mostly = page(2, { text: '收入决算', illegible: 'kqxzvw' });
    const hardly = page(3, { text: '收入支出决算总表', illegible: 'kq' });
    expect(told([text(1), mostly, hardly]).slice(2)).toEqual([
      ['none', 'no-text'],
      ['text', null],
    ]);
  });

  test('lists the glyphs without a meaning, where they stand', () => {
    const [only] = outcome([page(1, { text: '收入', illegible: 'kq' })]).pages;
    expect(only?.unplaced).toEqual([
      { text: '\ufffd', box: [50, 300, 60, 310] },
      { text: '\ufffd', box: [60, 300, 70, 310] },
    ]);
  });

  test('has its number and its size as displayed, to 0.01 pt', () => {
    expect(
      outcome([text(1), { ...text(2), rotation: 90 }]).pages.map(({ number, width, height, rotation }) => [
        number,
        width,
        height,
        rotation,
      ]),
    ).toEqual([
      [1, 595.28, 841.89, 0],
      [2, 595.28, 841.89, 90],
    ]);
  });
});
