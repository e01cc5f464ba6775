import type { ToldColumn } from '../../../extractors/across.js';
import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import type { Fact } from '../../check/prose/text/facts.js';
import { proseFacts } from '../../indicators/prose-facts.js';
import type { OwnKeyFigure } from '../store/across.js';

/** The amounts that only the prose tells, as the document's family declares them: figures of columns that no table prints. */
export function toldFigures(disclosure: Disclosure, families: readonly DocumentFamily[]): OwnKeyFigure[] {
  const family = families.find(({ kinds }) => kinds.some((kind) => kind === disclosure.document.kind));
  const told = family?.across?.told ?? [];
  if (!family || told.length === 0) return [];
  const isToldIn = ({ chapters }: ToldColumn, id: string | undefined) => chapters.some((one) => one === id);
  return proseFacts(disclosure, family, (chapter) => told.some((column) => isToldIn(column, chapter?.id))).flatMap(({ chapter, facts }) =>
    told.filter((column) => isToldIn(column, chapter?.id)).flatMap((column) => facts.flatMap((fact) => toldFigure(fact, column))),
  );
}

function toldFigure({ kind, phrase, mention, subject, past }: Fact, { form, column }: ToldColumn): OwnKeyFigure[] {
  const { quantity } = mention;
  if (kind !== 'other' || !phrase.isInitial || past || quantity.kind !== 'money' || !subject?.measure) return [];
  return [{ form, concept: subject.measure.id, column_key: column, value: quantity.digits, unit: quantity.unit, status: null }];
}
