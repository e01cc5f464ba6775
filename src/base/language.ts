import { AsyncLocalStorage } from 'node:async_hooks';

/** The languages that people are spoken to in. What a machine reads (JSON, CSV, codes) is the same in both. */
export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

const chosen = new AsyncLocalStorage<Language>();

/** Runs something, and all that it waits for, in a language. Elsewhere it is Chinese. */
export const inLanguage = <T>(language: Language, run: () => T): T => chosen.run(language, run);

export const currentLanguage = (): Language => chosen.getStore() ?? 'zh';

/** One of two wordings of the same, in the language that is spoken. */
export const say = <T>(chinese: T, english: T): T => (currentLanguage() === 'en' ? english : chinese);

/** Words by name, each in the language that is spoken when it is looked up: never spread or copied into a constant. */
export function spoken<Name extends string>(
  words: Readonly<Record<Name, readonly [chinese: string, english: string]>>,
): Readonly<Record<Name, string>> {
  const names = Object.keys(words) as Name[];
  return Object.defineProperties(
    {} as Record<Name, string>,
    Object.fromEntries(names.map((name) => [name, { enumerable: true, get: () => say(words[name][0], words[name][1]) }])),
  );
}
