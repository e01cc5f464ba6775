import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { beforeAll, describe, expect, test } from 'vitest';

import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { pngScript } from '../../../src/emit/html/png-script.js';

import { extractDisclosure, openPictures } from '../../../src/index.js';
import { disclosure, grid, printed, row, table } from '../fixture.js';
import { htmlOf } from '../written.js';

const SAMPLE = readFileSync('samples/beiguan-2024.pdf');
const CULTURE = readFileSync('samples/qinghe-culture-2022.pdf');

async function report(bytes: Uint8Array, of: Disclosure): Promise<string> {
  const pictures = await openPictures(bytes);
  try {
    return await htmlOf(of, pictures);
  } finally {
    await pictures.close();
  }
}

let sample: Disclosure;
let culture: Disclosure;
let html: string;
let cultureHtml: string;
beforeAll(async () => {
  sample = await extractDisclosure(SAMPLE, { name: 'beiguan-2024.pdf' });
  culture = await extractDisclosure(CULTURE, { name: 'qinghe-culture-2022.pdf' });
  html = await report(SAMPLE, sample);
  cultureHtml = await report(CULTURE, culture);
});

/** Names of elements and of attributes: everything in a page that can do something. */
function markup(page: string): { tags: Set<string>; attributes: Set<string> } {
  const [tags, attributes] = [new Set<string>(), new Set<string>()];
  for (const [, name = '', rest = ''] of page.matchAll(/<([a-zA-Z][^\s/>]*)([^>]*)>/g)) {
    tags.add(name);
    for (const [, attribute = ''] of rest.replace(/"[^"]*"/g, '""').matchAll(/([^\s"=/]+)=""/g)) attributes.add(attribute);
  }
  return { tags, attributes };
}

/** The part of a page from an id to the end of its element. */
const figure = (page: string, id: string) => new RegExp(`<figure id="${id}">.*?</details></figure>`, 's').exec(page)?.[0] ?? '';
const words = (part: string) => part.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the report', () => {
  test('fetches nothing, and runs nothing but the script that saves charts, which no text of a document can be', async () => {
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(html) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    );
    expect(script).toBe(pngScript());
    expect(script).not.toMatch(/fetch|http|eval|innerHTML/);
    expect(
      [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)]
        .map(([, url = '']) => url)
        .filter((url) => !/^(?:#|data:image\/(?:png|svg\+xml);base64,)/.test(url)),
    ).toEqual([]);
    expect(html.replace(script, '')).not.toMatch(/<script(?!><\/script>)|url\((?!#chart\d-g\d)|@import|\son\w+=/i);
    // Without charts there is nothing to save.
    expect(await htmlOf(disclosure({ tables: [], findings: [], sections: [] }))).not.toMatch(/<script|script-src/);
  });

  test('tells who, when, how much, how sure, and from which file', () => {
    expect(html).toContain('<title>安阳市北关区工业和信息化局　2024 年度</title>');
    const text = words(html);
    for (const part of ['本年收入合计 395.87 万元', '错误 7 处', sample.source.sha256, '河南省 安阳市 北关区'])
      expect(text).toContain(part);
  });

  test('has every error and warning with its sentence, hints folded away', () => {
    const [told = '', folded = ''] = html.split('<summary>说明 ');
    for (const { severity, message, quote } of sample.findings) {
      expect((severity === 'info' ? folded : told).includes(message), message).toBe(true);
      if (quote && severity !== 'info') expect(told).toContain(`<blockquote>${quote.text}`);
    }
  });

  test('lists what is wrong with words apart from remarks', async () => {
    const wording: Finding = { rule: 'PUNCTUATION-DOUBLED', severity: 'info', verdict: 'publisher', message: '文中标点重复。', cells: [] };
    const [, folded = ''] = (await htmlOf({ ...sample, findings: [...sample.findings, wording] }, null)).split('<summary>文字问题 1 条');
    expect(folded).toContain('文中标点重复。');
    expect(html).not.toContain('文字问题');
  });

  test('every link leads somewhere', () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe([...html.matchAll(/\sid="([^"]*)"/g)].length);
  });

  test('a finding leads to its cell, and the cell says its status in words too', () => {
    const [, id] = /href="#(t3-[^"]*)">《支出决算表》 合计 基本支出</.exec(html) ?? [];
    expect(html).toMatch(
      new RegExp(`<td id="${id}"[^>]*class="n contradicted" title="有矛盾">395\\.87<span class="unseen">（有矛盾）</span></td>`),
    );
  });

  test('is the same bytes whatever was reported before', async () => {
    expect(await report(SAMPLE, sample)).toBe(html);
  });

  test('of a document without figures has no charts and says what failed', async () => {
    const page = await htmlOf(
      disclosure({ tables: [], findings: [], outcome: { status: 'failed', reason: 'no-tables', message: 'None.' } }),
    );
    expect(page).toContain('未能提取（no-tables）');
    expect(page).not.toContain('<svg');
    expect(page).not.toContain('href="#charts"');
  });
});

