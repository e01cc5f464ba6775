import { Option } from 'commander';
import { LANGUAGES, type Language } from '../base/language.js';

/** The variable of the environment that chooses the language of everything that people read. */
const LANGUAGE_VARIABLE = 'JUESUAN_LANG';

/**
 * The language of what a command writes for people. Chinese unless it is asked for: a run at night, without a locale, writes what a
 * person's terminal writes. JSON and CSV hold the same in both.
 */
export const languageOption = (of = 'what is written for people'): Option =>
  new Option('--lang <lang>', `the language of ${of}`)
    .choices(LANGUAGES)
    .env(LANGUAGE_VARIABLE)
    .default('zh' satisfies Language);
