import type { Actions } from './actions.js';
import { openPath, sendFile, tellDropped, UploadError } from './desk-api.js';
import type { DeskWords } from './desk-words.js';
import type { Dropped, DroppedFile } from './dropped-files.js';
import type { ReviewStore } from './store.js';

/** Files sent at a time. */
const AT_A_TIME = 3;

/** Files about a document are sent before it: it is read with them at once. */
const BESIDE = /\.(?:corrections|triage)\.json$/u;

/** Takes in what is dropped, chosen or named by its path, and says what became of it. */
export class Intake {
  private batches = 0;

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
    this.batches += 1;
    const documents = files.filter(({ path }) => desk.endings.some((ending) => path.toLowerCase().endsWith(ending)));
    const taken = documents.slice(0, desk.mostFiles);
    const counts = { document: 0, beside: 0, own: 0 };
    const refused: string[] = [];
    let [done, isGone] = [0, false];
    const send = async (dropped: DroppedFile) => {
      if (isGone) return;
      this.tell([this.words().receiving(done, taken.length)]);
      try {
        if (dropped.file.size > desk.largest) throw new UploadError('too-large');
        counts[(await sendFile(this.batches, dropped)).became] += 1;
      } catch (error) {
        if (!(error instanceof UploadError)) throw error;
        if (error.problem === null) isGone = true;
        else refused.push(`${dropped.path}（${this.words().upload[error.problem]}）`);
      }
      done += 1;
      await this.actions.refreshList();
    };
    await eachOf(
      taken.toSorted((a, b) => Number(BESIDE.test(b.path)) - Number(BESIDE.test(a.path))),
      send,
    );
    const words = this.words();
    if (isGone) return this.tell([words.gone]);
    const others = files.length - documents.length;
    this.tell([
      ...(counts.document > 0 ? [words.received(counts.document)] : []),
      ...(counts.document + refused.length + counts.own === 0 ? [words.nothing] : []),
      ...(counts.own > 0 ? [words.own(counts.own)] : []),
      ...(others > 0 ? [words.others(others)] : []),
      ...(documents.length > taken.length ? [words.tooMany(desk.mostFiles)] : []),
      ...(refused.length > 0 ? [words.refused(refused.length) + refused.join('，')] : []),
      ...unreadable.map((name) => words.unreadableFolder(name)),
    ]);
    const [first] = taken;
    if (first && counts.document > 0) await tellDropped(first.path.split('/')[0] ?? first.path, counts.document);
    await this.actions.refreshList();
  }

  async open(path: string): Promise<void> {
    const answer = await openPath(path);
    const words = this.words();
    if ('problem' in answer) this.tell([words.notOpened + inWords(answer.problem, words)]);
    else this.tell([words.opened(answer.opened), ...(answer.own > 0 ? [words.own(answer.own)] : [])]);
    await this.actions.refreshList();
  }
}

/** The usual sentences of the command line in the page's words; another as it is. */
function inWords(problem: string, words: DeskWords): string {
  if (problem.startsWith('no such file')) return words.notFound;
  if (problem.startsWith('no document found')) return words.noDocuments;
  if (problem.startsWith('no permission')) return words.noPermission;
  return problem;
}

/** Those about documents come first in the list, and are through before any other is begun. */
async function eachOf(files: readonly DroppedFile[], work: (file: DroppedFile) => Promise<void>): Promise<void> {
  const beside = files.filter(({ path }) => BESIDE.test(path));
  const others = files.slice(beside.length);
  for (const part of [beside, others]) {
    const waiting = [...part];
    const worker = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) await work(file);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  }
}
