import { expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { inLanguage } from '../../src/base/language.js';
import { toLine } from '../../src/compare/documents.js';
import { CompareRoutes } from '../../src/review/compare-routes.js';
import { account, summaryTable } from '../compare/accounts.js';

const disclosure = account(2023, [summaryTable('1.00', '1.00', '10.00', '20.00')]);
const documents = {
  lines: () => [{ id: 'd1', line: toLine(disclosure.source.name, disclosure, families), region: null }],
  list: () => [],
  has: () => true,
  disclosure: async () => disclosure,
};
const HEADS = '部门,人数\n桐柏县档案馆,4';

test.each([
  ['部门,人数\n桐柏县水利局,4', '人数表不能用：有的部门没有人数'],
  ['桐柏县档案馆,4', '人数表不能用：第一行要写出部门一栏和人数一栏的栏名'],
  ['部门,人数\n桐柏县档案馆,0', '人数表不能用：人数要大于零'],
  [`${HEADS}\n桐柏县档案馆,5`, '人数表不能用：一个部门有两行'],
])('a table of heads that cannot be used is refused with a sentence, and the last one stays: %j', (heads, sentence) => {
  const routes = new CompareRoutes(documents);
  expect(routes.takeHeads({ heads: HEADS }).body).toBe('{"lines":1}');
  expect(() => routes.takeHeads({ heads })).toThrow(sentence);
  expect(() => inLanguage('en', () => routes.takeHeads({ heads }))).toThrow('The table of heads cannot be used: ');
  expect(() => routes.takeHeads({ table: heads })).toThrow('That is no table of heads.');
});

test('figures are told for each head from then on, until an empty table comes', async () => {
  const routes = new CompareRoutes(documents);
  const { figures } = JSON.parse(String((await routes.answer([], new URLSearchParams())).body));
  const figure = new URLSearchParams({ figure: figures[0].id });
  const told = async () => JSON.parse(String((await routes.answer(['documents'], figure)).body)).lines[0].perHead;
  expect(await told()).toBeNull();
  routes.takeHeads({ heads: HEADS });
  expect(await told()).toBe('2500.00');
  routes.takeHeads({ heads: ' ' });
  expect(await told()).toBeNull();
});