describe('what was not checked', () => {
  const unknown = (more: Partial<Disclosure> = {}) => {
    const [, , , other] = disclosure().tables;
    return htmlOf(disclosure({ tables: other ? [other] : [], findings: [], ...more }));
  };

  test('is told as such, and never as without errors', async () => {
    const page = await unknown();
    expect(page).toContain('未核对：没有读到印有数值的已知决算表或预算表，无从核对。');
    expect(page).not.toMatch(/没有发现错误|<dt>错误/);
    expect(words(page)).toContain('核对 未核对');
    expect(words(page)).toContain('不属已知表种，未核对');
    expect(await unknown({ tables: [] })).toContain('未核对：没有读到表，无从核对。');
  });

  test('a document that was checked says how many values are proved', async () => {
    expect(await htmlOf(disclosure({ findings: [] }))).toMatch(/没有发现错误，也没有提醒；\d+ 个数值由勾稽证实/);
  });
});

describe('a long document', () => {
  test('begins with a list of its tables, each with its page; a short one does not', async () => {
    const { tables } = disclosure();
    const page = await htmlOf(disclosure({ tables }));
    expect(page).toMatch(/<ol class="contents"><li><a href="#t1">收入支出决算总表<\/a><span class="small">　第 8 页<\/span><\/li>/);
    expect(await htmlOf(disclosure({ tables: tables.slice(0, 3) }))).not.toContain('class="contents"');
  });

  test('tells equal findings once, the others on a click with their pages', async () => {
    const at = (page: number) => ({ table: 0, row: 0, column: 'income', page, box: null });
    const told = (page: number): Disclosure['findings'][number] => ({
      rule: 'X',
      severity: 'error',
      verdict: 'publisher',
      message: `第${page}页《表》甲行印为${page}.00万元。`,
      cells: [at(page)],
    });
    const page = await htmlOf(disclosure({ findings: [told(8), told(9), told(12)] }));
    expect(page.match(/<li class="error">/g)).toHaveLength(1);
    expect(page).toContain('<summary>同样的问题另有 2 处：第 9、12 页</summary>');
    for (const n of [8, 9, 12]) expect(page).toContain(`甲行印为${n}.00万元`);
  });
});

describe('the figures at the head', () => {
  test('have the total of the 三公 always, and meetings apart where they are printed', async () => {
    expect(words(await htmlOf(disclosure()))).toContain('“三公”经费合计 未印');
    const columns = ['final.total', 'final.conference', 'final.training'].map((key) => ({ key, path: [key], ordinal: null }));
    const of = grid(1, [['15.00', '10.05', '22.10']]);
    const cells = Object.fromEntries(
      columns.map(({ key }, index) => [key, printed(of, 0, index, ['15.00', '10.05', '22.10'][index] ?? '')]),
    );
    const head = words(
      await htmlOf(disclosure({ tables: [table({ form: 'three-public', columns, rows: [row(null, cells)], grid: of })] })),
    );
    for (const part of ['“三公”经费合计 15.00 万元', '会议费 10.05 万元', '培训费 22.10 万元']) expect(head).toContain(part);
  });

  test('may break behind a separator, and have the room of two where they are long', async () => {
    const of = grid(1, [['12,345,678,901.23']]);
    const summary = table({
      form: 'income-expenditure-summary',
      unit: '元',
      columns: [{ key: 'income', path: ['收入'], ordinal: null }],
      rows: [row('本年收入合计', { income: printed(of, 0, 0, '12345678901.23') }, { concept: 'total-income' })],
      grid: of,
    });
    expect(await htmlOf(disclosure({ tables: [summary] }))).toContain(
      '<div class="wide"><dt>本年收入合计</dt><dd>12,<wbr>345,<wbr>678,<wbr>901.23<span> 元</span></dd></div>',
    );
  });
});

