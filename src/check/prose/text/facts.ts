import type { Measure, PhraseKind, Wording } from '../../../../extractors/prose.js';
import { groupBy } from '../../../base/group.js';
import { YEAR_DIGITS } from '../../../base/patterns.js';
import { oncePer } from '../cached.js';
import type { ProseContext } from '../context.js';
import { type AccountItem, accountItemIn, titledItemIn } from './account-item.js';
import type { SectionPlace } from './chapters.js';
import { type Mention, mentionsIn } from './numbers.js';
import { type Phrase, readPhrase } from './phrase.js';
import type { Sentence } from './sentences.js';

/** What a run of figures is about: 收入总计, one 项, or words that no table prints. One object for each time that it is named anew. */
export interface Subject {
  /** Null where the words do not name a figure of the tables beyond doubt. */
  readonly measure: Measure | null;
  /** Bare words, for comparing. */
  readonly name: string;
  /** As a person reads it. */
  readonly title: string;
}

/** One figure of a sentence, understood. */
export interface Fact {
  readonly mention: Mention;
  readonly phrase: Phrase;
  readonly kind: Exclude<PhraseKind, 'unclear'>;
  /** Null where the text leaves open what it is of. */
  readonly subject: Subject | null;
  /** The words give it another year than the document's. */
  readonly past: boolean;
  /** Its place among the facts of its section. */
  readonly index: number;
}

/** The amounts of money that a section states of one subject, in order. */
export interface Amounts {
  /** Its principal amounts of the document's year, its other amounts, and its principal amounts of another year. */
  readonly principal: readonly Fact[];
  readonly other: readonly Fact[];
  readonly past: readonly Fact[];
}

/** One section, read. */
export interface SectionFacts {
  readonly place: SectionPlace;
  readonly sentences: readonly Sentence[];
  readonly facts: readonly Fact[];
  readonly amounts: ReadonlyMap<Subject, Amounts>;
}

/** Sentences of one section → its facts, in order. A figure without a name of its own belongs to what was named last. */
export function sentencesToFacts(
  sentences: readonly Sentence[],
  place: SectionPlace,
  context: ProseContext,
  heading: Sentence | null = null,
): SectionFacts {
  const titled = openItem(START, heading && titledItemIn(heading, context));
  const { facts } = sentences.reduce((state, sentence) => readSentence(state, sentence, place, context), titled);
  return { place, sentences, facts, amounts: amountsBySubject(facts) };
}

/** What has been read up to a place of a section. */
interface State {
  readonly facts: readonly Fact[];
  readonly subjects: readonly Subject[];
  /** What figures without a name belong to. */
  readonly current: Subject | null;
  /** `current` is an account's 项, which runs over several paragraphs. */
  readonly isItem: boolean;
  readonly paragraph: number;
  /** The paragraph in which the last account of a code was opened; -1 where there is none. */
  readonly coded: number;
}

const START: State = { facts: [], subjects: [], current: null, isItem: false, paragraph: -1, coded: -1 };

function readSentence(before: State, sentence: Sentence, place: SectionPlace, context: ProseContext): State {
  const { paragraph } = sentence;
  const current = paragraph === before.paragraph || before.isItem ? before.current : null;
  const item = accountItemIn(sentence, place.chapter, context) ?? titledItemIn(sentence, context);
  const begun = openItem({ ...before, current, paragraph }, item);
  return mentionsIn(sentence, item?.end).reduce((state, mention) => readMention(state, mention, context), begun);
}

function openItem(state: State, item: AccountItem | null): State {
  if (!item) return state;
  const subject: Subject = { measure: item.measure, name: item.name, title: item.title };
  return { ...state, subjects: [...state.subjects, subject], current: subject, isItem: true, coded: item.isTitle ? -1 : state.paragraph };
}

function readMention(before: State, mention: Mention, context: ProseContext): State {
  const phrase = readPhrase(mention, context.owners, context.prose.wording);
  const { kind } = phrase;
  if (kind === 'unclear') return before;
  const state = refer(before, referenceOf(phrase, mention, before, context));
  // A number in doubt shows what the sentence is about, not how much that is.
  if (mention.isDoubtful) return state;
  const past = phrase.year === 'last' || (phrase.year !== null && context.year !== null && phrase.year !== context.year);
  const fact: Fact = { mention, phrase, kind, subject: state.current, past, index: state.facts.length };
  return { ...state, facts: [...state.facts, fact] };
}

