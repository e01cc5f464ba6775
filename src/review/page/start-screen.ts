import type { DocumentEntry, RecentEntry } from '../view.js';
import type { Actions } from './actions.js';
import { allResultsUrl, forgetRecent, listDocument } from './desk-api.js';
import { type DeskWords, deskWords } from './desk-words.js';
import { button, el } from './dom.js';
import { downloadButtons, hasResults } from './downloads.js';
import { filesOfDrop, filesOfInput } from './dropped-files.js';
import { Intake } from './intake.js';
import { KeyedList } from './keyed-list.js';
import type { ReviewStore } from './store.js';

/** ms between two questions how far the reading is, while anything is read. */
const ASK_EVERY = 500;

/** The desk's first screen: documents are dropped or opened, read, looked at and taken away. */
export class StartScreen {
  readonly element: HTMLElement;
  private readonly told = el('div', { class: 'told', role: 'status', 'aria-live': 'polite' });
  private readonly lead = el('h2');
  private readonly kinds = el('p', { class: 'kinds' });
  private readonly local = el('p', { class: 'local' });
  private readonly files = el('input', { type: 'file', multiple: true, class: 'out-of-sight', tabindex: -1, 'aria-hidden': 'true' });
  private readonly folder = el('input', {
    type: 'file',
    webkitdirectory: true,
    class: 'out-of-sight',
    tabindex: -1,
    'aria-hidden': 'true',
  });
  private readonly chooseFiles = button('', () => this.files.click(), { class: 'primary' });
  private readonly chooseFolder = button('', () => this.folder.click());
  private readonly path = el('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', name: 'path' });
  private readonly pathLabel = el('span');
  private readonly openButton = el('button', { type: 'submit' });
  private readonly recentHeading = el('h2');
  private readonly recent = el('ul', { class: 'recent' });
  private readonly forget = button('', () => void this.forgetAll(), { class: 'quiet' });
  private readonly recentProblem = el('p', { class: 'recent-problem' });
  private readonly listHeading = el('h2');
  private readonly total = el('span', { class: 'total' });
  private readonly all = el('a', { class: 'all', download: '' });
  private readonly list = el('ol', { class: 'desk-documents' });
  private readonly intake: Intake;

  constructor(
    private readonly store: ReviewStore,
    private readonly actions: Actions,
  ) {
    this.intake = new Intake(
      store,
      actions,
      () => this.words,
      (sentences) => this.tell(sentences),
    );
    const entries = new KeyedList<DocumentEntry>(
      this.list,
      ({ id }) => id,
      (entry) => this.entry(entry),
    );
    this.element = el('div', { class: 'start-screen', role: 'main' }, this.drawDrop(), this.told, this.drawDocuments(), this.drawRecent());
    store.watch(
      ({ lang }) => [lang],
      () => this.name(),
    );
    store.watch(
      ({ start, lang }) => [start, lang],
      ({ start, lang }) => {
        this.element.classList.toggle('has-documents', start.documents.length > 0);
        entries.fill(start.documents, () => lang);
        this.count(start.documents);
        this.fillRecent(start.desk?.recent ?? [], start.desk?.recentProblem ?? null);
      },
    );
    store.watch(
      ({ isAtStart }) => [isAtStart],
      ({ isAtStart }) => {
        this.element.hidden = !isAtStart;
      },
    );
    for (const input of [this.files, this.folder]) {
      input.addEventListener('change', () => {
        void this.intake.take(filesOfInput(input));
        // The same file may be chosen again.
        input.value = '';
      });
    }
    this.listenToDrops();
    setInterval(() => {
      if (store.state.start.documents.some(({ state }) => state === 'new' || state === 'reading')) void actions.refreshList();
    }, ASK_EVERY);
  }

  private get words(): DeskWords {
    return deskWords(this.store.state.lang);
  }

  private tell(sentences: readonly string[], more: HTMLElement | null = null): void {
    this.told.replaceChildren(...sentences.map((sentence) => el('p', {}, sentence, more)));
  }

  /** Takes a document off the list, and offers to put it back. */
  private async remove({ id, name }: DocumentEntry): Promise<void> {
    // First, so that nothing of it is asked for once it is gone.
    this.actions.forget(id);
    await listDocument(id, false);
    const putBack = async () => {
      await listDocument(id, true);
      this.tell([]);
      await this.actions.refreshList();
    };
    this.tell(
      [this.words.removed(name)],
      button(this.words.putBack, () => void putBack(), { class: 'put-back' }),
    );
    await this.actions.refreshList();
  }

  private drawDrop(): HTMLElement {
    const form = el('form', { class: 'by-path' }, el('label', {}, this.pathLabel, this.path), this.openButton);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.path.value.trim() !== '') void this.intake.open(this.path.value.trim());
    });
    return el(
      'section',
      { class: 'drop-zone' },
      this.lead,
      this.kinds,
      el('div', { class: 'choose' }, this.chooseFiles, this.chooseFolder, this.files, this.folder),
      form,
      this.local,
    );
  }

  private drawDocuments(): HTMLElement {
    return el('section', { class: 'read-documents' }, el('div', { class: 'list-head' }, this.listHeading, this.total, this.all), this.list);
  }

  private drawRecent(): HTMLElement {
    return el(
      'section',
      { class: 'recent-section' },
      el('div', { class: 'list-head' }, this.recentHeading, this.forget),
      this.recent,
      this.recentProblem,
    );
  }

  /** What never changes but with the language. */
  private name(): void {
    const { words } = this;
    this.element.setAttribute('aria-label', words.desk);
    this.lead.textContent = words.lead;
    this.kinds.textContent = words.kinds;
    this.local.textContent = words.local;
    this.chooseFiles.textContent = words.chooseFiles;
    this.chooseFolder.textContent = words.chooseFolder;
    this.pathLabel.textContent = words.path;
    this.path.placeholder = words.pathHint;
    this.openButton.textContent = words.open;
    this.recentHeading.textContent = words.recent;
    this.forget.textContent = words.forget;
    this.listHeading.textContent = words.documents;
    document.body.dataset['drop'] = words.dropHere;
  }

  private count(documents: readonly DocumentEntry[]): void {
    const failed = documents.filter(({ state }) => state === 'failed').length;
    const done = documents.filter(({ state }) => state === 'done').length;
    this.total.textContent = this.words.total(done, documents.length, failed);
    this.all.textContent = this.words.all(done);
    this.all.hidden = done === 0;
    this.all.href = allResultsUrl(this.store.state.lang);
  }

  private entry(entry: DocumentEntry): HTMLElement {
    const { words } = this;
    const name = button(entry.name, () => void this.actions.open(entry.id), { class: 'name', title: entry.name });
    return el(
      'li',
      { class: entry.state },
      el('div', { class: 'what' }, name, entry.folder === '' ? null : el('span', { class: 'folder' }, entry.folder)),
      stateOf(entry, words),
      hasResults(entry) ? downloadButtons(entry, this.store.state.lang, (sentence) => this.tell([sentence])) : null,
      button('×', () => void this.remove(entry), {
        class: 'remove',
        'aria-label': words.remove(entry.name),
        title: entry.isCopy ? words.removeCopyHint : words.removeHint,
      }),
    );
  }

  private fillRecent(recent: readonly RecentEntry[], problem: string | null): void {
    const { words } = this;
    this.recent.replaceChildren(...recent.map((entry) => el('li', {}, this.recentButton(entry))));
    this.forget.hidden = recent.length === 0;
    this.recentHeading.hidden = recent.length === 0;
    this.recentProblem.textContent = problem === null ? '' : words.notRemembered(problem);
    this.recentProblem.hidden = problem === null;
  }

  private recentButton(entry: RecentEntry): HTMLElement {
    const isPath = entry.kind === 'path';
    const made = button('', () =>
      isPath ? void this.intake.open(entry.path) : (entry.name.endsWith('/') ? this.folder : this.files).click(),
    );
    made.append(
      el('span', { class: 'name' }, entry.name),
      el('span', { class: 'about' }, isPath ? entry.path : this.words.droppedBefore(entry.files)),
      el('span', { class: 'on' }, entry.on),
    );
    return made;
  }

  private async forgetAll(): Promise<void> {
    await forgetRecent();
    await this.actions.refreshList();
  }

  /** Files may be let go anywhere on the page; elsewhere the browser would leave it to show them. */
  private listenToDrops(): void {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    document.addEventListener('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      document.body.classList.add('dragging');
    });
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) document.body.classList.remove('dragging');
    });
    document.addEventListener('drop', (event) => {
      document.body.classList.remove('dragging');
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      this.actions.showStart();
      void filesOfDrop(event.dataTransfer).then((dropped) => this.intake.take(dropped));
    });
  }
}

