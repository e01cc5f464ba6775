import { describe, expect, test } from 'vitest';
import { DisclosureError } from '../../../src/base/errors.js';
import type { Page, UnreadPage } from '../../../src/model/page.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { openDocument, pagedOrThrow } from '../../../src/read/containers.js';
import { ofdFile, packed, pageFile, text } from './ofd-file.js';
import { pagesOf } from './same.js';

const wordsOf = (page: Page | UnreadPage | undefined) =>
  page && !('problem' in page) ? page.glyphs.map((glyph) => glyph.text).join('') : null;

async function pagesAndProblems(bytes: Uint8Array): Promise<(Page | UnreadPage)[]> {
  const source = pagedOrThrow(await openDocument(bytes, {}));
  const pages: (Page | UnreadPage)[] = [];
  for (let number = 1; number <= source.pages; number++) pages.push(await source.read(number));
  return pages;
}

/** Why a file cannot be opened. */
async function refusal(bytes: Uint8Array): Promise<[string, string] | null> {
  const cause: unknown = await openDocument(bytes, {}).then(
    () => null,
    (error: unknown) => error,
  );
  if (cause === null) return null;
  if (!(cause instanceof DisclosureError)) throw cause;
  return [cause.reason, cause.message];
}

/** The document of a package made by `ofdFile`, in a folder of its own. */
const documentIn = (folder: string, words: string): Record<string, string> => ({
  [`${folder}/Document.xml`]: `<Document><CommonData><PageArea><PhysicalBox>0 0 100 50</PhysicalBox></PageArea></CommonData><Pages><Page ID="1" BaseLoc="P/0.xml"/></Pages></Document>`,
  [`${folder}/P/0.xml`]: pageFile(text(words)),
});

