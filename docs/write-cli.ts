/** Writes the usage and the options of every command into cli.md, from the declarations of the command line. The prose between stays. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Argument, Command, Option } from 'commander';
import { programFor } from '../src/cli.js';

const FILE = fileURLToPath(new URL('cli.md', import.meta.url));

const begin = (name: string) => `<!-- begin ${name}, written by npm run cli-docs -->`;
const end = (name: string) => `<!-- end ${name} -->`;

/**
 * The text with the part between the marks of every command written anew.
 * @throws Error where a command has no marks, or marks no command
 */
export function withOptions(text: string, program: Command): string {
  let written = text;
  for (const command of program.commands) {
    const name = command.name();
    const [from, to] = [written.indexOf(begin(name)), written.indexOf(end(name))];
    if (from < 0 || to < from) throw new Error(`cli.md has no part for juesuan ${name}: ${begin(name)} … ${end(name)}`);
    written = `${written.slice(0, from)}${begin(name)}\n${commandMarkdown(command)}\n${written.slice(to)}`;
  }
  const marked = written.split('<!-- begin ').length - 1;
  if (marked !== program.commands.length) throw new Error(`cli.md has ${marked} parts for ${program.commands.length} commands`);
  return written;
}

function commandMarkdown(command: Command): string {
  const rows = [...command.registeredArguments.map(argumentRow), ...command.options.map(optionRow)];
  return [
    `\`\`\`\njuesuan ${command.name()} ${command.usage()}\n\`\`\`\n`,
    `${prose(sentence(command.description()))}\n`,
    '| argument, option | | if not given |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function argumentRow(argument: Argument): string[] {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return [`\`<${name}>\``, prose(argument.description), argument.required ? 'required' : ''];
}

function optionRow({ flags, description, argChoices, mandatory, defaultValue, defaultValueDescription, envVar }: Option): string[] {
  const choices = argChoices === undefined ? '' : ` (${argChoices.map((choice) => `\`${choice}\``).join(', ')})`;
  const standard = defaultValueDescription ?? (defaultValue === undefined ? '' : `\`${String(defaultValue)}\``);
  const given = envVar === undefined ? standard : `\`$${envVar}\`, else ${standard}`;
  return [`\`${flags}\``, `${prose(description)}${choices}`, mandatory ? 'required' : given];
}

/** Words that Markdown would take for a tag or for the end of a cell. */
const prose = (text: string) => text.replaceAll(/[<|]/g, '\\$&');

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(FILE, withOptions(readFileSync(FILE, 'utf8'), await programFor()));
}