/** Reasons whose own sentence says what it is about: which kind of file, which part of the program. */
const TELLS_MORE: ReadonlySet<string> = new Set(['not-readable', 'internal']);

/** How far a document is, or what it came to. */
function stateOf(
  { state, progress, secondsLeft, problem, tables, findings, errors, doubts }: DocumentEntry,
  words: DeskWords,
): HTMLElement {
  if (state === 'new') return el('p', { class: 'state' }, words.waiting);
  if (state === 'reading') {
    const [page, pages] = progress ?? [0, 0];
    const bar = el('progress', { 'aria-label': words.reading, ...(pages > 0 && { value: page, max: pages }) });
    const left = secondsLeft === null ? null : words.left(secondsLeft);
    const sentence =
      pages === 0 ? words.reading : page >= pages ? words.checking : [words.pages(page, pages), left].filter(Boolean).join(' · ');
    return el('p', { class: 'state' }, bar, el('span', {}, sentence));
  }
  if (state === 'failed') {
    const reason = problem?.reason;
    const said = reason ? words.reasons[reason] : (problem?.message ?? '');
    const more = reason && TELLS_MORE.has(reason) && problem?.message ? el('span', { class: 'more', lang: 'en' }, problem.message) : null;
    return el('p', { class: 'state problem', title: problem?.message }, said, more);
  }
  const partly = problem === null ? '' : ` · ${words.partly}`;
  return el('p', { class: 'state' }, words.done(tables ?? 0, findings ?? 0, errors ?? 0, doubts ?? 0) + partly);
}
