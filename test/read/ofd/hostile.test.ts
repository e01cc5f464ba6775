import { expect, test } from 'vitest';
import { openDocument, pagedOrThrow } from '../../../src/read/containers.js';
import { ofdFile, pageFile, text } from './ofd-file.js';

/** ms that a hostile page may take on a busy machine: what grows with the square of its size takes minutes. */
const SOON = 20_000;

async function problemOf(content: string, parts: Partial<Parameters<typeof ofdFile>[0]> = {}): Promise<string | null> {
  const page = await pagedOrThrow(await openDocument(ofdFile({ pages: [content], ...parts }), {})).read(1);
  return 'problem' in page ? page.problem : null;
}

test.each<[string, string, Partial<Parameters<typeof ofdFile>[0]>, RegExp | null]>([
  ['a text of a million letters', text('8'.repeat(1_000_000)), {}, /more than 200000 characters/],
  ['a text of blanks', text(`${' '.repeat(190_000)}8`), {}, null],
  ['billions of steps', text('88', '', '', 'DeltaX="g 99999999999 1 g 99999999999 1"'), {}, null],
  [
    'templates that use each other ten times',
    '',
    {
      before: '<ofd:Template TemplateID="50"/>'.repeat(10),
      common: Array.from({ length: 9 }, (_, i) => `<ofd:TemplatePage ID="${50 + i}" BaseLoc="T${i}.xml"/>`).join(''),
      files: Object.fromEntries(
        Array.from({ length: 9 }, (_, i) => [
          `Doc_0/T${i}.xml`,
          pageFile('', `<ofd:Template TemplateID="${51 + i}"/>`.repeat(i < 7 ? 10 : 0)),
        ]),
      ),
    },
    /more than \d+ templates/,
  ],
  [
    'composites that hold each other ten times',
    '<ofd:CompositeObject ID="8" Boundary="0 0 9 9" ResourceID="70"/>',
    {
      resources: `<ofd:CompositeGraphicUnits>${Array.from(
        { length: 10 },
        (_, i) =>
          `<ofd:CompositeGraphicUnit ID="${70 + i}"><ofd:Content>${`<ofd:CompositeObject ID="8" Boundary="0 0 9 9" ResourceID="${71 + i}"/>`.repeat(i < 9 ? 10 : 0)}</ofd:Content></ofd:CompositeGraphicUnit>`,
      ).join('')}</ofd:CompositeGraphicUnits>`,
    },
    /more than \d+ objects/,
  ],
  [
    'parameters that build upon themselves',
    text('8', 'DrawParam="5"'),
    { resources: '<ofd:DrawParams><ofd:DrawParam ID="5" Relative="5"/></ofd:DrawParams>' },
    null,
  ],
  [
    'a path of unknown commands',
    '<ofd:PathObject ID="8" Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 X 1</ofd:AbbreviatedData></ofd:PathObject>',
    {},
    /“X” is no command/,
  ],
])('%s', { timeout: SOON }, async (_, content, parts, problem) => {
  const found = await problemOf(content, parts);
  if (problem === null) expect(found).toBeNull();
  else expect(found).toMatch(problem);
});