describe('the print', () => {
  test('is cut out where a finding speaks of it, and marked', () => {
    const crops = [
      ...html.matchAll(
        /<img src="data:image\/png;base64,([^"]*)"[^>]*><span class="mark" style="left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%">/g,
      ),
    ];
    expect(crops.length).toBeGreaterThan(10);
    for (const [, png = '', ...shares] of crops) {
      const { data } = decode(Buffer.from(png, 'base64'));
      expect(data.some((level) => level < 100)).toBe(true);
      for (const share of shares) expect(Number(share)).toBeGreaterThan(0);
      expect(Number(shares[0]) + Number(shares[2])).toBeLessThanOrEqual(100);
      expect(Number(shares[1]) + Number(shares[3])).toBeLessThanOrEqual(100);
    }
  });

  test('shows both places, of two tables where they contradict each other, else of one', async () => {
    const place = (table: number, y: number) => {
      const of = sample.tables[table]?.rows.flatMap(({ cells }) => Object.values(cells))[y];
      return { table, row: 0, column: null, page: of?.page ?? 0, box: of?.box ?? null };
    };
    const told = (...cells: ReturnType<typeof place>[]) =>
      report(SAMPLE, { ...sample, findings: [{ rule: 'TABLE-01-02', severity: 'error', verdict: 'unknown', message: '不符', cells }] });
    const count = async (page: Promise<string>) => (await page).match(/<figure class="crop">/g)?.length ?? 0;
    expect(await count(told(place(0, 0), place(0, 3), place(1, 0)))).toBe(2);
    expect(await count(told(place(0, 0), place(0, 3)))).toBe(2);
    expect(await count(told(place(0, 0), place(0, 0)))).toBe(1);
  });

  test('is left out where there is no document, or the box lies off its page', async () => {
    expect(await htmlOf(sample)).not.toContain('<img');
    const off = sample.findings.map((finding) => ({
      ...finding,
      cells: finding.cells.map((cell) => ({ ...cell, page: 999 })),
      quote: undefined,
    }));
    expect(await report(SAMPLE, { ...sample, findings: off as Disclosure['findings'] })).not.toContain('<img');
  });

  test('has bounds: a document of a thousand findings makes forty pictures', async () => {
    const [first] = sample.findings;
    const many = Array.from({ length: 1000 }, (_, n) => {
      const cells = first?.cells
        .slice(0, 1)
        .map((cell) => ({ ...cell, box: [100 + n / 10, 100, 130 + n / 10, 110] as [number, number, number, number] }));
      return { ...first, cells: cells ?? [] } as Disclosure['findings'][number];
    });
    const page = await report(SAMPLE, { ...sample, findings: many });
    expect(page.match(/<img/g)?.length).toBe(40);
  });

  test('says where letters are missing because their font is not embedded', async () => {
    const bytes = readFileSync('samples/tongbai-market-2020.pdf');
    const market = await extractDisclosure(bytes);
    const cell = {
      table: 0,
      row: 0,
      column: null,
      page: market.tables[0]?.pages[0] ?? 1,
      box: [100, 100, 200, 120] as [number, number, number, number],
    };
    const finding = { rule: 'X', severity: 'error', verdict: 'unknown', message: '甲', cells: [cell] } as const;
    expect(await report(bytes, { ...market, findings: [{ ...finding, cells: [cell] }] })).toContain('图中缺字');
    expect(html).not.toContain('图中缺字');
  });
});

