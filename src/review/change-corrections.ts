import type { Corrections } from '../../schemas/corrections.js';
import { say } from '../base/language.js';
import { UnusableCorrectionsError } from '../corrections/edit.js';
import { correctionsPath, readCorrectionsBeside, writeCorrectionsBeside } from '../corrections/file.js';
import { changeBeside } from './change-beside.js';

/**
 * Changes the corrections file beside a document while no other process does: what `edit` makes of its text (null: there is no file) is
 * written whole or not at all.
 * @throws UnusableCorrectionsError where another process does not let go of the file; what `edit` throws; system errors
 */
export async function changeCorrectionsBeside(pdf: string, edit: (text: string | null) => Promise<Corrections>): Promise<void> {
  const file = {
    path: correctionsPath(pdf),
    name: say('更正文件', 'file of corrections'),
    unusable: (sentence: string) => new UnusableCorrectionsError(sentence),
  };
  await changeBeside(
    file,
    async () => await edit(await readCorrectionsBeside(pdf)),
    (changed) => writeCorrectionsBeside(pdf, changed),
  );
}
