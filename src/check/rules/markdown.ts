import { EVIDENCE, EVIDENCE_FROM } from '../../../extractors/evidence.js';
import type { DocumentFamily } from '../../../extractors/family.js';
import { plainTitle } from '../../../extractors/title.js';
import { at } from '../../base/invariant.js';
import { formTitles, inWords } from './formula.js';
import { type CatalogueRule, rulesOf } from './rules.js';

const INTRODUCTION = `由 \`npm run rules\` 生成，不要手改；\`juesuan rules\` 列出同样的内容。

**怎样比较。** 印出的数是四舍五入后的数：末位半个单位之内都算它。n 个印出的数相加，允许相差 (n + 1) / 2 个末位单位，从不用百分比。
同一个数印在两处，以较少的小数位为准，必须相等；合计只有一个加数、其余为空白或 0 时，两者也是同一个数。194.9 与 194.90、88 与 88.00 视为同数（电子表格省去了尾零）；若把短的那个按自己的末位放宽才说得通，只作说明，不算证明。
印到分的金额没有更小的零头可舍，差一分也要指出。空格、0、— 分别看待：空格与 — 按 0 相加，但什么也不能证明；识读不出的格使该式无从判断。

**数值的状态。** \`proved\`（勾稽证实）：行、栏都有名可依，且至少有一个勾稽式成立，式中另有非零的印数；并且少了它该式就不成立。印出的 0.00 同理：换成别的数，和就不对了。
\`contradicted\`（有矛盾）：勾稽不符，且错多半在它（或与别的数嫌疑相同）。\`uncontradicted\`（未见矛盾）：没有与它矛盾的，也没有能证明它的。相差一个末位单位的两处印数，谁也证明不了谁。栏次 1、2、3…… 与年份不能证明任何数。
\`unchecked\`（未核对）：表格结构是推定的（没有竖线、合计对不上而说不清错在何处），或行、栏认不出是哪一项，又没有勾稽式可以证明。
\`corrected\`（已更正）：有人对照原件更正过（见 \`<文件名>.corrections.json\`），勾稽按更正后的数计算，但不再改动这一状态。

**归因。** 先找一个改正后能使最多勾稽式成立、又不破坏任何成立的式子的数；再看是否一行的两个数、漏掉的一行、错位的栏或写错的单位更能说明问题。
一个原因只报一条：文中的数若与表内勾稽所要求的相符，只作说明，错在表中。\`rounding\`（四舍五入）：尾差；\`publisher\`（原件如此）：原件自相矛盾；\`reading\`（识读存疑）：我们识读有误（错栏、丢了负号或首尾数字）；\`unknown\`（原因不明）：说不准。印出的数从不改动。

**级别。** \`error\`（错误）：应当有人看；\`warning\`（提醒）：印到分的或位数不同的同一数两处相差一个末位单位、由别的条件推出的关系、绩效表中还有别的读法的（可能缺行、另有加减分、某项含在另一项中、尾数舍入）；\`info\`（说明）：尾差与说明。

**文字问题。** 只涉及字句、标点、旧名称而不涉及数的（\`info\`），在报告、工作簿和核对页上另列，不与说明混在一起。
`;

/**
 * A family's part of docs/rules.md: every rule that holds for its documents, then every form with what it declares.
 * @param index of the part; the first introduces them all
 */
export function rulesMarkdown(family: DocumentFamily, index: number): string {
  const head = `# 勾稽规则（${family.titles.publication}）`;
  const groups = rulesOf(family).map(
    ({ title, rules }) => `## ${title}\n\n${rules.some(hasForms) ? withForms(rules, family) : withoutForms(rules)}`,
  );
  const declared = family.forms.filter((form) => form.identities.length > 0);
  const sections = declared.map((form) => {
    const lines = form.identities.map((identity) => `- \`${identity.rule.id}\` ${inWords(identity, form)}`);
    return `### ${plainTitle(at(form.titles, 0))}\n\n${lines.join('\n')}`;
  });
  return `${[head, ...(index === 0 ? [INTRODUCTION, evidence()] : []), ...groups, '## 各表所列\n', ...sections].join('\n\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

/** What the rules raised on published documents, and what of it was right. */
const evidence = (): string =>
  `**在公布的文件中。** ${EVIDENCE_FROM}里各条提出的错误和提醒；未列的没有提出。看过的是与原件对照过的。\n\n${toTable(
    ['规则', '提出', '看过', '属实'],
    Object.entries(EVIDENCE).map(([id, { raised, examined, true: right }]) => [`\`${id}\``, `${raised}`, `${examined}`, `${right}`]),
  )}`;

const hasForms = (rule: CatalogueRule) => rule.forms.length > 0;

const withForms = (rules: readonly CatalogueRule[], family: DocumentFamily) =>
  toTable(
    ['规则', '标题', '公式', '适用表', '年度'],
    rules.map((rule) => [`\`${rule.id}\``, rule.title, rule.formula, formTitles(rule, family), rule.years]),
  );

const withoutForms = (rules: readonly CatalogueRule[]) =>
  toTable(
    ['规则', '标题', '内容'],
    rules.map((rule) => [`\`${rule.id}\``, rule.title, rule.formula]),
  );

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