describe('documents and pages', () => {
  test('pages come as Document.xml lists them; several documents follow each other', async () => {
    const bodies = ['B', 'A'].map((folder) => `<DocBody><DocRoot>/${folder}/Document.xml</DocRoot></DocBody>`).join('');
    const bytes = packed({ 'OFD.xml': `<OFD>${bodies}</OFD>`, ...documentIn('A', '甲'), ...documentIn('B', '乙') });
    const pages = await pagesOf(bytes);
    expect(pages.map(wordsOf)).toEqual(['乙', '甲']);
    expect(pages.map(({ glyphs }) => glyphs[0]?.font)).toEqual(['d0:3', 'd1:3']);
  });

  test('a package that lies in a folder, with backslashes, is the same', async () => {
    const files = { 'OFD.xml': '<OFD><DocBody><DocRoot>A\\Document.xml</DocRoot></DocBody></OFD>', ...documentIn('A', '甲') };
    const moved = Object.fromEntries(Object.entries(files).map(([name, content]) => [`决算\\${name.replaceAll('/', '\\')}`, content]));
    expect((await pagesOf(packed(moved))).map(wordsOf)).toEqual(['甲']);
  });

  test('templates lie below the page, or above it', async () => {
    const files = { 'Doc_0/T/1.xml': pageFile(text('下')), 'Doc_0/T/2.xml': pageFile(text('上')) };
    const common = '<ofd:TemplatePage ID="51" BaseLoc="T/1.xml"/><ofd:TemplatePage ID="52" BaseLoc="T/2.xml" ZOrder="Foreground"/>';
    const before = '<ofd:Template TemplateID="52"/><ofd:Template TemplateID="51" ZOrder="Background"/>';
    expect((await pagesOf(ofdFile({ pages: [text('中')], before, common, files }))).map(wordsOf)).toEqual(['下中上']);
  });

  test('layers lie upon each other by their kind, blocks in layers as they come', async () => {
    const layer = (type: string, words: string) =>
      `<ofd:Layer ID="2" Type="${type}"><ofd:PageBlock ID="7">${text(words)}</ofd:PageBlock></ofd:Layer>`;
    const bytes = ofdFile({ pages: [layer('Foreground', '上') + layer('Body', '中') + layer('Background', '下')] });
    expect((await pagesOf(bytes)).map(wordsOf)).toEqual(['下中上']);
  });

  test('composites are drawn where each object places them, and share their alpha', async () => {
    const unit = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="70" Width="50" Height="20"><ofd:Content>${text('合')}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
    const object = (attributes: string) => `<ofd:CompositeObject ID="8" ResourceID="70" ${attributes}/>`;
    const [page] = await pagesOf(
      ofdFile({ pages: [object('Boundary="0 0 50 20"') + object('Boundary="0 20 50 20" Alpha="0"')], resources: unit }),
    );
    expect(page?.glyphs.map(({ text: letter, y, state }) => [letter, Math.round((y * 25.4) / 72), state])).toEqual([
      ['合', 10, 'shown'],
      ['合', 30, 'hidden'],
    ]);
  });

  test('a page that is missing, broken or hostile is one page unread', async () => {
    const hostile: Record<string, string | null> = {
      'Doc_0/Pages/Page_1/Content.xml': null,
      'Doc_0/Pages/Page_2/Content.xml': pageFile(text('合')).slice(0, -20),
      'Doc_0/Pages/Page_3/Content.xml': `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${pageFile(text('合'))}`,
      'Doc_0/Pages/Page_4/Content.xml': `<Page><Content>${'<PageBlock>'.repeat(500)}${'</PageBlock>'.repeat(500)}</Content></Page>`,
      'Doc_0/Pages/Page_5/Content.xml': pageFile(text('合').replace('Size="5"', 'Size="five"')),
      'Doc_0/Pages/Page_6/Content.xml': pageFile('', '<ofd:Template TemplateID="51"/>'),
      'Doc_0/Pages/Page_7/Content.xml': pageFile('<ofd:CompositeObject ID="8" Boundary="0 0 9 9" ResourceID="70"/>'),
      'Doc_0/T/1.xml': pageFile('', '<ofd:Template TemplateID="51"/>'),
    };
    const unit =
      '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="70"><ofd:Content>' +
      '<ofd:CompositeObject ID="8" Boundary="0 0 9 9" ResourceID="70"/>'.repeat(9) +
      '</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>';
    const common = '<ofd:TemplatePage ID="51" BaseLoc="T/1.xml"/>';
    const pages = await pagesAndProblems(
      ofdFile({ pages: Array.from({ length: 9 }, () => text('合')), files: hostile, common, resources: unit }),
    );
    expect(pages.map((page) => ('problem' in page ? [page.problem, page.ours] : wordsOf(page)))).toEqual([
      '合',
      [expect.stringContaining('lacks the file Doc_0/Pages/Page_1/Content.xml'), undefined],
      [expect.stringContaining('Page_2/Content.xml'), undefined],
      [expect.stringContaining('document type'), undefined],
      [expect.stringContaining('Page_4/Content.xml'), undefined],
      ['“five” stands where a number belongs', undefined],
      [expect.stringContaining('lies upon itself'), undefined],
      [expect.stringContaining('more than'), undefined],
      '合',
    ]);
  });

  test('a page that is not in the package is named in the outcome', async () => {
    const bytes = ofdFile({ pages: [text('合'), text('计')], files: { 'Doc_0/Pages/Page_1/Content.xml': null } });
    expect(pagedOrThrow(await openDocument(bytes, {})).remarks?.[0]?.doubt?.message).toBe(
      'The OFD lacks what belongs to its pages: page 2 is not in the package (Doc_0/Pages/Page_1/Content.xml).',
    );
  });

  test('a page without a size is unread where its document has none either', async () => {
    const [page] = await pagesAndProblems(ofdFile({ pages: [text('合')], box: '0 0 0 0' }));
    expect(page).toMatchObject({ problem: 'nothing says how large the page is' });
  });

  test('what does not lead to a document is damage, with the reason', async () => {
    expect((await refusal(packed({ 'a/OFD.xml.bak': 'OFD.xml' })))?.[0]).toBe('not-readable');
    expect(await refusal(packed({ 'OFD.xml': '<OFD/>' }))).toEqual(['damaged', 'The OFD is damaged (OFD.xml names no document).']);
    expect(await refusal(packed({ 'OFD.xml': '<OFD><DocBody><DocRoot>../../etc/Document.xml</DocRoot></DocBody></OFD>' }))).toEqual([
      'damaged',
      'The file is a damaged ZIP package (it lacks the file etc/Document.xml).',
    ]);
    expect(await refusal(ofdFile({ pages: [] }))).toEqual(['damaged', 'The OFD is damaged (it has no pages).']);
  });

  test('one that is locked by a certificate is encrypted', async () => {
    expect((await refusal(ofdFile({ pages: [text('合')], files: { 'Encryptions.xml': '<Encryptions/>' } })))?.[0]).toBe('encrypted');
  });

  test('resources that cannot be read make the result partial, and no page is lost', async () => {
    const bytes = ofdFile({ pages: [text('合')], files: { 'Doc_0/PublicRes.xml': '<ofd:Res' } });
    const source = pagedOrThrow(await openDocument(bytes, {}));
    expect(source.remarks?.[0]?.doubt?.message).toContain('Doc_0/PublicRes.xml');
    expect((await pagesOf(bytes)).map(wordsOf)).toEqual(['合']);
  });
});

