import type { UploadProblem } from '../view.js';
import type { Actions } from './actions.js';
import { openPath, sendFile, tellDropped, UploadError } from './desk-api.js';
import type { DeskWords } from './desk-words.js';
import type { Dropped, DroppedFile } from './dropped-files.js';
import type { ReviewStore } from './store.js';

/** Files about a document are sent before it: it is read with them at once. */
const BESIDE = /\.(?:corrections|triage)\.json$/u;

/** Takes in what is dropped, chosen or named by its path, and says what became of it. */
export class Intake {
  constructor(
    private readonly store: ReviewStore,
    private readonly actions: Actions,
    private readonly words: () => DeskWords,
    /** Sentences for the person, in place of those before. */
    private readonly tell: (sentences: readonly string[]) => void,
  ) {}

  async take({ files, unreadable }: Dropped): Promise<void> {
    const { desk } = this.store.state.start;
    if (!desk) return;
    const batch = newBatch();
    const documents = files.filter(({ path }) => desk.endings.some((ending) => path.toLowerCase().endsWith(ending)));
    const taken = documents.slice(0, desk.mostFiles);
    const counts = { document: 0, beside: 0, own: 0 };
    const refused: string[] = [];
    const unpacked: string[] = [];
    const refuse = (path: string, problem: UploadProblem) => refused.push(`${path}（${this.words().upload[problem]}）`);
    // One after the other: the list has the order of the folder.
    for (const [index, dropped] of aboutDocumentsFirst(taken).entries()) {
      this.tell([this.words().receiving(index, taken.length)]);
      try {
        if (dropped.file.size > desk.largest) throw new UploadError('too-large');
        const answer = await sendFile(batch, dropped);
        if (answer.became === 'unpacked') {
          unpacked.push(this.words().unpacked(dropped.path, answer.documents));
          counts.document += answer.documents;
          counts.own += answer.own;
          for (const each of answer.refused) refuse(`${dropped.path}/${each.path}`, each.problem);
        } else counts[answer.became] += 1;
      } catch (error) {
        if (!(error instanceof UploadError)) throw error;
        if (error.problem === null) return this.tell([this.words().gone]);
        refuse(dropped.path, error.problem);
      }
      await this.actions.refreshList();
    }
    const words = this.words();
    const others = files.length - documents.length;
    this.tell([
      ...unpacked,
      ...(counts.document > 0 ? [words.received(counts.document)] : []),
      ...(counts.document + refused.length + counts.own === 0 ? [words.nothing] : []),
      ...(counts.own > 0 ? [words.own(counts.own)] : []),
      ...(others > 0 ? [words.others(others)] : []),
      ...(documents.length > taken.length ? [words.tooMany(desk.mostFiles)] : []),
      ...refusals(refused, words),
      ...unreadable.map((name) => words.unreadableFolder(name)),
    ]);
    const [first] = taken;
    // A folder is remembered with a stroke at its end.
    const name = first?.path.replace(/(?<=\/).*$/u, '');
    if (name !== undefined && counts.document > 0) await tellDropped(name, counts.document);
    await this.actions.refreshList();
  }

  async open(path: string): Promise<void> {
    const answer = await openPath(path);
    const words = this.words();
    const most = this.store.state.start.desk?.mostFiles ?? 0;
    if ('tooMany' in answer) this.tell([words.notOpened + words.tooManyInIt(answer.tooMany, most)]);
    else if ('problem' in answer) this.tell([words.notOpened + inWords(answer.problem, words)]);
    else {
      const refused = answer.refused.map((each) => `${each.path}（${words.upload[each.problem]}）`);
      this.tell([words.opened(answer.opened), ...(answer.own > 0 ? [words.own(answer.own)] : []), ...refusals(refused, words)]);
    }
    await this.actions.refreshList();
  }
}

/** Names that are given of files that were not taken. */
const NAMED = 12;

function refusals(refused: readonly string[], words: DeskWords): string[] {
  if (refused.length === 0) return [];
  return [`${words.refused(refused.length)}${refused.slice(0, NAMED).join('，')}${refused.length > NAMED ? '……' : ''}`];
}

/** The usual sentences of the command line in the page's words; another as it is. */
function inWords(problem: string, words: DeskWords): string {
  if (problem.startsWith('no such file')) return words.notFound;
  if (problem.startsWith('no document found')) return words.noDocuments;
  if (problem.startsWith('no permission')) return words.noPermission;
  return problem;
}

const aboutDocumentsFirst = (files: readonly DroppedFile[]): DroppedFile[] =>
  files.toSorted((a, b) => Number(BESIDE.test(b.path)) - Number(BESIDE.test(a.path)));

/** A number for what was dropped together: another page of the same desk has others. */
const newBatch = (): number => 1 + Math.floor(Math.random() * 900_000_000);
