import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../../src/model/glyph.js';
import { pagesToLayout } from '../../../../src/rebuild/rebuild.js';
import { across, page, sketchOf, write } from '../../../builders.js';

/** Words in the middle of x: `[x, text, x, text …]` on one height. */
const row = (y: number, ...words: (number | string)[]) =>
  words.flatMap((x, i) => {
    if (typeof x !== 'number') return [];
    const text = String(words[i + 1]);
    return write(text, x - (write(text, 0, 0).at(-1)?.box[2] ?? 0) / 2, y);
  });

const sketches = (...pages: Glyph[][]) =>
  pagesToLayout(pages.map((glyphs, i) => page({ number: i + 1, glyphs }))).grids.map((grid) => sketchOf(grid).map(shown));
/** A row without what is merged from the left or from above: its cells differ with the columns of the other blocks. */
const shown = (line: string) =>
  line
    .split('|')
    .filter((text) => text !== '<')
    .join('|');

const TITLE = write('部门整体支出绩效自评表', 200, 60, { size: 16 });
const NAME = row(100, 110, '部门名称', 350, '甲县民政局');
const MONEY_HEADS = row(120, 220, '年初预算数', 290, '全年预算数', 360, '全年执行数', 420, '分值', 470, '执行率', 530, '得分');
const MONEY = [
  ...row(140, 130, '年度资金总额', 220, '70.00', 290, '80.00', 360, '60.00', 470, '75%'),
  ...row(160, 150, '财政资金', 220, '60.00', 290, '60.00', 360, '50.00', 470, '83%'),
  ...row(170, 60, '资金情况', 420, '10', 530, '7.5'),
  ...row(180, 150, '单位资金', 220, '10.00', 290, '20.00', 360, '10.00', 470, '50%'),
  ...row(200, 150, '其他资金', 220, '0', 290, '0', 360, '0', 470, '0%'),
];
const GOALS = [
  ...row(220, 230, '预期目标', 450, '实际完成情况'),
  ...row(230, 60, '年度目标'),
  ...row(240, 230, '做好工作', 450, '已经做好'),
];
const ACROSS = row(260, 300, '绩效指标');
const HEADS = row(
  280,
  70,
  '一级指标',
  140,
  '分值',
  210,
  '二级指标',
  290,
  '三级指标',
  370,
  '指标值',
  430,
  '完成值',
  480,
  '分值',
  530,
  '得分',
);
const INDICATORS = [
  ...row(300, 290, '按期完成率', 370, '100%', 430, '100%', 480, '20', 530, '20'),
  ...row(310, 210, '数量指标'),
  ...row(320, 70, '产出指标', 140, '60', 290, '验收合格率', 370, '≥95%', 430, '97%', 480, '20', 530, '20'),
  ...row(340, 210, '质量指标', 290, '达标率', 370, '≥90%', 430, '95%', 480, '20', 530, '20'),
  ...row(360, 70, '效益指标', 140, '40', 210, '社会效益', 290, '服务水平', 370, '提升', 430, '提升', 480, '40', 530, '38'),
];
/** A glyph 40 pt lower. */
const lower = (glyph: Glyph): Glyph => ({
  ...glyph,
  y: glyph.y + 40,
  box: [glyph.box[0], glyph.box[1] + 40, glyph.box[2], glyph.box[3] + 40],
});
const SUM = row(380, 250, '总分', 480, '100', 530, '98');

const INDICATOR_ROWS = [
  '一级指标|分值|二级指标|三级指标|指标值|完成值|分值|得分',
  '产出指标|60|数量指标|按期完成率|100%|100%|20|20',
  '^|^|^|验收合格率|≥95%|97%|20|20',
  '^|^|质量指标|达标率|≥90%|95%|20|20',
  '效益指标|40|社会效益|服务水平|提升|提升|40|38',
];

