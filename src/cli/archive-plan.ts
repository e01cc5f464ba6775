import { missingInWords } from '../archive/run/gone.js';
import type { Plan } from '../archive/run/plan.js';
import { inWords } from '../archive/run/problems.js';
import { WHY_READ, type WhyRead } from '../archive/run/why.js';
import { harmlessLine } from './line.js';

const WORDS: Readonly<Record<WhyRead, string>> = {
  new: 'new',
  changed: 'in files that changed',
  left: 'left by the run before',
  lost: 'whose JSON is missing from the store',
  stamp: 'read by another version or with other options',
  corrections: 'with other corrections',
  password: 'that needed a password',
  retry: 'in quarantine',
};

/** What `archive --dry-run` prints. */
export function planText({ files, read, asBefore, own, gone, missing, unreadable }: Plan): string {
  const total = Object.values(read).reduce((sum, count) => sum + count, 0);
  const lines = [
    `${files} files: ${asBefore} as before, ${gone} gone`,
    `${total} documents would be read`,
    ...WHY_READ.flatMap((why) => (read[why] === undefined ? [] : [`  ${read[why]} ${WORDS[why]}`])),
    ...(own > 0 ? [`${own} written by juesuan and left out`] : []),
    ...(Object.keys(unreadable).length > 0 ? [`unreadable: ${inWords(unreadable)}`] : []),
    ...missing.map((one) => `${one.root}: ${missingInWords(one)}`),
  ];
  return lines.map((line) => `${harmlessLine(line)}\n`).join('');
}
