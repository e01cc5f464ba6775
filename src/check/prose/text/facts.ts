import type { Ledger } from '../tables/evidence.js';
import { type Measure, measureNamed } from '../tables/measures.js';
import { accountItemIn } from './account-item.js';
import type { Placed } from './chapters.js';
import { type Mention, mentionsIn } from './numbers.js';
import { type Label, readLabel } from './phrase.js';
import type { Sentence } from './sentences.js';

/** What a run of figures is about: 收入总计, one 项, or words nobody foresaw. */
export interface Subject {
  /** Null where the words do not name a figure of the tables beyond doubt. */
  readonly measure: Measure | null;
  /** Bare words, for comparing. */
  readonly name: string;
  /** As a person reads it. */
  readonly title: string;
  /** Its amounts of the document's year, its budgets, and its amounts of the year before, as far as told. */
  readonly finals: Fact[];
  readonly budgets: Fact[];
  readonly past: Fact[];
}

/** One figure of a sentence, understood. */
export interface Fact {
  readonly mention: Mention;
  readonly label: Label;
  readonly kind: Exclude<Label['kind'], 'unclear'>;
  readonly subject: Subject | null;
  /** The words give it another year than the document's. */
  readonly past: boolean;
  /** Its place among the facts of its section. */
  readonly index: number;
}

/** What one section tells. */
export interface SectionFacts {
  readonly place: Placed;
  readonly sentences: readonly Sentence[];
  readonly facts: readonly Fact[];
}

export interface FactContext {
  /** How the department calls itself, bare, longest first. */
  readonly owners: readonly string[];
  readonly year: number | null;
  readonly ledger: Ledger;
}

/** Sentences of one section → its facts, in order. A figure without a name of its own belongs to what was named last. */
export function sentencesToFacts(sentences: readonly Sentence[], place: Placed, context: FactContext): SectionFacts {
  const facts: Fact[] = [];
  const subjects: Subject[] = [];
  let current: Subject | null = null;
  let isItem = false;
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph && !isItem) current = null;
    paragraph = sentence.paragraph;
    const item = accountItemIn(sentence, place.scope, context.ledger);
    if (item) {
      current = newSubject(item.measure, item.name, item.title, subjects);
      isItem = true;
    }
    for (const mention of mentionsIn(sentence, item?.end)) {
      const label = readLabel(mention, context.owners);
      if (label.kind === 'unclear') continue;
      const past = label.year === 'last' || (label.year !== null && context.year !== null && label.year !== context.year);
      const named = subjectOf(label, mention, current, subjects);
      if (named !== 'same') {
        current = named;
        isItem = false;
      }
      // It says what the sentence is about, not how much.
      if (mention.isDoubtful) continue;
      const fact: Fact = { mention, label, kind: label.kind, subject: current, past, index: facts.length };
      facts.push(fact);
      if (current) file(fact, current);
    }
  }
  return { place, sentences, facts };
}

function newSubject(measure: Measure | null, name: string, title: string, subjects: Subject[]): Subject {
  const subject: Subject = { measure, name, title, finals: [], budgets: [], past: [] };
  subjects.push(subject);
  return subject;
}

function file(fact: Fact, subject: Subject): void {
  if (fact.mention.quantity.kind !== 'money') return;
  if (fact.kind === 'budget') subject.budgets.push(fact);
  else if (fact.kind === 'amount' || fact.kind === 'final') (fact.past ? subject.past : subject.finals).push(fact);
}

/** `same`: what was named last goes on. Null: nobody can tell. */
function subjectOf(label: Label, mention: Mention, current: Subject | null, subjects: Subject[]): Subject | null | 'same' {
  if (label.kind === 'count' || label.kind === 'score') return 'same';
  if (label.name === '') return label.kind === 'change' ? comparedSubject(mention, current, subjects) : 'same';
  const measure = measureNamed(label.name, label.level, label.code) ?? measureNamed(label.longName);
  const isSame = (s: Subject) => (measure ? s.measure?.title === measure.title : s.name === label.name);
  const known = subjects.findLast(isSame);
  const opens = label.kind === 'amount' || (label.kind === 'budget' && (known?.budgets.length ?? 0) > 0);
  if (known && !opens) return known;
  return newSubject(measure, label.name, measure?.title ?? label.name, subjects);
}

const COMPARED =
  /(?:^|[，：])([^，：]*?)(?:与|和|同|比|较)(?:(?:19|20)\d{2}年|上年|上一年|去年|年初预算|预算|同期)[^，：]{0,12}，(?:[^，]*，)?$/u;

/** 收入支出总体与上年相比，增加…: the words before 与 name what changed; with none, it is what the sentence before was about. */
function comparedSubject(mention: Mention, current: Subject | null, subjects: readonly Subject[]): Subject | null | 'same' {
  const lead = COMPARED.exec(mention.before)?.[1];
  if (lead === undefined) return 'same';
  const words = lead.replace(/[、“”\s]/gu, '');
  if (words === '' || /^\d{4}年度?$/u.test(words)) return 'same';
  return subjects.findLast((s) => words.endsWith(s.name) && s.name !== '') ?? (current && words.includes(current.name) ? current : null);
}
