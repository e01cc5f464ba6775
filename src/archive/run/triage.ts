import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Finding } from '../../../schemas/disclosure.js';
import type { Triage } from '../../../schemas/triage.js';
import { readTriageText } from '../../triage/edit.js';
import { readTriageBeside } from '../../triage/file.js';
import { matchJudgements } from '../../triage/match.js';
import { type KnownTriage, knownTriages, removeJudgements, saveJudgements } from '../store/judgements.js';
import type { Store } from '../store/store.js';
import type { RunEvent } from './events.js';
import { absolutePath } from './identify.js';
import type { Limit } from './io.js';
import type { FoundFile, FoundFiles } from './scan.js';

/** A triage file beside a document that a run has found. */
interface FoundTriage {
  readonly file: FoundFile;
  readonly text: string;
}

/**
 * The triage files of an archive. They say themselves which document they are about, so that one beside a file that was replaced since still
 * counts for the document that it was made for. They change no result: what they say is taken into the store at the end of a run.
 */
export class TriageFiles {
  private readonly found: FoundTriage[] = [];
  /** Documents without such a file beside them: root and path. */
  private readonly without = new Set<string>();

  /** Reads the triage files of a folder. */
  async read({ documents, judged }: FoundFiles, io: Limit): Promise<void> {
    for (const file of documents) if (!judged.has(file.path)) this.without.add(keyOf(file));
    const files = documents.filter(({ path }) => judged.has(path));
    const texts = await Promise.all(files.map((file) => io(() => readTriageBeside(absolutePath(file)))));
    for (const [index, file] of files.entries()) {
      const text = texts[index];
      if (text != null) this.found.push({ file, text });
    }
  }

  /** Takes what they say into the store, matched with the findings as they are now. Gives what is to be told of them. */
  async record({ database, json }: Store): Promise<RunEvent[]> {
    const known = new Map((await knownTriages(database)).map((triage) => [triage.sha256, triage]));
    const { triages, events } = this.byDocument();
    const removed = [...known.values()].filter(({ sha256, root, path }) => !triages.has(sha256) && this.without.has(keyOf({ root, path })));
    for (const { document } of removed) await database.write((session) => removeJudgements(session, document));
    for (const [sha256, { file, text, triage }] of triages) {
      const [row] = await database.all<{ id: number; stamp: string }>('SELECT id, stamp FROM documents WHERE sha256 = ?', [sha256]);
      if (!row) {
        events.push(told('manifest', file, 'its judgements are of a document that is not in the store'));
        continue;
      }
      const stamp = stampOf(text, row.stamp);
      const { root, path } = file;
      if (isSame(known.get(sha256), { root, path, stamp })) continue;
      const result = await json.read(database, sha256);
      // A document whose JSON is missing is told as lost, and read again by a run that finds its file.
      if (result === null) continue;
      const { ofFinding } = matchJudgements(findingsIn(result), triage.judgements);
      const findingOf = new Map(ofFinding.flatMap((judgement, finding) => (judgement === null ? [] : [[judgement, finding] as const])));
      const judgements = triage.judgements.map((judgement, index) => ({ judgement, finding: findingOf.get(index) ?? null }));
      await database.write((session) => saveJudgements(session, { document: row.id, root, path, stamp }, judgements));
    }
    return events;
  }

  /** The file that counts for each document: of several the first. */
  private byDocument() {
    const triages = new Map<string, FoundTriage & { readonly triage: Triage }>();
    const events: RunEvent[] = [];
    for (const { file, text } of this.found) {
      const { file: triage } = readTriageText(text);
      if (triage === null) {
        events.push(told('provenance', file, 'the triage file beside it is broken: its judgements are not used'));
        continue;
      }
      const other = triages.get(triage.document.sha256);
      if (!other) triages.set(triage.document.sha256, { file, text, triage });
      else if (other.text !== text)
        events.push(told('manifest', file, `its judgements are not used: those beside ${other.file.path} are of the same document`));
    }
    return { triages, events };
  }
}

const keyOf = ({ root, path }: Pick<FoundFile, 'root' | 'path'>): string => `${root}\0${path}`;

const stampOf = (text: string, document: string): string =>
  `${document} triage=${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;

const isSame = (known: KnownTriage | undefined, { root, path, stamp }: Pick<KnownTriage, 'root' | 'path' | 'stamp'>): boolean =>
  known?.stamp === stamp && known.root === root && known.path === path;

const told = (kind: RunEvent['kind'], { root, path }: FoundFile, note: string): RunEvent => ({ kind, root, path, sha256: null, note });

const kept = z.object({ findings: z.array(z.custom<Finding>()) });

/** Of a result that the store has written itself. */
const findingsIn = (json: string): readonly Finding[] => kept.parse(JSON.parse(json)).findings;