describe('a 绩效 table without vertical rules', () => {
  const [grid, ...others] = sketches([...TITLE, ...NAME, ...MONEY_HEADS, ...MONEY, ...GOALS, ...ACROSS, ...HEADS, ...INDICATORS, ...SUM]);

  test('is one table of all its blocks', () => {
    expect(others).toEqual([]);
    expect(grid).toHaveLength(15);
  });

  test('figures between the rows of money are those of all of them, and stand in the first', () => {
    expect(grid?.slice(1, 6)).toEqual([
      '||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
      '年度资金总额|70.00|80.00|60.00|10|75%|7.5',
      '资金情况|财政资金|60.00|60.00|50.00|^|83%|^',
      '^|单位资金|10.00|20.00|10.00|^|50%|^',
      '^|其他资金|0|0|0|^|0%|^',
    ]);
  });

  test('a line in its middle is one cell from side to side', () => expect(grid?.[8]).toBe('绩效指标'));

  test('levels are merged over the indicators in whose middle they stand', () => {
    expect(grid?.slice(9, 14)).toEqual(INDICATOR_ROWS);
    expect(grid?.[14]).toBe('总分|100|98');
  });
});

test('words below the sum of a block are the goals, though they end before its figures', () => {
  const tasks = [
    ...row(120, 170, '任务名称', 280, '主要内容', 380, '总额', 450, '财政拨款', 520, '其他资金'),
    ...row(140, 70, '年度任务', 170, '人员经费', 280, '保障运转', 380, '70.00', 450, '60.00', 520, '10.00'),
    ...row(160, 170, '金额合计', 380, '70.00', 450, '60.00', 520, '10.00'),
    ...row(180, 70, '年度目标'),
    ...write('认真履行职责，保障运转，提高效益。', 140, 180),
  ];
  const [grid] = sketches([...TITLE, ...NAME, ...tasks, ...HEADS, ...INDICATORS]);
  expect(grid?.slice(2, 5)).toEqual([
    '年度任务|人员经费|保障运转|70.00|60.00|10.00',
    '|金额合计||70.00|60.00|10.00',
    '年度目标|认真履行职责，保障运转，提高效益。',
  ]);
});

test('goals that wrap are one row, and so are those beside them', () => {
  const goals = [
    ...row(220, 230, '预期目标', 450, '实际完成情况'),
    ...write('做好全年各项', 200, 240),
    ...write('已经做好全年各', 400, 240),
    ...write('工作。', 200, 253),
    ...write('项工作。', 400, 253),
    ...row(275, 60, '备注', 230, '无', 450, '无'),
  ];
  const [grid] = sketches([
    ...TITLE,
    ...NAME,
    ...MONEY_HEADS,
    ...MONEY,
    ...goals,
    ...ACROSS.map(lower),
    ...HEADS.map(lower),
    ...INDICATORS.map(lower),
  ]);
  expect(grid?.slice(6, 9)).toEqual(['|预期目标|实际完成情况', '|做好全年各项工作。|已经做好全年各项工作。', '备注|无|无']);
});

test('goals of two lines are one text beside one of one line, whatever label stands half-way beside them', () => {
  const goals = [
    ...row(220, 230, '预期目标', 450, '实际完成情况'),
    ...row(234, 60, '年度目标'),
    ...write('做好全年各项工作和', 120, 240),
    ...row(247, 450, '已经做好'),
    ...write('任务。', 120, 253),
    ...row(275, 60, '备注', 150, '无', 230, '无', 450, '无'),
  ];
  const below = [...ACROSS, ...HEADS, ...INDICATORS].map(lower);
  const [grid] = sketches([...TITLE, ...NAME, ...MONEY_HEADS, ...MONEY, ...goals, ...below]);
  expect(grid?.slice(6, 9)).toEqual(['||预期目标|实际完成情况', '年度目标|做好全年各项工作和任务。|已经做好', '备注|无|无|无']);
});

test('a field that wraps in the middle of its cell is one, beside fields of one line', () => {
  const fields = [
    ...row(94, 250, '[101]甲县民政局事'),
    ...row(100, 110, '主管部门', 370, '实施单位', 490, '甲县民政局'),
    ...row(106, 250, '务中心'),
  ];
  const [grid] = sketches([...TITLE, ...fields, ...MONEY_HEADS, ...MONEY, ...ACROSS, ...HEADS, ...INDICATORS]);
  expect(grid?.[0]).toBe('主管部门|[101]甲县民政局事务中心|实施单位|甲县民政局');
});

