/** Tables 公开 10 and 11 of beiguan-2024: the department's 绩效自评, then those of two projects. */
import type { Flowing } from '../drawing/grid.js';
import { type Indicator, performanceSheet } from '../forms/performance.js';
import type { Heading, Sheet } from '../forms/sheet.js';

const WORK =
  '组织企业做好“三大改造”、企业小升规、惠企政策落实、企业信息化、5G技术应用与推广和国家高新技术企业申报、企业研发机构全覆盖、' +
  '科技型中小企业认定、研发费用归集等。协助做好优化营商环境、工业经济高质量发展等工作。承办区委区政府交办的其他重要工作。';

const IMPROVE = '工作方法，工作效率仍需改进';

/** Of the department: first level with its weight, second level, indicators. */
const DEPARTMENT_INDICATORS: [level: string, weight: string, groups: [name: string, indicators: Indicator[]][]][] = [
  [
    '投入管理指标',
    '30',
    [
      [
        '工作目标管理',
        [
          ['年度履职目标相关性', '相关', '100%', '2', '2', '0.00', ''],
          ['工作任务科学性', '科学', '100%', '2', '2', '0.00', ''],
          ['绩效指标合理性', '合理', '95%', '2', '1.9', '-5.00', '项目绩效目标设置不够科学合理，需结合实际进行再优化。'],
        ],
      ],
      [
        '预算和财务管理',
        [
          ['预算编制完整性', '完整', '100%', '2', '2', '0.00', ''],
          ['专项资金细化率', '≥90%', '100%', '2', '2', '0.00', ''],
          ['预算调整率', '≤30%', '22.26%', '2', '2', '0.00', ''],
          ['结转结余率', '≤20%', '72.16%', '1', '0', '260.80', '因财政资金紧张，未'],
          ['“三公经费”控制率', '≤60%', '0%', '1', '1', '0.00', ''],
          ['政府采购执行率', '≥80%', '100%', '1', '1', '0.00', ''],
          ['决算真实性', '真实', '100%', '1', '1', '0.00', ''],
          ['资金使用合规性', '合规', '100%', '1', '1', '0.00', ''],
          ['管理制度健全性', '健全', '90%', '1', '0.9', '-10.00', '管理制度需进一步'],
          ['预决算信息公开性', '公开', '100%', '1', '1', '0.00', ''],
          ['资产管理规范性', '规范', '90%', '1', '0.9', '-10.00', '资产管理规范性需'],
        ],
      ],
      [
        '绩效管理',
        [
          ['绩效监控完成率', '=100%', '100%', '2', '2', '0.00', ''],
          ['绩效自评完成率', '=100%', '100%', '2', '2', '0.00', ''],
          ['部门绩效评价完成率', '=100%', '100%', '2', '2', '0.00', ''],
          ['评价结果应用率', '=100%', '100%', '2', '2', '0.00', ''],
        ],
      ],
    ],
  ],
  [
    '产出指标',
    '25',
    [
      ['重点工作任务完成', [['工业经济运行、科技创新工作争取全面完成', '完成', '95%', '15', '14.25', '-5.00', IMPROVE]]],
      ['履职目标实现', [['工业经济高质量发展', '完成', '95%', '10', '9.5', '-5.00', IMPROVE]]],
    ],
  ],
  [
    '效益指标',
    '35',
    [
      ['履职效益', [['规上工业企业增加值稳定增长；企业科技创新工作逐步实现全覆盖', '完成', '95%', '20', '19', '-5.00', IMPROVE]]],
      ['满意度', [['服务企业', '≥90%', '95%', '15', '15', '0.00', '']]],
    ],
  ],
];

