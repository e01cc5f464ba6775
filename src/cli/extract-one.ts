import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';
import { placeOf } from './inputs.js';
import { progressFor } from './progress.js';
import { runTasks } from './run.js';
import { resultTask } from './tasks.js';

/** The result of one document, in silence; the sentence that says why where there is none. */
export async function extractOne(file: string, password: string | undefined): Promise<Disclosure | string> {
  const task = resultTask(await placeOf(file), password === undefined ? {} : { password });
  const [result] = await runTasks([task], 1, progressFor(process.stderr, 1, true), () => {});
  return result?.data == null ? (result?.outcome.message ?? `${file} cannot be read`) : parseDisclosure(JSON.parse(result.data));
}
