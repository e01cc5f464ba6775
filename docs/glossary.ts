/** The words for what juesuan says of values, findings and documents, and those of the field, in both languages. */
import type { Disclosure, Finding } from '../schemas/disclosure.js';
import type { TriageState } from '../schemas/triage.js';

import { inLanguage } from '../src/base/language.js';
import { JUDGEMENTS, OUTCOMES, SEVERITIES, STATUS_NAMES, STATUSES, VERDICTS, wordingName } from '../src/emit/words.js';
import { allTerms } from '../src/english/terms.js';

const SEVERITY_MEANS: Readonly<Record<Finding['severity'], string>> = {
  error: 'somebody should look',
  warning: 'it may be wrong, or matters less',
  info: 'an explanation: the remainder of a rounding, how something was read',
};

const VERDICT_MEANS: Readonly<Record<Finding['verdict'], string>> = {
  rounding: 'the parts are rounded, and that explains the difference',
  publisher: 'it is printed so: the document contradicts itself',
  reading: 'our reading is in doubt',
  unknown: 'nothing tells which of the two it is',
};

const OUTCOME_MEANS: Readonly<Record<Disclosure['outcome']['status'], string>> = {
  ok: 'every page was read',
  partial: 'some pages could not be read, or nothing tells whether all are there',
  failed: 'nothing was extracted; `outcome.reason` says why',
};

const JUDGEMENT_MEANS: Readonly<Record<TriageState, string>> = {
  confirmed: 'a person says that it holds',
  dismissed: 'a person says that it is a false alarm',
  check: 'it is to be compared with the original',
  ask: 'the publisher is to be asked',
};

const FIELD: readonly (readonly [zh: string, en: string])[] = [
  ['部门决算, 单位决算', 'final accounts of a department with all its units, of one unit'],
  ['部门预算, 单位预算', 'budget of a department with all its units, of one unit'],
  ['勾稽', 'what printed figures must agree in, and the check of it'],
  ['恒等式', 'identity: a sum or an equality that must hold'],
  ['问题', 'finding'],
  ['归因', 'verdict: whose fault a finding is'],
  ['级别', 'severity'],
  ['更正', 'correction'],
  ['表种', 'form: a table by its meaning'],
  ['栏', 'column'],
  ['科目编码, 科目名称', 'code and name of an item of a classification'],
  ['功能分类, 经济分类', 'functional classification (what for), economic classification (on what)'],
  ['类, 款, 项', 'the three levels of the functional classification'],
  ['“三公”经费', 'spending on travel abroad, official vehicles and receptions'],
  ['因公出国（境）费', 'travel abroad on official business'],
  ['公务用车购置及运行维护费', 'purchase, operation and upkeep of official vehicles'],
  ['公务接待费', 'receptions'],
  ['会议费, 培训费', 'conferences, training: beside the 三公, not among them'],
  ['机关运行经费', 'running costs of administrative bodies'],
  ['基本支出, 项目支出', 'basic expenditure (to exist and to work), expenditure on projects'],
  ['人员经费, 公用经费', 'personnel, running costs: the two parts of basic expenditure'],
  ['一般公共预算', 'general public budget'],
  ['政府性基金预算', 'budget of government funds'],
  ['国有资本经营预算', 'budget of state capital operations'],
  ['财政拨款', 'appropriation from the treasury'],
  ['年初结转和结余, 年末结转和结余', 'balance at the beginning and at the end of the year'],
  ['绩效自评', 'self-assessment of performance'],
  ['尾差', 'remainder of a rounding'],
];

/** The page as Markdown. */
export function glossaryMarkdown(): string {
  const statuses = STATUS_NAMES.map((code) => {
    const { name, means } = STATUSES[code];
    const english = inLanguage('en', () => ({ name: STATUSES[code].name, means: STATUSES[code].means }));
    return [`\`${code}\``, name, english.name, means, english.means];
  });
  const coded = <Code extends string>(names: Readonly<Record<Code, string>>, means: Readonly<Record<Code, string>>) =>
    (Object.keys(names) as Code[]).map((code) => [`\`${code}\``, names[code], inLanguage('en', () => names[code]), means[code]]);
  const heads = ['code', '中文', 'English', 'meaning'];
  return `${[
    '# Glossary 词汇对照',
    'Written by `npm run data-dictionary` from the words that the command line, the desk, the workbook and the reports use, in both languages (`src/emit/words.ts`, `src/english/`). The code stands in JSON, CSV and the store; `--lang` says which of the words people read.',
    '## Status of a value 数值的状态',
    table(['code', '中文', 'English', '含义', 'meaning'], statuses),
    'A document with none of the known forms, or none with figures, is 未核对 (unchecked) as a whole.',
    '## Severity of a finding 问题的级别',
    table(heads, [
      ...coded(SEVERITIES, SEVERITY_MEANS),
      [
        '`info` of the rules listed so in docs/rules.md',
        wordingName(),
        inLanguage('en', wordingName),
        'something is wrong with the words, and with no figure',
      ],
    ]),
    '## Verdict of a finding 归因',
    table(heads, coded(VERDICTS, VERDICT_MEANS)),
    '## Judgement of a finding 判定',
    table(heads, coded(JUDGEMENTS, JUDGEMENT_MEANS)),
    '## Outcome of a document 结果',
    table(heads, coded(OUTCOMES, OUTCOME_MEANS)),
    '## Figures, charts, kinds of documents 指标、图、文件种类',
    'What findings are called, and what their rules ask for, `juesuan rules --lang en` lists.',
    table(['中文', 'English'], allTerms()),
    '## The field 行业用语',
    table(['中文', 'English'], FIELD),
  ].join('\n\n')}\n`;
}

const table = (heads: readonly string[], lines: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
