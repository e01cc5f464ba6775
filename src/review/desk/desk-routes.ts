import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { z } from 'zod';
import { MAX_BYTES } from '../../base/limits.js';
import { DOCUMENT_ENDINGS } from '../../read/containers.js';
import { type Answer, json, RequestError, readJson } from '../answer.js';
import { type ReviewDocuments, type ReviewInput, today } from '../documents.js';
import type { DeskStart, OpenAnswer, UnpackedAnswer, UploadAnswer } from '../view.js';
import { Recent } from './recent.js';
import { MOST_FILES, UploadRefused, Uploads } from './uploads.js';

/** What a path leads to, or why to nothing, in a sentence. */
export type FoundDocuments = { readonly inputs: readonly ReviewInput[]; readonly own: readonly string[] } | { readonly problem: string };

/** What the desk needs of the command line. */
export interface DeskOptions {
  /** Documents that a path of this machine leads to. Never rejects because of the path. */
  readonly find: (place: string) => Promise<FoundDocuments>;
  /** Where it remembers what was opened; null: nowhere. */
  readonly stateFolder: string | null;
}

/** Characters of a path. */
const LONGEST = 4096;

const OPEN = z.strictObject({ path: z.string().min(1).max(LONGEST) });
const REMOVE = z.strictObject({ id: z.string().max(LONGEST), isListed: z.boolean() });
const DROPPED = z.strictObject({ name: z.string().min(1).max(LONGEST), files: z.int().positive().max(1_000_000) });

/** Numbers of batches, and paths in them. */
const BATCH = /^[1-9]\d{0,8}$/u;

/** What the server answers where documents can be dropped on the page, and opened by their paths. */
export class DeskRoutes {
  private readonly recent: Recent;
  private readonly uploads: Uploads;
  /** What was in the ZIPs that were opened by their paths. */
  private readonly archives = new Map<string, readonly ReviewInput[]>();

  constructor(
    private readonly documents: ReviewDocuments,
    private readonly options: DeskOptions,
  ) {
    this.recent = new Recent(options.stateFolder);
    this.uploads = new Uploads(documents.folder);
  }

  async start(): Promise<DeskStart> {
    const { entries, problem } = await this.recent.list();
    return {
      recent: entries,
      recentProblem: problem,
      endings: [...DOCUMENT_ENDINGS, '.corrections.json', '.triage.json'],
      mostFiles: MOST_FILES,
      largest: MAX_BYTES,
    };
  }

  /** @throws RequestError */
  async answer(method: string, url: URL, request: IncomingMessage): Promise<Answer> {
    const what = url.pathname.split('/').at(-1);
    if (method !== 'POST') throw new RequestError(404, 'There is nothing here.');
    if (what === 'files') return json(await this.receive(url.searchParams, request));
    if (what === 'open') return json(await this.open(checked(OPEN, await readJson(request)).path));
    if (what === 'remove') return json(this.list(checked(REMOVE, await readJson(request))));
    if (what === 'dropped') return json(await this.dropped(checked(DROPPED, await readJson(request))));
    if (what === 'forget') {
      await this.recent.clear();
      return json({});
    }
    throw new RequestError(404, 'There is nothing here.');
  }

  private async receive(query: URLSearchParams, request: IncomingMessage): Promise<UploadAnswer> {
    const { 'content-type': type, 'content-length': length } = request.headers;
    // No form of another page can send this type without asking first.
    if (type !== 'application/octet-stream') throw new RequestError(415, 'It takes the bytes of a file.');
    const [batch, given] = [query.get('batch') ?? '', query.get('path') ?? ''];
    if (!BATCH.test(batch) || given === '' || given.length > LONGEST) throw new RequestError(400, 'It does not say which file it is.');
    try {
      const announced = length === undefined ? null : Number(length);
      const received = await this.uploads.receive({ batch: Number(batch), path: given, announced, bytes: request });
      if ('left' in received) return { became: received.left };
      const documents = 'documents' in received ? received.documents : [received.document];
      this.documents.add(documents);
      this.documents.readAhead();
      if ('document' in received) return { became: 'document' };
      return { became: 'unpacked', documents: documents.length, own: received.own, refused: received.refused };
    } catch (error) {
      if (error instanceof UploadRefused) {
        throw new RequestError(error.problem === 'too-large' || error.problem === 'too-much' ? 413 : 422, error.message, {
          problem: error.problem,
        });
      }
      if (error instanceof Error && 'syscall' in error && 'code' in error)
        throw new RequestError(507, `The file cannot be kept: ${String(error.code)}.`, { problem: 'disk' });
      throw error;
    }
  }

  private async open(place: string): Promise<OpenAnswer> {
    const found = await this.options.find(place);
    if ('problem' in found) return found;
    if (this.documents.list().length + found.inputs.length > MOST_FILES) return { tooMany: found.inputs.length };
    let [opened, own] = [0, found.own.length];
    const refused: UnpackedAnswer['refused'][number][] = [];
    for (const input of found.inputs) {
      const zip = path.resolve(input.path);
      const unpacked = this.archives.has(zip) ? null : await this.uploads.unpack(input);
      if (unpacked) this.archives.set(zip, unpacked.documents);
      opened += this.documents.add(this.archives.get(zip) ?? [input]);
      own += unpacked?.own ?? 0;
      refused.push(...(unpacked?.refused ?? []));
    }
    this.documents.readAhead();
    const whole = path.resolve(place);
    await this.recent.remember({ kind: 'path', path: whole, name: path.basename(whole) || whole, on: today() });
    return { opened, own, refused };
  }

  /** Takes a document off the list, or puts it back: nothing of it is deleted before the desk ends. */
  private list({ id, isListed }: z.infer<typeof REMOVE>): object {
    if (isListed) this.documents.putBack(id);
    else this.documents.remove(id);
    this.documents.readAhead();
    return {};
  }

  private async dropped({ name, files }: z.infer<typeof DROPPED>): Promise<object> {
    await this.recent.remember({ kind: 'dropped', name, files, on: today() });
    return {};
  }
}

/** @throws RequestError where it is not of this shape */
function checked<Shape>(schema: z.ZodType<Shape>, body: unknown): Shape {
  const result = schema.safeParse(body);
  if (!result.success) throw new RequestError(400, 'That cannot be understood.');
  return result.data;
}
