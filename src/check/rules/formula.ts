import type { DocumentFamily } from '../../../extractors/family.js';
import type { FormDeclaration } from '../../../extractors/form.js';
import type { Classes, ColumnTerm, DeclaredCell, Identity } from '../../../extractors/identities.js';
import { plainTitle } from '../../../extractors/title.js';
import { at, must } from '../../base/invariant.js';
import type { CatalogueRule } from './rules.js';

/** An identity as its form declares it, in the words the form is printed in. */
export function inWords(identity: Identity, form: FormDeclaration): string {
  const column = (key: string) => columnWord(form, key);
  const line = (concept: string) => lineWord(form, concept);
  const place = ({ line: concept, column: key }: DeclaredCell) => `${line(concept)}（${headWords(form, key).join('·')}）`;
  switch (identity.over) {
    case 'columns':
      return `每行：${column(identity.total)} = ${sum(identity.parts, column)}${identity.minus.length > 0 ? ` − ${sum(identity.minus, column)}` : ''}`;
    case 'part':
      return `每行：${column(identity.part)} ≤ ${column(identity.whole)}`;
    case 'rows':
      return '每栏：合计 = 最上级各科目之和';
    case 'codes':
      return '每栏：上级科目 = 其下级科目之和';
    case 'lines-above':
      return `${line(identity.total)} = 其上各行之和（${identity.columns.map(column).join('、')}）`;
    case 'merged-rows':
      return `${column(identity.total)} = 其下各行${column(identity.part)}之和`;
    case 'lines-below':
      return `${line(identity.total)} = 其下各行之和（${identity.columns.map(column).join('、')}）`;
    case 'named-sums':
      return '每栏：各合计行 = 其同级各行之和';
    case 'levels':
      return '每栏：有下级各行的行 = 其下级各行之和';
    case 'lines':
      return `${line(identity.total)} = ${[identity.parts.map(line).join(' + '), ...identity.minus.map(line)].join(' − ')}（${identity.columns.map(column).join('、')}）`;
    case 'places':
      return `${place(identity.total)} = ${identity.parts.map(place).join(' + ')}`;
    case 'classes':
      return `${line(identity.total)} = ${classWords(identity.classes)}之和`;
    case 'presence':
      return `${place({ line: identity.line, column: identity.column })}一行应当印出${identity.instead.length > 0 ? `（或${identity.instead.map(line).join('、')}）` : ''}`;
    case 'parents':
      return '文中各表印有类、款各行时，每一科目的类、款行都应印出';
    case 'children':
      return '文中各表印有款、项各行时，每一科目的款、项行都应印出';
    case 'class-column':
      return `${classWords(identity.classes)}的每行：${column(identity.total)} = ${column(identity.column)}`;
  }
}

const sum = (parts: readonly ColumnTerm[], word: (key: string) => string) =>
  parts.map((part) => word(typeof part === 'string' ? part : part[0])).join(' + ');

const classWords = (classes: Classes) => ('only' in classes ? `${classes.only.join('、')}各类` : `${classes.except.join('、')}以外各类`);

/** The first header words that are declared for a key. */
const headWords = ({ layouts }: FormDeclaration, key: string): readonly string[] =>
  (layouts.flatMap(({ columns }) => columns[key] ?? [])[0] ?? key).split('/').map((part) => at(part.split('|'), 0));

/** The same without the side of a two-sided table. */
const columnWord = (form: FormDeclaration, key: string): string =>
  headWords(form, key)
    .filter((word) => word !== '收入' && word !== '支出')
    .join('·') || headWords(form, key).join('·');

/** What a line is called on the form. */
export function lineWord({ rows }: FormDeclaration, concept: string): string {
  const parts = rows.by === 'words' ? rows.parts : undefined;
  const part = parts?.words[concept]?.[0];
  const whole = parts && rows.words[parts.of]?.[0];
  return part ? `${whole ?? ''}·${part}` : (rows.words[concept]?.[0] ?? concept);
}

/** The titles a rule's forms are mostly printed under, or that it holds for all tables of accounts. */
export function formTitles({ forms: ids }: CatalogueRule, { forms }: DocumentFamily): string {
  const accounts = forms.filter((form) => form.kind === 'account');
  if (ids.length === accounts.length) return '各表';
  return ids
    .map((id) =>
      must(
        forms.find((form) => form.id === id),
        `the form ${id}`,
      ),
    )
    .map(({ titles }) => plainTitle(at(titles, 0)))
    .join('、');
}
