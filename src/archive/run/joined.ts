import { joinedHash } from '../../pipeline/joined-source.js';
import type { KnownDocument } from '../store/documents.js';
import type { CorrectionsFiles } from './corrections.js';
import type { Group, Unit } from './groups.js';
import type { FileProblem } from './identify.js';
import { knownHash, type PendingFile } from './pending.js';
import type { Remark } from './provenance.js';
import type { SubmittedFile } from './submitter.js';

/** A file of a group with what is known of its bytes now. */
export interface MemberNow {
  readonly pending: PendingFile;
  /** Null where it cannot be read. */
  readonly sha256: string | null;
  readonly problem: FileProblem | null;
}

/** How the files of a group are read. */
export type Joining =
  /** As one document, by its hash. */
  | { readonly how: 'joined'; readonly sha256: string }
  /** Not now, for a file is not there: their document stays as it was read. */
  | { readonly how: 'kept'; readonly sha256: string; readonly why: string }
  /** Each by itself. */
  | { readonly how: 'apart'; readonly why: string };

/** What decides beside the files: the store. */
export interface KnownJoined {
  /** The documents of the store, by hash. */
  readonly documents: ReadonlyMap<string, KnownDocument>;
  /** Those whose JSON is missing. */
  readonly lost: ReadonlySet<string>;
  /** Whether the document would not be read again, as it is in the store. */
  readonly isFinal: (sha256: string) => boolean;
}

/** Whether files that are told to be one disclosure are read as one. */
export function joiningOf(group: Group, members: readonly MemberNow[], { documents, lost, isFinal }: KnownJoined): Joining {
  const kept = keptDocument(members);
  const unread = members.find(({ sha256 }) => sha256 === null);
  if (kept !== null && documents.has(kept) && !lost.has(kept) && (unread || group.incomplete.has(kept)))
    return { how: 'kept', sha256: kept, why: unread ? `${unread.pending.file.path} cannot be read` : 'a file of it is not there' };
  if (group.problem !== null) return { how: 'apart', why: group.problem };
  if (unread) return { how: 'apart', why: `${unread.pending.file.path} cannot be read: ${unread.problem?.message ?? ''}` };
  const hashes = members.flatMap(({ sha256 }) => sha256 ?? []);
  const copy = members.find(({ sha256 }, index) => hashes.indexOf(sha256 ?? '') < index);
  if (copy) return { how: 'apart', why: `${copy.pending.file.path} holds the same bytes as another file of it` };
  const sha256 = joinedHash(hashes);
  const document = documents.get(sha256);
  if (document && isFinal(sha256) && cannotBeJoined(document)) return { how: 'apart', why: document.message ?? document.reason ?? '' };
  return { how: 'joined', sha256 };
}

/** The document that all files were parts of when they were last read, where none of them that can be read has changed since. */
function keptDocument(members: readonly MemberNow[]): string | null {
  const [first] = members;
  const joined = first?.pending.known?.joined ?? null;
  const isSame = ({ pending: { known }, sha256 }: MemberNow) => known?.joined === joined && (sha256 === null || known.sha256 === sha256);
  return joined !== null && members.every(isSame) ? joined : null;
}

/** Read whole, and yet no account: reading its files each by itself would find none either. */
const READ: readonly (string | null)[] = ['no-tables', 'no-text'];

/** Whether a document in several files failed in a way that each of its files may not. */
export const cannotBeJoined = ({ status, quarantined, reason }: KnownDocument): boolean =>
  quarantined === 1 || (status === 'failed' && !READ.includes(reason));

/** What is to be told of a group: why it is not read as one, and corrections that nobody reads; nothing where all is as it should be. */
export function joiningRemarks({ name, about }: Group, joining: Joining, unusedCorrections: readonly string[]): Remark[] {
  const remark = (isProblem: boolean, note: string): Remark => ({ path: about, isProblem, note: `group ${JSON.stringify(name)}: ${note}` });
  if (joining.how === 'apart') return [remark(true, `not read as one document, but each file by itself: ${joining.why}`)];
  if (joining.how === 'kept') return [remark(false, `${joining.why}: its document stays as it was read`)];
  return unusedCorrections.map((file) =>
    remark(true, `the corrections beside ${file} are not used: those of a group stand beside its first file`),
  );
}

/** A document that a unit is read as, and the files that it is made of. */
export interface Target {
  readonly sha256: string;
  readonly files: readonly (SubmittedFile & { readonly known: PendingFile['known'] })[];
}

/** The documents that are to be read of a unit; none of what cannot be read, or stays. */
export function targetsOf(members: readonly MemberNow[], joining: Joining | null): Target[] {
  if (joining?.how === 'kept') return [];
  const files = members.flatMap(({ pending: { file, known }, sha256 }) => (sha256 === null ? [] : [{ file, known, sha256 }]));
  if (joining?.how === 'joined') return [{ sha256: joining.sha256, files }];
  return files.map((each) => ({ sha256: each.sha256, files: [each] }));
}

/** The files of a unit as the store knows them; null where one of them must be looked into. */
export function membersAsKnown({ members }: Unit): MemberNow[] | null {
  const now = members.map((pending) => ({ pending, sha256: knownHash(pending), problem: null }));
  const areKnown = now.every(
    ({ pending: { file, known, provenances }, sha256 }) => sha256 !== null && known?.provenance === provenances.keyOf(file),
  );
  return areKnown ? now : null;
}

/** Notes which document the corrections beside the files of a group are about: those of the first file about the whole. */
export function identifyCorrections(corrections: CorrectionsFiles, members: readonly MemberNow[], joining: Joining): void {
  if (joining.how === 'apart') {
    for (const { pending, sha256 } of members) if (sha256 !== null) corrections.identify(pending.file, sha256);
    return;
  }
  const [first] = members;
  if (first) corrections.identify(first.pending.file, joining.sha256);
}
