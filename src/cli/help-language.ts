import type { Language } from '../base/language.js';

/**
 * The language of the help: as `--lang` says, else `$JUESUAN_LANG`, else the locale. Nothing else asks the locale: a run at night has none, and
 * is to write the same.
 */
export function helpLanguage(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = args.indexOf('--lang');
  const asked = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? (at < 0 ? undefined : args[at + 1]);
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const language = asked ?? env['JUESUAN_LANG'] ?? (/^zh/i.test(locale) ? 'zh' : 'en');
  return language === 'zh' ? 'zh' : 'en';
}

/** Whether somebody asks for help. */
export const asksForHelp = (args: readonly string[]): boolean => args[0] === 'help' || args.some((arg) => arg === '-h' || arg === '--help');
