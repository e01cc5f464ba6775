import { plainDigits } from '../base/text.js';

/** What messages about identities say behind the amounts, clause by clause. `$1` is a number. */
const REMARKS: readonly Remark[] = [
  [/^在四舍五入的尾差之内$/u, 'Rounding explains it.'],
  [/^尚不能判定何处有误$/u, 'Nothing tells which of the figures is wrong.'],
  [/^疑漏印负号$/u, 'The minus sign seems to be missing.'],
  [/^疑为小数点错位$/u, 'The decimal point seems to be misplaced.'],
  [/^疑为数字颠倒$/u, 'Digits seem to be transposed.'],
  [/^疑为两位数字互换$/u, 'Two digits seem to be exchanged.'],
  [/^另有(\d+)处勾稽关系同样指向此数$/u, 'Other identities that point to this figure: $1.'],
  [/^作更正之前没有这一问题$/u, 'It was not there before the correction.'],
  [/^可能缺少一行$/u, 'A row may be missing.'],
  [/^本表另有(\d+)[行处格]也是这样$/u, 'More places of this table where it is so: $1.'],
  [/^(?:第\d+页)?有(\d+)处勾稽关系不符$/u, 'Identities of this table that do not hold: $1.'],
  [/^不能归于个别数字$/u, 'No single figure explains it.'],
  [/^请对照原件核对全表$/u, 'Compare the whole table with the original.'],
  [/^(?:第\d+页)?自身各数相符$/u, 'The table agrees with itself.'],
  [/^同行(.+?)为空白$/u, 'In the same row $1 is blank'],
  [/^同行(.+?)印为([\d.-]+\D*)$/u, 'In the same row $1 is printed $2'],
  [/^应为([\d.-]+\D*)$/u, 'and should be $1.'],
];

/** Clauses that say more than is told of them here. */
const SHORTENED: readonly Remark[] = [
  [/^与其他表有(\d+)处不符：.*$/u, 'Places where it differs from other tables: $1.'],
  [
    /^.*各栏疑似错位：移正后(\d+)处不符的勾稽关系成立$/u,
    'Columns seem to be out of place; identities that hold once they are moved back: $1.',
  ],
  [/^此数恰是.*$/u, 'It is exactly another figure of the tables.'],
  [/^恰与文中.*的金额互换$/u, 'It is exchanged with another amount of the text.'],
  [/^而.*没有这一科目$/u, 'Another table has no such item.'],
  [/^却未列其下级科目$/u, 'None of the items below it is listed.'],
  [/^却小于.*的[\d.]+\D*$/u, 'It is less than a figure that it must not be below.'],
];

type Remark = readonly [clause: RegExp, says: string];

/** Clauses that the amounts tell already: where, what is printed, what the others make of it, the difference. */
const TOLD = /印为|更正为|为空白|之和为|推算应为|计算应为|^相差|折算为|^(?:本年数减上年数|年初结转和结余加本年收入减本年支出)为/u;

/** The remarks of a message, each as a sentence with a blank before it; and whether amounts and remarks are all that it says. */
export function remarksOf(message: string): { readonly words: string; readonly isAll: boolean } {
  const clauses = plainDigits(message)
    .replace(/《[^》]*》|“[^”]*”|「[^」]*」/gu, '')
    .replace(/(\d)[,，](?=\d{3})/gu, '$1')
    .split(/[，；。]/u)
    .filter((clause) => clause !== '');
  const remarks = clauses.map((clause) => inEnglish(clause, REMARKS) ?? inEnglish(clause, SHORTENED));
  const isAll = clauses.every((clause) => inEnglish(clause, REMARKS) !== null || TOLD.test(clause));
  return { words: remarks.flatMap((remark) => (remark === null ? [] : ` ${remark}`)).join(''), isAll };
}

function inEnglish(clause: string, remarks: readonly Remark[]): string | null {
  const known = remarks.find(([pattern]) => pattern.test(clause));
  return known ? clause.replace(known[0], known[1]) : null;
}
