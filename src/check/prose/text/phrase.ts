import { bare } from '../../../base/text.js';
import type { Mention } from './numbers.js';

/** What the words before a number say of it. */
export interface Label {
  /**
   * `amount` what something cost or brought, `budget` and `final` where the words say 预算 or 决算, `change` against another year or the
   * budget, `share` of something, `completion` of the budget. `unclear`: the words leave doubt.
   */
  readonly kind: 'amount' | 'budget' | 'final' | 'change' | 'share' | 'completion' | 'score' | 'count' | 'unclear';
  /** The name of what is meant, bare of brackets, year and whose it is; empty where the words name nothing. */
  readonly name: string;
  /** `name` with the 支出 or 收入 that stands before 决算: 政府性基金预算财政拨款|支出决算. */
  readonly longName: string;
  /** The level printed behind the name, 科学技术（类）支出, and the code printed behind it, 小学教育（2050202）. */
  readonly level: '类' | '款' | '项' | null;
  readonly code: string | null;
  /** The year the words give it, `last` for 上年; null where they give none. */
  readonly year: number | 'last' | null;
  /** 1 for 增加, 增长 …, -1 for 减少, 下降 …; 0 elsewhere. */
  readonly direction: 1 | -1 | 0;
  /** Of a change: the words name what is compared with. */
  readonly basis: 'budget' | 'year' | null;
  /** Of a share: the whole as the words name it; empty where they do not. */
  readonly of: string;
  /** Of a budget: 年初预算, not the one that was changed during the year. */
  readonly initial: boolean;
}

const UP = '增加|增长|上升|提高|增幅|增长率|上涨';
const DOWN = '减少|下降|降低|降幅|减幅|下降率|缩减|压减';
const CHANGE = new RegExp(`^(.*?)(?:(${UP})|(${DOWN}))(?:了|额|率|数|幅度|比例)?(?:为|达|约)?$`, 'u');
const SHARE = /^(.*?)占比?(.*?)(?:的)?(?:比重|比例)?(?:为|是|达|约)?$/u;
const COMPLETION =
  /^(.*?)(?:(?:完成|占)(?:了)?(?:(年初)|全年|调整|年度|本年|当年)*(?:预算|任务)(?:数|安排|总额)?的?|(?:预算)?(?:执行|完成)率)(?:为|达|达到|是)?$/u;
const BUDGET = /^(.*?)((?:年初|全年|调整后?|本年|当年|年度|批复的?)*)(?:部门)?预算(?:数|总额|安排|金额|资金)?(?:为|是|共|共计)?$/u;
const FINAL = /^(.*?)(?:(支出|收入)?决算|执行)(?:数|总额|金额|资金)?(?:为|是|共|共计)?$/u;
const AMOUNT = /^(.*?)(?:均为|各为|共为|共计|约为|为|是|共|达到|达)?$/u;

const NOTHING = { name: '', longName: '', level: null, code: null, year: null, direction: 0, basis: null, of: '', initial: false } as const;