describe('charts', () => {
  test('show where money comes from and goes, and say the same in a table', () => {
    const flow = figure(cultureHtml, 'chart1');
    expect(flow).toMatch(/<svg role="img" aria-label="钱从哪里来，用到哪里去：[^"]*收入总计 3,450\.60，支出总计 3,450\.60。"/);
    const [drawn = '', told = ''] = flow.split('<details>').map(words);
    for (const part of ['一般公共预算财政拨款收入 3,200.75', '年末结转和结余 134.56', '文化旅游体育与传媒支出 2,720.82']) {
      expect(drawn).toContain(part);
      expect(told).toContain(part);
    }
  });

  test('add up basic and project spending by 类 where only 项 are printed', () => {
    const chart = words(figure(html, 'chart2').split('<details>')[1] ?? '');
    expect(chart).toContain('科学技术支出 88.00');
    // The form of the bars prints no 类; 公开01表 does, and is a cent away from the sum.
    expect(chart).toContain('社会保障和就业支出 51.32 51.31†');
  });

  test('hold budget against final where the items are rows, and where they are columns', () => {
    expect(words(figure(cultureHtml, 'chart3'))).toContain('公务接待费 1.50 0.86');
    expect(words(figure(html, 'chart3'))).toContain('公务接待费 0.2 0 ');
  });

  test('show what the prose says of the year before, with its words', () => {
    const chart = words(figure(html, 'chart4'));
    expect(chart).toContain('收、支总计 -417.27 -54.35% ');
    expect(chart).toContain('与上年度相比，收、支总计各减少417.27万元，下降54.35%。');
  });

  test('stand before the findings', () => {
    expect(html.indexOf('<section id="charts"')).toBeLessThan(html.indexOf('<section id="findings"'));
  });

  test('can be taken away, each as an SVG with its title and source, black on white', () => {
    const link = /<a href="data:image\/svg\+xml;base64,([^"]*)" download="([^"]*)"/.exec(figure(cultureHtml, 'chart1'));
    const [, data = '', name = ''] = link ?? [];
    expect(name).toBe('清河县文化和旅游局　2022 年度 钱从哪里来，用到哪里去.svg');
    const svg = Buffer.from(data, 'base64').toString('utf8');
    expect(svg).toContain('<title>清河县文化和旅游局　2022 年度　钱从哪里来，用到哪里去</title>');
    expect(words(svg)).toContain(`来源：qinghe-culture-2022.pdf（SHA-256 ${culture.source.sha256.slice(0, 12)}…）`);
    expect(svg).toContain('总计 3,450.60');
    expect(svg).toMatch(/<rect x="-20" y="0" width="900" height="\d+" fill="#ffffff"\/>/);
    expect(svg).not.toMatch(/<script|href/);
  });

  test('have colours that go with light and dark', () => {
    expect(html).not.toMatch(/#010203|rgb\(1,2,3\)/);
    expect(figure(html, 'chart1')).toContain('currentColor');
  });
});

test.each([
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</style></title></svg><script>alert(1)</script>',
  '{b} {a|b} {@[1]}',
  'javascript:alert(1)',
  '--><!--',
  '\u0000\u0008\uFFFF\uD800',
])('a hostile text stays text wherever it stands: %j', async (bad) => {
  const of = grid(1, [
    [bad, bad],
    [bad, '1.00'],
    [bad, '1.00'],
  ]);
  const summary = table({
    form: 'income-expenditure-summary',
    title: bad,
    number: bad,
    unit: '万元',
    department: bad,
    notes: [bad],
    columns: [
      { key: 'income', path: [bad], ordinal: bad },
      { key: 'expenditure', path: [bad], ordinal: bad },
    ],
    rows: [
      row(bad, { income: printed(of, 1, 1, '1.00', { status: 'contradicted' }) }, { concept: 'general-public-appropriation' }),
      row(bad, { expenditure: printed(of, 2, 1, '1.00') }, { concept: 'function/208' }),
    ],
    grid: of,
  });
  const sentence = `${bad}与上年相比增加5万元，增长3%。`;
  const base = disclosure();
  const hostile = {
    ...base,
    source: { ...base.source, name: bad, producer: bad },
    document: { ...base.document, department: bad, region: { code: null, name: bad, path: [bad] } },
    outcome: { status: 'partial', reason: null, message: bad } as const,
    tables: [summary],
    sections: [{ heading: `收入${bad}`, level: 1, pages: [1], text: sentence }],
    findings: [
      {
        rule: 'X',
        severity: 'error',
        verdict: 'unknown',
        message: bad,
        cells: [{ table: 0, row: 0, column: 'income', page: 1, box: null }],
        quote: { section: 0, page: 1, box: null, text: bad },
      } as const,
    ],
  };
  const plain = JSON.parse(JSON.stringify(hostile).replaceAll(JSON.stringify(bad).slice(1, -1), '字')) as Disclosure;
  const [page, harmless] = [await htmlOf({ ...hostile, findings: [...hostile.findings] } as unknown as Disclosure), await htmlOf(plain)];
  expect(markup(page)).toEqual(markup(harmless));
  if (bad.includes('<')) expect(page).not.toContain(bad);
  expect(page).toContain('<svg');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(page).not.toMatch(/[\u0000-\u0008\uFFFF]/);
});
