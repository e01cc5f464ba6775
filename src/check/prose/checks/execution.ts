import type { Finding } from '../../../../schemas/disclosure.js';
import { placesOf } from '../../../base/money.js';
import { proseFinding, say } from '../finding.js';
import { around, gap, percentage } from '../quantity.js';
import type { Ledger } from '../tables/evidence.js';
import type { Fact, SectionFacts } from '../text/facts.js';

/** 预算80万元，支出40万元，执行率50%: one budget and one amount before the rate in its sentence, whatever they are of. */
export function checkExecution({ facts }: SectionFacts, ledger: Ledger): Finding[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'completion' || (fact.subject?.budgets ?? []).length > 0) return [];
    const { quantity: told, sentence, start } = fact.mention;
    const near = facts.filter(
      (f) => f.index < fact.index && f.mention.sentence === sentence && f.mention.quantity.kind === 'money' && f.kind !== 'change',
    );
    const [budget, spent, ...others] = near;
    if (budget?.kind !== 'budget' || (spent?.kind !== 'final' && spent?.kind !== 'amount') || others.length > 0) return [];
    const share = percentage(around(spent.mention.quantity), around(budget.mention.quantity));
    if (!share || gap(share, around(told)).isZero() || budget.mention.quantity.value.lte(0)) return [];
    const places = placesOf(told.digits);
    const expected = spent.mention.quantity.value.div(budget.mention.quantity.value).times(100).toFixed(places);
    const isRounding = told.value.minus(expected).abs().lte(told.step);
    return [
      proseFinding(sentence, start, {
        rule: 'PROSE-COMPLETION',
        severity: isRounding ? 'info' : 'warning',
        verdict: isRounding ? 'rounding' : 'publisher',
        message: `文中称预算${say(budget.mention.quantity)}、支出${say(spent.mention.quantity)}，执行率${say(told)}，按两数计算应为${expected}%${otherBase(fact, ledger)}。`,
        expected,
        found: told.digits,
        difference: told.value.minus(expected).toFixed(places),
        tolerance: told.step.div(2).toFixed(),
      }),
    ];
  });
}

/** Where the rate is the table's, whose base is another budget: 全年预算数, not 年初预算数. */
function otherBase({ mention }: Fact, ledger: Ledger): string {
  const rows = ledger.tables.filter((t) => t.form === 'department-performance').flatMap((t) => t.rows);
  const row = rows.find(
    (r) => r.concept === 'performance/total-funds' && r.cells['rate']?.text.replace(/[\s%％]/gu, '') === mention.quantity.digits,
  );
  const base = row?.cells['budget-full']?.value;
  return base == null ? '' : `；自评表的这一比率以全年预算数${base}为分母`;
}
