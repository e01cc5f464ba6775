import type { Wording } from '../../../../extractors/prose.js';
import { TEMPLATE_LEFTOVER } from '../../../../extractors/shared/wording-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { oncePer } from '../cached.js';
import type { ProseContext } from '../context.js';
import { proseFinding } from '../finding.js';
import type { Sentence } from '../text/sentences.js';

/** What a template leaves behind where it was not filled in, and what kind of leftover that is. */
interface Leftover {
  readonly pattern: RegExp;
  readonly title: string;
  /** A figure is missing, not words alone. OCR loses one as easily as a writer forgets it. */
  readonly isFigure?: true;
  /** OCR loses words too. */
  readonly isPerhapsOurs?: true;
}

/** Of two in one sentence the first in this order is reported. Tables that could not be read leave a row of ** behind: four and more are none. */
const leftovers = oncePer(({ principal, other }: Wording): readonly Leftover[] => [
  { pattern: /(?:19|20)[Xx×✕*]{2}年/u, title: '年份未填' },
  { pattern: /(?<![A-Za-z0-9/._-])(?:[Xx]{2,}|[×✕]{2,}|(?<!\*)\*{2,3}(?!\*))(?![A-Za-z0-9/._-])/u, title: '占位符未改' },
  { pattern: /【(?:[^】]*(?:填|请|选择|删|名称|单位|部门)[^】]*)?】/u, title: '括注未删' },
  {
    pattern:
      /（(?:如有|如无|若有|若无|没有的?请|请[^（）]{0,30}|此处[^（）]{0,30}|填写[^（）]{0,30}|选填|可根据[^（）]{0,30}|根据实际情况[^（）]{0,30})）/u,
    title: '填写说明未删',
  },
  { pattern: /[局厅委办院]（(?:部|委|办|局|厅|院|会)(?:、(?:部|委|办|局|厅|院|会))+）/u, title: '机构类别未选定' },
  {
    pattern: new RegExp(
      `(?:${other.word}|${principal})(?:数|总额)?(?:为|是)万元|(?:增加|减少|占比?|增长|下降)(?:为|了)?(?:万元|%)|(?:总计|合计|支出|收入)(?:为|共)万元`,
      'u',
    ),
    title: '金额未填',
    isFigure: true,
  },
  {
    pattern: /(?:占[^，。；%]{0,20}?|完成[^，。；%]{0,16}的|增长|下降)(?:为|了|约)?\d+\.\d+(?=[，。；]|$)/u,
    title: '百分号未印',
    isFigure: true,
  },
  {
    pattern: /(?:增加|增长|上升)(?:（[或/]?|\/)(?:减少|下降|降低)）?|(?:减少|下降|降低)(?:（[或/]?|\/)(?:增加|增长|上升)）?/u,
    title: '增减未选定',
  },
  // 是增长的主要原因。 has its reason before it.
  {
    pattern: /(?:原因(?:主要)?[是为]|原因：|主要(?:[是系]|[是系]?(?:由于|因为))|主要用于)[：，]?[。；]/u,
    title: '原因未写',
    isPerhapsOurs: true,
  },
  { pattern: /_{2,}|＿{2,}/u, title: '空格未填' },
]);

/** Leftovers of the template a document was written in. */
export function checkTemplate(sentences: readonly Sentence[], { prose }: ProseContext): Finding[] {
  return sentences.flatMap((sentence) => {
    const [found] = leftovers(prose.wording).flatMap((leftover) => {
      const match = leftover.pattern.exec(sentence.plain);
      return match ? [{ match, leftover }] : [];
    });
    if (!found) return [];
    const { match, leftover } = found;
    return [
      proseFinding(sentence, match.index, {
        rule: TEMPLATE_LEFTOVER.id,
        severity: leftover.isFigure ? 'warning' : 'info',
        verdict: leftover.isFigure || leftover.isPerhapsOurs ? 'unknown' : 'publisher',
        message: `文中留有模板痕迹“${match[0]}”（${leftover.title}）。`,
      }),
    ];
  });
}
