import { expect, test } from 'vitest';
import { inLanguage, LANGUAGES, type Language } from '../../../src/base/language.js';
import { JUDGEMENTS, OUTCOMES, SEVERITIES, STATUS_NAMES, STATUSES, wordingName } from '../../../src/emit/words.js';
import { triageWords } from '../../../src/review/page/triage-words.js';
import { WORDS } from '../../../src/review/page/words.js';

/** The page is served without the words of the files: it has its own, which are the same. */
test.each([...LANGUAGES])('in %s the page calls things as files and the command line do', (language: Language) => {
  inLanguage(language, () => {
    const { severity, statusOf, failed } = WORDS[language];
    expect(severity).toEqual({ ...SEVERITIES, wording: wordingName() });
    expect(statusOf).toEqual(Object.fromEntries(STATUS_NAMES.map((status) => [status, STATUSES[status].name])));
    expect(failed).toBe(OUTCOMES.failed);
    expect(triageWords(language).states).toEqual({ ...JUDGEMENTS });
  });
});