describe('FILE-BESIDE: what is in a file beside its pages', () => {
  const annotation = (type: string, words: string) =>
    `<Annot ID="901" Type="${type}"><Appearance Boundary="10 0 80 20">${text(words).replaceAll('ofd:', '')}</Appearance></Annot>`;
  const beside = ofdFile({
    pages: [text('合')],
    body: '<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>',
    document: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>Attachments.xml</ofd:Attachments>',
    files: {
      'Doc_0/Signs/Signatures.xml': '<Signatures><Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></Signatures>',
      'Doc_0/Attachments.xml': '<Attachments><Attachment ID="1" Name="上年决算.xlsx"><FileLoc>a.xlsx</FileLoc></Attachment></Attachments>',
      'Doc_0/Annots/Annotations.xml': '<Annotations><Page PageID="100"><FileLoc>P0.xml</FileLoc></Page></Annotations>',
      'Doc_0/Annots/P0.xml': `<PageAnnot>${annotation('Stamp', '已审核')}${annotation('Highlight', '8,888.88')}</PageAnnot>`,
    },
  });

  test('is no part of the page, and said', async () => {
    expect((await pagesOf(beside)).map(wordsOf)).toEqual(['合']);
    const { findings } = await extractDisclosure(beside, { name: 'a.ofd', ocr: 'off' });
    expect(findings.filter(({ rule }) => rule === 'FILE-BESIDE').map(({ severity, message }) => [severity, message])).toEqual([
      ['info', '文件带有电子签名；签名是否有效未作判断，签章的图样没有识读。'],
      ['info', '文件带有1个附件：“上年决算.xlsx”；附件不是版面的内容，没有识读。'],
      ['info', '第1页上有批注：图章“已审核”、高亮“8,888.88”；批注不是版面的内容，不在结果中。'],
    ]);
  });

  test('nothing is said where there is nothing, or an empty list of signatures', async () => {
    const empty = ofdFile({
      pages: [text('合')],
      body: '<ofd:Signatures>Signatures.xml</ofd:Signatures>',
      files: { 'Signatures.xml': '<Signatures/>' },
    });
    for (const bytes of [ofdFile({ pages: [text('合')] }), empty]) expect(pagedOrThrow(await openDocument(bytes, {})).remarks).toEqual([]);
  });

  test('annotations that cannot be read are said to be there', async () => {
    const broken = ofdFile({
      pages: [text('合')],
      document: '<ofd:Annotations>A.xml</ofd:Annotations>',
      files: { 'Doc_0/A.xml': '<Annotations><Page PageID="100"><FileLoc>missing.xml</FileLoc></Page></Annotations>' },
    });
    expect(pagedOrThrow(await openDocument(broken, {})).remarks?.map(({ message }) => message)).toEqual(['第1页的批注无法识读。']);
  });
});
