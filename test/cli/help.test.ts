import { afterEach, describe, expect, test, vi } from 'vitest';
import { CHINESE_HELP } from '../../src/cli/chinese-help.js';
import { helpLanguage } from '../../src/cli/help-language.js';
import { programFor } from '../../src/cli.js';
import { inProcess } from './in-process.js';

const program = await programFor();

/** What the help says of commands, arguments, options and defaults. */
const said = new Set(
  [program, ...program.commands].flatMap((command) => [
    command.description(),
    ...command.registeredArguments.map(({ description }) => description),
    ...command.options.flatMap(({ description, defaultValueDescription }) => [description, defaultValueDescription ?? []].flat()),
  ]),
);

test.each([...said])('%s is said in Chinese too', (words) => {
  expect(CHINESE_HELP[words], 'src/cli/chinese-help.ts lacks it').toMatch(/\p{Script=Han}|^(?:json|csv|html|postgres:\/\/…)$/u);
});

test('nothing is said in Chinese that the help does not say', () => {
  expect(Object.keys(CHINESE_HELP).filter((words) => !said.has(words))).toEqual([]);
});

test.each([
  [['--help'], {}, 'en'],
  [['--help'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
  [['--help'], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [['--help'], { LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN' }, 'zh'],
  [['--help'], { LANG: 'zh_CN.UTF-8', JUESUAN_LANG: 'en' }, 'en'],
  [['check', '--lang', 'zh', '-h'], { JUESUAN_LANG: 'en' }, 'zh'],
  [['check', '--lang=en', '-h'], { LANG: 'zh_CN.UTF-8' }, 'en'],
] as const)('%j with %j: the help is %s', (args, env, language) => {
  expect(helpLanguage(args, env)).toBe(language);
});

describe('in a Chinese locale', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each(['', ...program.commands.map((command) => command.name())])('juesuan %s --help', async (name) => {
    vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
    const { code, stdout } = await inProcess([...(name === '' ? [] : [name]), '--help'], '.');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^用法：/u);
    expect(stdout).toContain('-h, --help');
    expect(stdout).not.toMatch(/Usage:|Options:|Arguments:|Commands:|Exit codes|choices:|default:|display help|Without arguments/u);
    // Where the help wraps a line a blank stands.
    const flat = stdout.replaceAll(/\s+/gu, ' ');
    const translated = [...said].filter((words) => CHINESE_HELP[words] !== words && words.includes(' '));
    expect(translated.filter((words) => flat.includes(words))).toEqual([]);
  });
});
