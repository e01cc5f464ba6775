import type { DocumentEntry } from '../view.js';
import { ServerError } from './api.js';
import { fetchResult } from './desk-api.js';
import { deskWords } from './desk-words.js';
import { button, el } from './dom.js';
import type { Lang } from './words.js';

const FORMATS = ['xlsx', 'html', 'json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

/** ms until the browser has taken what it was given. */
const TAKEN = 60_000;

/** Whether there is more of a document than why it could not be read. */
export const hasResults = ({ state, tables }: DocumentEntry): boolean => state === 'done' || (state === 'failed' && (tables ?? 0) > 0);

/** Buttons that save the results of a document. */
export function downloadButtons({ id, name }: DocumentEntry, lang: Lang, announce: (sentence: string) => void): HTMLElement {
  const words = deskWords(lang);
  const made = FORMATS.map((format) =>
    button(words.formats[format], () => void save(id, format, made), {
      class: 'download',
      'aria-label': words.download(words.formats[format], name),
    }),
  );
  const save = async (which: string, format: Format, buttons: readonly HTMLButtonElement[]) => {
    const pressed = buttons[FORMATS.indexOf(format)];
    pressed?.setAttribute('disabled', '');
    announce(words.preparing(`${name} · ${words.formats[format]}`));
    try {
      const result = await fetchResult(which, format, lang);
      saveAs(result.name, result.blob);
      announce(words.saved(result.name));
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      announce(error.message === 'gone' ? words.gone : error.message);
    } finally {
      pressed?.removeAttribute('disabled');
    }
  };
  return el('div', { class: 'downloads', role: 'group', 'aria-label': words.downloads }, ...made);
}

/** Hands the browser a file to be saved. */
export function saveAs(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN);
}
