import type { Finding } from '../../../../schemas/disclosure.js';
import { proseFinding } from '../finding.js';
import type { Sentence } from '../text/sentences.js';

/** What a template leaves behind where somebody forgot to fill it in; the number shows what kind it is. */
const LEFTOVERS: readonly (readonly [RegExp, string])[] = [
  [/(?:19|20)[Xx×✕*]{2}年/u, '年份未填'],
  [/(?<![A-Za-z0-9/._-])(?:[Xx]{2,}|[×✕]{2,}|\*{2,})(?![A-Za-z0-9/._-])/u, '占位符未改'],
  [/【(?:[^】]*(?:填|请|选择|删|名称|单位|部门)[^】]*)?】/u, '括注未删'],
  [
    /（(?:如有|如无|若有|若无|没有的?请|请[^（）]{0,30}|此处[^（）]{0,30}|填写[^（）]{0,30}|选填|可根据[^（）]{0,30}|根据实际情况[^（）]{0,30})）/u,
    '填写说明未删',
  ],
  [/[局厅委办院]（(?:部|委|办|局|厅|院|会)(?:、(?:部|委|办|局|厅|院|会))+）/u, '机构类别未选定'],
  [
    /(?:预算|决算)(?:数|总额)?(?:为|是)万元|(?:增加|减少|占比?|增长|下降)(?:为|了)?(?:万元|%)|(?:总计|合计|支出|收入)(?:为|共)万元/u,
    '金额未填',
  ],
  [/(?:增加|增长|上升)[（/](?:减少|下降|降低)[）]?|(?:减少|下降|降低)[（/](?:增加|增长|上升)[）]?/u, '增减未选定'],
  [/_{2,}|＿{2,}/u, '空格未填'],
];

/** Leftovers of the template a document was written in. */
export function checkLeftovers(sentences: readonly Sentence[]): Finding[] {
  return sentences.flatMap((sentence) => {
    const [found] = LEFTOVERS.flatMap(([pattern, what]) => {
      const match = pattern.exec(sentence.plain);
      return match ? [{ match, what }] : [];
    });
    if (!found) return [];
    return [
      proseFinding(sentence, found.match.index, {
        rule: 'TEMPLATE-LEFTOVER',
        severity: 'warning',
        verdict: found.what === '金额未填' ? 'unknown' : 'publisher',
        message: `文中留有模板痕迹“${found.match[0]}”（${found.what}）。`,
      }),
    ];
  });
}