export function departmentForm(department: string): Sheet {
  const rows: Flowing[][] = [
    [
      ['部门（单位）名称', 2],
      [department, 8],
    ],
    [['部门整体支出情况\n（万元）', 1, 5], ['', 2], '年初预算数', '全年预算数', '全年执行数', '分值', '预算执行率', ['得分', 2]],
    [['部门预算总额', 2], '1220.96', '1492.84', '415.67', ['10', 1, 4], '27.84 %', ['3.09', 2, 4]],
    [['资金来源', 1, 3], '政府预算资金', '1220.96', '1472.88', '395.87', '26.88 %'],
    ['财政专户管理资金', '0', '0', '0', '0.00%'],
    ['单位资金', '0', '19.96', '19.8', '99.2 %'],
    [
      ['年度履职目标', 1, 3],
      ['预期目标', 4],
      ['实际完成情况', 5],
    ],
    [
      ['主要内容', 4],
      ['目标完成情况', 5],
    ],
    [
      [WORK, 4],
      [WORK, 5],
    ],
    [
      ['年度主要任务', 1, 2],
      ['任务名称', 2],
      ['主要内容', 3],
      ['任务完成情况', 4],
    ],
    [
      ['企业小升规、惠企政策落实、科技创新工作', 2],
      ['企业小升规、惠企政策落实、科技创新工作', 3],
      ['较好的完成了企业小升规、惠企政策落实、科技创新工作', 4],
    ],
    [['绩效指标', 10]],
    ['一级指标', '分值', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差度', '偏差原因分析及改进措施'],
    ...DEPARTMENT_INDICATORS.flatMap(([level, weight, groups]) => {
      const height = groups.reduce((sum, [, indicators]) => sum + indicators.length, 0);
      const flat = groups.flatMap(([name, indicators]) =>
        indicators.map((indicator, index): Flowing[] => (index === 0 ? [[name, 1, indicators.length], ...indicator] : [...indicator])),
      );
      return flat.map((row, index): Flowing[] => (index === 0 ? [[level, 1, height], [weight, 1, height], ...row] : row));
    }),
    [['总分', 6], '100', '89.54', '', ''],
  ];
  const widths = [0.7, 0.42, 1, 1.3, 1.05, 1.05, 0.65, 0.9, 0.8, 1.6];
  return performanceSheet(heading('department-performance', '10', '部门整体支出绩效自评情况表'), widths, rows, {
    '部门（单位）名称': department,
  });
}

interface Project {
  name: string;
  /** 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分 of the total, of the government's part, and of the other parts. */
  total: string[];
  government: string[];
  others: string[];
  /** Scores of the four questions of 资金管理情况. */
  management: [string, string, string, string];
  goal: [expected: string, reached: string];
  /** First level ('' where one cell is both), second level, then the indicator. */
  indicators: [level: string, group: string, indicator: Indicator][];
  score: string;
}

const PROJECTS: Project[] = [
  {
    name: '2022 年安阳市新认定市级研发平台奖补资金',
    total: ['0', '80', '40', '10', '50%', '5.00'],
    government: ['0', '80', '40', '—', '50%', '—'],
    others: ['0', '0', '0', '—', '0%', '—'],
    management: ['5', '4', '4', '5'],
    goal: ['年均新增市级以上研发平台不少于5家', '年均新增市级以上研发平台6家'],
    indicators: [
      ['成本指标', '经济成本指标', ['奖补资金', '70-80', '40%', '10', '5.71', '-42.86', '积极沟通，拨付资金']],
      ['产出指标', '数量指标', ['研发平台', '≥6家', '6 家', '10', '10', '0.00', '']],
      ['产出指标', '质量指标', ['通过认定', '通过市科技局认定', '100%', '10', '10', '0.00', '']],
      ['产出指标', '时效指标', ['一年一拨付', '=1 年', '1 年', '10', '10', '0.00', '']],
      ['', '社会效益指标', ['研发成果', '持续增加', '100%', '25', '25', '0.00', '']],
      ['满意度指标', '服务对象满意度指标', ['企业满意度', '≥90%', '95%', '5', '5', '0.00', '']],
    ],
    score: '88.71',
  },
  {
    name: '其他扶持企业资金：小升规、扩大生产规模、“专精特新”小巨人企业奖励资金',
    total: ['179', '179', '14', '10', '7.82 %', '0.78'],
    government: ['179', '179', '14', '-', '7.82 %', '-'],
    others: ['0', '0', '0', '-', '0.00%', '-'],
    management: ['4', '5', '5', '5'],
    goal: ['目标1：年均新增规模以上工业企业不少于6家\n目标2：工业经济稳步增长。', '1：年均新增规模以上工业企业6家\n2：工业经济稳步增长。'],
    indicators: [
      ['成本指标', '经济成本指标', ['奖补资金', '≤179 万', '14 万', '10', '10', '0.00', '']],
      ['产出指标', '数量指标', ['研发平台', '≥1家', '1 家', '10', '10', '0.00', '']],
      ['产出指标', '质量指标', ['通过认定', '≥5%', '14%', '10', '6', '150.00', '产值增速14%高于预期']],
      ['产出指标', '时效指标', ['一年一拨付', '一年一拨付', '100%', '10', '10', '0.00', '']],
      ['', '经济效益指标', ['研发成果', '提升', '100%', '10', '10', '0.00', '']],
      ['', '社会效益指标', ['研发成果', '提升', '100%', '15', '15', '0.00', '']],
      ['满意度指标', '服务对象满意度指标', ['企业满意度', '≥95%', '95%', '5', '5', '0.00', '']],
    ],
    score: '85.78',
  },
];

const MANAGEMENT: [question: string, answer: string][] = [
  ['安排科学性', '资金安排符合相关管理办法，资金分配有测算依据，分配结果公平合理。'],
  ['拨付合规性', '根据财政安排及时合规拨付资金，严格按照国库集中支付制度有关规定支付资金。'],
  [
    '使用规范性',
    '由单位负责人审批，财政部门监管下，严格按照下达预算的科目和项目执行，支出依据合规，无虚列项目支出、截留挤占挪用、超标准开支、超预算等情况。',
  ],
  ['预算绩效管理情况', '纳入绩效管理，设置绩效目标，开展绩效自评等工作。'],
];

export function projectForms(): Sheet[] {
  return PROJECTS.map(projectForm);
}

function projectForm(project: Project): Sheet {
  const rows: Flowing[][] = [
    [
      ['项目名称', 2],
      [project.name, 7],
    ],
    [['主管部门', 2], ['', 3], '实施单位', ['', 3]],
    [['项目资金\n（万元）', 1, 5], ['', 2], '年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/Ax100%）', '得分'],
    [['年度资金总额', 2], ...project.total],
    [['其中：政府预算资金', 2], ...project.government],
    [['财政专户管理资金', 2], ...project.others],
    [['单位资金', 2], ...project.others],
    [['资金管理情况', 1, 5], '', ['情况说明', 3], '分值（20）', '得分', ['存在问题和改进措施', 2]],
    ...MANAGEMENT.map(([question, answer], index): Flowing[] => [question, [answer, 3], '5', project.management[index] ?? '', ['', 2]]),
    [
      ['年度总体目标', 1, 2],
      ['预期目标', 4],
      ['全年实际完成情况', 4],
    ],
    [
      [project.goal[0], 4],
      [project.goal[1], 4],
    ],
    [['绩效指标', 9]],
    ['一级指标', '二级指标', '三级指标', '绩效指标', '实际完成值', '分值', '得分', '偏差度', '偏差原因分析及改进措施'],
    ...project.indicators.map(([level, group, indicator], index): Flowing[] => {
      if (level === '') return [[group, 2], ...indicator];
      if (project.indicators[index - 1]?.[0] === level) return [group, ...indicator];
      return [[level, 1, project.indicators.filter(([other]) => other === level).length], group, ...indicator];
    }),
    [['总分', 5], '100', project.score, '', ''],
  ];
  const widths = [0.9, 1, 1, 1.3, 1.3, 0.9, 0.9, 1, 1.7];
  const fields = { 项目名称: project.name, 主管部门: '', 实施单位: '' };
  return performanceSheet(heading('project-performance', '11', '项目支出绩效自评情况表'), widths, rows, fields);
}

function heading(form: Heading['form'], number: string, title: string): Heading {
  const above = { department: null, departmentLabel: '', unit: null, unitLabel: '' };
  return { form, number: `公开 ${number} 表`, title, subtitle: '（2024 年度）', ...above };
}