/** Reads the words before a number. `owners`: how the department calls itself, bare, longest first. */
export function readLabel({ quantity: { kind }, label, follows }: Mention, owners: readonly string[]): Label {
  const words = label.replace(/^[、和及]+/u, '').replace(/^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]是)/u, '');
  const plain = words.replace(/（[^（）]*）/gu, '').replace(/[（）“”"‘’《》]/gu, '');
  if (/分别|(?:至|到|由|从)$/u.test(plain) || (follows && plain === '')) return { ...NOTHING, kind: 'unclear' };
  const named = (rest: string) => nameOf(rest, words, owners);
  if (kind === 'percent') return readPercent(plain, named);
  if (kind === 'score') return { ...NOTHING, kind: 'score', ...named(plain) };
  if (kind === 'count') return { ...NOTHING, kind: 'count', ...named(AMOUNT.exec(plain)?.[1] ?? plain) };
  const change = readChange(plain, named);
  if (change) return change;
  // 完成预算5万元的80%: a budget, told on the way to its rate.
  if (/^完成.*预算数?$/u.test(plain)) return { ...NOTHING, kind: 'budget', initial: plain.includes('年初') };
  const budget = BUDGET.exec(plain);
  if (budget && !/国有资本经营$|政府性基金$|一般公共$/u.test(budget[1] ?? ''))
    return { ...NOTHING, kind: 'budget', ...named(budget[1] ?? ''), initial: (budget[2] ?? '').includes('年初') };
  const final = FINAL.exec(plain);
  if (final) {
    const short = named(final[1] ?? '');
    return { ...NOTHING, kind: 'final', ...short, longName: `${short.name}${final[2] ?? ''}` };
  }
  return { ...NOTHING, kind: 'amount', ...named(AMOUNT.exec(plain)?.[1] ?? plain) };
}

type Named = Pick<Label, 'name' | 'longName' | 'level' | 'code' | 'year'>;

function readPercent(plain: string, named: (rest: string) => Named): Label {
  const completion = COMPLETION.exec(plain);
  if (completion) return { ...NOTHING, kind: 'completion', ...named(completion[1] ?? ''), initial: completion[2] !== undefined };
  const share = SHARE.exec(plain);
  if (share) return { ...NOTHING, kind: 'share', ...named(share[1] ?? ''), of: bare((share[2] ?? '').replace(/^(?:比|全部|总的)/u, '')) };
  // 完成预算0万元的0%
  if (plain === '的') return { ...NOTHING, kind: 'completion' };
  return readChange(plain, named) ?? { ...NOTHING, kind: 'unclear' };
}

const LED = /^(?:与|和|同|比|较)(.{2,14}?)(?:相比较?|比较)(.+)$/u;
const AGAINST = /^(.*?)(?:同比|(?:比|较|与|同)(.*?(?:年|预算|决算|期|计划).*?))(?:相比|相比较)?$/u;

function readChange(plain: string, named: (rest: string) => Named): Label | null {
  const change = CHANGE.exec(plain);
  if (!change) return null;
  const direction = change[2] ? 1 : -1;
  const rest = (change[1] ?? '').replace(/(?:各|均|共|总体|整体|有所)$/u, '');
  // 与上年相比收、支总计各增加 names what changed behind what it is compared with, 机关运行经费比上年增加 before it.
  const led = LED.exec(rest);
  if (led) return { ...NOTHING, kind: 'change', ...named(led[2] ?? ''), direction, basis: basisOf(led[1] ?? '') };
  const against = AGAINST.exec(rest);
  const basis = against ? basisOf(against[2] ?? '') : null;
  return { ...NOTHING, kind: 'change', ...named(against?.[1] ?? rest), direction, basis };
}

const basisOf = (words: string) => (/预算|计划/u.test(words) ? 'budget' : 'year');

const YEAR = /^((?:19|20)\d{2})年(?:度|末|期末|底|全年)?/u;
const FILLER =
  /^(?:其中|另有|另外|包括|主要是|具体为|截至|按.{2,12}?(?:划分为|分为|划分)|本年度|当年度?|全年|年度(?=[^预])|本次|的|由|各项|(?:我|本|该)(?:局|委|办|厅|院|校|部门|单位|中心|镇|街道|台|馆|所|站|会)|全(?:局|委|厅|院|校)|学校|医院|部门本年度|单位本年度)/u;

/** Strips what stands before a name: year, owner, filler. What is left is the name, or words nobody foresaw. */
function nameOf(rest: string, printed: string, owners: readonly string[]): Named {
  let year: Named['year'] = null;
  const strip = (text: string): string => {
    let left = text;
    for (;;) {
      const dated = YEAR.exec(left);
      if (dated) year = Number(dated[1]);
      const last = /^(?:上年度?|去年|上一年度?)(?!结转)/u.exec(left);
      if (last) year = 'last';
      const own = owners.find((owner) => left.startsWith(owner) && left.length > owner.length);
      const cut = dated?.[0] ?? last?.[0] ?? own ?? FILLER.exec(left)?.[0] ?? '';
      if (cut === '') return left;
      left = left.slice(cut.length);
    }
  };
  const name = strip(bare(rest));
  const level = /（\d{0,3}(类|款|项)）/u.exec(printed)?.[1] ?? null;
  return { name, longName: name, level: level as Label['level'], code: /（(\d{3}|\d{5}|\d{7})）/u.exec(printed)?.[1] ?? null, year };
}