test('a full stop alone on its line is the end of the words above it', () => {
  const management = [
    ...row(220, 250, '情况说明', 420, '分值', 530, '得分'),
    ...row(240, 150, '科学性'),
    ...write('资金安排合理', 210, 236),
    ...row(240, 420, '5', 530, '5'),
    ...write('。', 210, 246),
    ...row(265, 150, '合规性', 250, '按规定支付', 420, '5', 530, '4'),
  ];
  const below = [...ACROSS, ...HEADS, ...INDICATORS].map(lower);
  const [grid] = sketches([...TITLE, ...NAME, ...MONEY_HEADS, ...MONEY, ...management, ...below]);
  expect(grid?.[7]).toBe('科学性|资金安排合理。|5|5');
});

test('its number may be that of an annex, below its title', () => {
  const caption = [...row(76, 500, '附件13'), ...row(88, 100, '部门：甲县民政局', 500, '单位：万元')];
  expect(sketches([...TITLE, ...caption, ...HEADS, ...INDICATORS])).toEqual([INDICATOR_ROWS]);
});

test('its title may wrap', () => {
  const title = [...write('甲县某某中心二〇二三年部门整体支出绩效目标', 200, 40, { size: 16 }), ...write('表', 290, 60, { size: 16 })];
  expect(sketches([...title, ...HEADS, ...INDICATORS])).toEqual([INDICATOR_ROWS]);
});

describe('over two pages', () => {
  const first = [...TITLE, ...HEADS, ...INDICATORS.filter(({ y }) => y < 330)];
  const second = [
    ...row(80, 210, '质量指标', 290, '达标率', 370, '≥90%', 430, '95%', 480, '20', 530, '20'),
    ...row(100, 250, '总分', 480, '100', 530, '98'),
  ];

  test('it goes on where nothing ends it', () => {
    expect(sketches(first, second).map((each) => each.length)).toEqual([5]);
  });

  test('it goes on below its own title, but where its first field stands there it is the next table', () => {
    const below = second.map((glyph) => ({
      ...glyph,
      y: glyph.y + 40,
      box: [glyph.box[0], glyph.box[1] + 40, glyph.box[2], glyph.box[3] + 40] as const,
    }));
    expect(sketches(first, [...TITLE, ...below])).toHaveLength(1);
    const whole = (name: string) => [...TITLE, ...row(100, 110, '部门名称', 350, name), ...HEADS, ...INDICATORS];
    expect(sketches(whole('甲局'), whole('乙局'))).toHaveLength(2);
  });

  test('the row of the sum is none of those that a level of the last indicators covers', () => {
    const rest = [
      ...row(80, 210, '质量指标', 290, '达标率', 370, '≥90%', 430, '95%', 480, '20', 530, '20'),
      ...row(90, 70, '效益指标', 140, '40'),
      ...row(100, 210, '社会效益', 290, '服务水平', 370, '提升', 430, '提升', 480, '20', 530, '20'),
      ...row(120, 290, '总分', 480, '100', 530, '98'),
    ];
    expect(sketches(first, rest)[0]?.slice(-3)).toEqual([
      '效益指标|40|质量指标|达标率|≥90%|95%|20|20',
      '^|^|社会效益|服务水平|提升|提升|20|20',
      '总分|100|98',
    ]);
  });

  test('it ends at the next heading', () => {
    expect(sketches(first, [...write('第三部分 情况说明', 200, 60), ...row(90, 200, '甲', 300, '乙', 400, '丙')])[0]).toHaveLength(3);
  });
});

test('where two heads stand in one column it is not read, and its lines stay outside', () => {
  const heads = row(280, 70, '一级指标', 92, '二级指标', 290, '三级指标');
  expect(sketches([...TITLE, ...heads, ...INDICATORS])).toEqual([]);
});

