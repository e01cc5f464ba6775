import type { Finding } from '../../../schemas/disclosure.js';

/**
 * Findings that say the same of several places: of one rule, severity and verdict, in the same words but for place, names and numbers.
 * The groups stand where their first finding stood.
 */
export function equalFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { rule, severity, verdict, message } = finding;
    const key = [rule, severity, verdict, wordingOf(message)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

/** 第9页《支出决算表》合计行基本支出印为: where a figure stands. */
const PLACE = /(?:第\d+页)?《[^》]*》[^，。；《]*?(?=(?:印|更正)为)/gu;
/** What is named or quoted, and every number with its unit. */
const VARIES = /《[^》]*》|“[^”]*”|「[^」]*」|-?\d[\d,]*(?:\.\d+)?[%％]?/gu;

/** How often it is so in one table is no difference either. */
const MORE = /；本表另有\d+[行处格]也是这样/gu;

const wordingOf = (message: string): string => message.replace(MORE, '').replace(PLACE, '@').replace(VARIES, '#');
