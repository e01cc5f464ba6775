import { isDeepStrictEqual } from 'node:util';
import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import { type Judged, type Judgement, parseTriage, type Triage } from '../../schemas/triage.js';
import { say } from '../base/language.js';
import { identityOf } from './identity.js';
import { matchJudgements } from './match.js';

type JudgedDocument = Pick<Disclosure['source'], 'name' | 'sha256'>;

/** A triage file that cannot be changed: it is broken, about another document, or held by another process. It was not touched. */
export class UnusableTriageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableTriageError';
  }
}

/** A finding was judged elsewhere since it was looked at: the page is to ask again. */
export class JudgedElsewhereError extends Error {
  constructor() {
    super(say('这条问题的判定已在别处改动。', 'This finding was judged elsewhere meanwhile.'));
    this.name = 'JudgedElsewhereError';
  }
}

/** How a finding stood when it was looked at, and how it is to stand; null: not judged. */
export interface JudgementChange {
  /** Index into the findings. */
  readonly finding: number;
  readonly was: Judged | null;
  readonly now: Judged | null;
}

/**
 * The judgements of a document with some changed; the others, those whose finding is gone too, stay as they are.
 * @param text the file as it is, null where there is none
 * @throws UnusableTriageError; JudgedElsewhereError where a finding does not stand as it was looked at
 */
export function withJudgements(
  text: string | null,
  document: JudgedDocument,
  findings: readonly Finding[],
  changes: readonly JudgementChange[],
  who: Pick<Judgement, 'by' | 'on'>,
): Triage {
  const file = readWhole(text, document);
  const { ofFinding } = matchJudgements(findings, file.judgements);
  const changed: (Judgement | null)[] = [...file.judgements];
  for (const { finding: index, was, now } of changes) {
    const finding = findings[index];
    const place = ofFinding[index] ?? null;
    const present = place === null ? null : (changed[place] ?? null);
    if (!finding || !isDeepStrictEqual(present && { state: present.state, note: present.note }, was)) throw new JudgedElsewhereError();
    const judgement = now && { finding: identityOf(finding), ...now, ...who };
    if (place === null) changed.push(judgement);
    else changed[place] = judgement;
  }
  return { ...file, judgements: changed.filter((each) => each !== null) };
}

function readWhole(text: string | null, { name, sha256 }: JudgedDocument): Triage {
  if (text === null) return { $schema: 'triage.schema.json', schemaVersion: '1', document: { name, sha256 }, judgements: [] };
  const { file, problem } = readTriage(text, sha256);
  if (problem !== null) throw new UnusableTriageError(say(`${problem}，请先修好或移走。`, `${problem}: mend it or move it first.`));
  return file;
}

/** A triage file that can be used, or the sentence that says why it cannot. */
export type ReadTriage = { readonly file: Triage; readonly problem: null } | { readonly file: null; readonly problem: string };

/** Reads a triage file's text and compares it with the document that it should be about. */
export function readTriage(text: string, sha256: string): ReadTriage {
  const read = readTriageText(text);
  if (read.problem !== null || read.file.document.sha256 === sha256) return read;
  const { file } = read;
  const hash = `sha256 ${file.document.sha256.slice(0, 12)}…`;
  const other = say(
    `文件旁已有的判定文件是为另一份文件（${hash}）所作`,
    `The file of judgements beside the document is of another document (${hash})`,
  );
  return { file: null, problem: other };
}

/** Reads a triage file's text, whichever document it is about. */
export function readTriageText(text: string): ReadTriage {
  try {
    return { file: parseTriage(JSON.parse(text)), problem: null };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { file: null, problem: say('文件旁已有的判定文件不是规范的 JSON', 'The file of judgements beside the document is no JSON') };
    if (error instanceof Error && 'issues' in error)
      return { file: null, problem: say('文件旁已有的判定文件不合格式', 'The file of judgements beside the document has not its form') };
    throw error;
  }
}