test('a ruled table below the title is that of its rules', () => {
  const ruled = page({ glyphs: [...TITLE, ...HEADS, ...INDICATORS], rules: [across(90, 40, 560), across(400, 40, 560)] });
  expect(pagesToLayout([ruled]).grids).toHaveLength(1);
});

describe('with horizontal rules alone', () => {
  const heads = row(100, 60, '项目名称', 140, '绩效目标', 240, '一级指标', 320, '二级指标', 410, '三级指标', 500, '指标值');
  const first = [
    ...row(120, 410, '培训人数', 500, '≥90'),
    ...row(125, 140, '完成年度各项任', 320, '数量指标'),
    ...row(135, 140, '务。', 240, '产出指标'),
    ...row(140, 60, '培训经费', 410, '办班', 500, '≥'),
    ...row(150, 500, '70000.00'),
    ...row(170, 240, '效益指标', 320, '社会效益', 410, '素质', 500, '提升'),
  ];
  const second = [
    ...row(190, 140, '保障日常运转'),
    ...row(200, 60, '物业费', 140, '。', 240, '产出指标', 320, '时效指标', 410, '按期完成率', 500, '≥95%'),
  ];
  const rules = [...[105, 180, 205].map((y) => across(y, 20, 560)), across(125, 365, 560), across(155, 200, 560)];

  test('a cell reaches from one that crosses its column to the next, and no boundary runs through a text', () => {
    const grids = pagesToLayout([page({ glyphs: [...TITLE, ...heads, ...first, ...second], rules })]).grids;
    expect(grids.map(sketchOf)).toEqual([
      [
        '项目名称|绩效目标|一级指标|二级指标|三级指标|指标值',
        '培训经费|完成年度各项任务。|产出指标|数量指标|培训人数|≥90',
        '^|^|^|^|办班|≥70000.00',
        '^|^|效益指标|社会效益|素质|提升',
        '物业费|保障日常运转。|产出指标|时效指标|按期完成率|≥95%',
      ],
    ]);
  });

  test('fields above indicators have the rows of their rules too, and a label beside a line in the middle is a cell of its own', () => {
    const fields = [
      ...row(100, 80, '项目名称', 330, '培训'),
      ...row(115, 230, '[101]甲县民政局事务'),
      ...row(120, 80, '主管部门', 370, '实施单位', 480, '甲县民政局'),
      ...row(127, 200, '中心'),
      ...row(140, 230, '财政拨款', 480, '7.00'),
      ...row(147, 80, '项目资金'),
      ...row(160, 230, '其他资金', 480, '0.00'),
      ...row(180, 60, '目标', 300, '通过实施项目，完成年度任务，提高资金使用效益'),
    ];
    const indicators = [
      ...row(200, 60, '绩效指标', 160, '一级指标', 250, '二级指标', 370, '三级指标', 500, '指标值'),
      ...row(220, 370, '人数', 500, '≥9'),
      ...row(230, 60, '甲', 160, '产出指标', 250, '数量指标'),
      ...row(240, 370, '次数', 500, '≥2'),
    ];
    const lines = [...[105, 130, 165, 185, 205, 245].map((y) => across(y, 20, 560)), across(145, 150, 560), across(225, 310, 560)];
    const grids = pagesToLayout([page({ glyphs: [...TITLE, ...fields, ...indicators], rules: lines })]).grids;
    const filled = (line: string) => shown(line).split('|').filter(Boolean).join('|');
    expect(grids.map((grid) => sketchOf(grid).map(filled))).toEqual([
      [
        '项目名称|培训',
        '主管部门|[101]甲县民政局事务中心|实施单位|甲县民政局',
        '项目资金|财政拨款|7.00',
        '^|其他资金|0.00',
        '目标|通过实施项目，完成年度任务，提高资金使用效益',
        '绩效指标|一级指标|二级指标|三级指标|指标值',
        '甲|产出指标|数量指标|人数|≥9',
        '^|^|^|次数|≥2',
      ],
    ]);
  });
});