/** What the words before a number refer to. */
type Reference =
  /** What was named last goes on. */
  | { readonly kind: 'continued' }
  /** This, named before or for the first time. */
  | { readonly kind: 'named'; readonly subject: Subject }
  /** Something else, which the text leaves open. */
  | { readonly kind: 'unknown' };

const CONTINUED: Reference = { kind: 'continued' };

function refer(state: State, reference: Reference): State {
  if (reference.kind === 'continued') return state;
  if (reference.kind === 'unknown') return { ...state, current: null, isItem: false };
  const { subject } = reference;
  const subjects = state.subjects.includes(subject) ? state.subjects : [...state.subjects, subject];
  return { ...state, subjects, current: subject, isItem: false };
}

function referenceOf(phrase: Phrase, mention: Mention, state: State, { measures, prose }: ProseContext): Reference {
  const { kind, name, longName, level, code } = phrase;
  if (kind === 'count' || kind === 'score') return CONTINUED;
  if (name === '') return kind === 'change' ? comparedSubject(mention, state, prose.wording) : CONTINUED;
  const { ownNames } = prose.functionSpending;
  const isOfCode = ownNames !== undefined && state.coded === mention.sentence.paragraph;
  // （项）支出5万元: the 项 that the sentence opened with.
  if (isOfCode && state.isItem && ownNames.includes(name)) return CONTINUED;
  // （项）5万元，其中：基本支出3万元: the part of the 项, which is no measure.
  const measure = isOfCode ? null : (measures.named(name, level, code) ?? measures.named(longName));
  const known = state.subjects.findLast((s) => (measure ? s.measure?.id === measure.id : s.name === name));
  const hasOther = state.facts.some((fact) => fact.subject === known && amountKind(fact) === 'other');
  // An amount opens a subject of its own. So does a second other amount: the first belongs to figures before.
  const opens = kind === 'amount' || (kind === 'other' && hasOther);
  if (known && !opens) return { kind: 'named', subject: known };
  return { kind: 'named', subject: { measure, name, title: measure?.title ?? name } };
}

/** The clause that names what a change is held against, and the words before it (group 1). */
const comparedClause = oncePer(
  ({ other }: Wording) =>
    new RegExp(
      `(?:^|[，：])([^，：]*?)(?:与|和|同|比|较)(?:${YEAR_DIGITS}年|上年|上一年|去年|${other.initial}${other.word}|${other.word}|同期)[^，：]{0,12}，(?:[^，]*，)?$`,
      'u',
    ),
);

/** 收入支出总体与上年相比，增加…: the words before 与 name what changed; with none, it is what the sentence before was about. */
function comparedSubject(mention: Mention, { current, subjects }: State, wording: Wording): Reference {
  const lead = comparedClause(wording).exec(mention.before)?.[1];
  const words = lead?.replace(/[、“”\s]/gu, '') ?? '';
  if (words === '' || /^\d{4}年度?$/u.test(words)) return CONTINUED;
  const named = subjects.findLast((s) => s.name !== '' && words.endsWith(s.name));
  if (named) return { kind: 'named', subject: named };
  return current && words.includes(current.name) ? { kind: 'named', subject: current } : { kind: 'unknown' };
}

/** Which of a subject's amounts a fact is; null where it is none. */
function amountKind({ mention, kind, past }: Fact): keyof Amounts | null {
  if (mention.quantity.kind !== 'money') return null;
  if (kind === 'other') return 'other';
  if (kind !== 'amount' && kind !== 'principal') return null;
  return past ? 'past' : 'principal';
}

function amountsBySubject(facts: readonly Fact[]): ReadonlyMap<Subject, Amounts> {
  const named = facts.flatMap((fact) => (fact.subject ? [{ fact, subject: fact.subject }] : []));
  const bySubject = groupBy(named, ({ subject }) => subject);
  return new Map([...bySubject].map(([subject, own]) => [subject, toAmounts(own.map(({ fact }) => fact))]));
}

function toAmounts(facts: readonly Fact[]): Amounts {
  const ofKind = (kind: keyof Amounts) => facts.filter((fact) => amountKind(fact) === kind);
  return { principal: ofKind('principal'), other: ofKind('other'), past: ofKind('past') };
}

const NO_AMOUNTS: Amounts = { principal: [], other: [], past: [] };

/** The amounts that a section states of a subject. */
export const amountsOf = ({ amounts }: SectionFacts, subject: Subject | null): Amounts =>
  (subject === null ? undefined : amounts.get(subject)) ?? NO_AMOUNTS;

/** Whether the words name the principal amount, or no amount in particular. */
export const isPrincipal = ({ kind }: Pick<Fact, 'kind'>): boolean => kind === 'amount' || kind === 'principal';
