import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import type { Judgement } from '../../../schemas/triage.js';
import { at } from '../../base/invariant.js';
import { say } from '../../base/language.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import { messageOf } from '../../english/finding.js';
import { titleOfTable } from '../../model/table-title.js';
import type { WrittenDocument } from '../document.js';
import { bySeverity, judgedInWords, judgementInWords, levelOf, nothingFound, SEVERITIES, VERDICTS, wordingName } from '../words.js';
import type { Crops } from './crops.js';
import { equalFindings } from './equal-findings.js';
import { folded, type Html, section } from './markup.js';
import type { TableView } from './tables.js';

/** Places listed of one finding; the likeliest culprit comes first. */
const MOST_PLACES = 3;

/**
 * Errors and warnings with their sentence, pictures of the print and what was judged of them, equal ones as one; what roundings explain, and 文字问题,
 * are folded away.
 */
export async function findingsSection({ disclosure, judged }: WrittenDocument, views: readonly TableView[], crops: Crops): Promise<Html> {
  const { findings, tables } = disclosure;
  const { judgements } = judged;
  const shown = async (each: readonly Finding[], withPictures: boolean) => {
    const items: Html[] = [];
    for (const group of equalFindings(each)) {
      const parts: Html[] = [];
      for (const finding of group) {
        const pictures = withPictures ? await crops.of(finding) : '';
        parts.push(body(finding, judgements.get(finding) ?? null, { tables, views, pictures }));
      }
      items.push(item(group, parts));
    }
    return htmlElement('ol', { class: 'findings' }, items);
  };
  const told = findings.filter(({ severity }) => severity !== 'info');
  const ofLevel = (level: string) => findings.filter((finding) => levelOf(finding) === level);
  const [minor, wording] = [ofLevel(SEVERITIES.info), ofLevel(wordingName())];
  return section(
    'findings',
    say('问题', 'Findings'),
    judgedLine(judged),
    told.length === 0 ? htmlElement('p', {}, escapeXml(nothingFound(disclosure))) : await shown(bySeverity(told), true),
    minor.length === 0
      ? ''
      : folded(
          say(`${SEVERITIES.info} ${minor.length} 条（如四舍五入的尾差）`, `Notes: ${minor.length} (such as what rounding explains)`),
          await shown(minor, false),
        ),
    wording.length === 0
      ? ''
      : folded(
          say(`${wordingName()} ${wording.length} 条（不涉及数）`, `${wordingName()}: ${wording.length} (no figure is touched)`),
          await shown(wording, false),
        ),
  );
}

function judgedLine(judged: WrittenDocument['judged']): Html {
  const words = judgedInWords(judged);
  return words === null ? '' : htmlElement('p', { class: judged.problem === null ? null : 'badly' }, escapeXml(words));
}

/** The first of equal findings, the others on a click. */
function item(group: readonly Finding[], parts: readonly Html[]): Html {
  const [first, ...others] = parts;
  const pages = [...new Set(group.slice(1).flatMap((finding) => pageOf(finding) ?? []))];
  const where = pages.length === 0 ? '' : say(`：第 ${pages.join('、')} 页`, `: p. ${pages.join(', ')}`);
  const more =
    others.length === 0
      ? ''
      : folded(say(`同样的问题另有 ${others.length} 处${where}`, `${others.length} more of the same${where}`), ...others);
  return htmlElement('li', { class: at(group, 0).severity }, first ?? '', more);
}

const pageOf = ({ cells, quote }: Finding): number | undefined => cells[0]?.page ?? quote?.page;

/** What a finding is shown with. */
interface Surroundings {
  readonly tables: Disclosure['tables'];
  readonly views: readonly TableView[];
  readonly pictures: Html;
}

function body(finding: Finding, judgement: Judgement | null, { tables, views, pictures }: Surroundings): Html {
  const { verdict, rule, quote, cells } = finding;
  const places = cells.slice(0, MOST_PLACES).map((cell) => linkTo(cell, tables, views));
  return htmlElement(
    'div',
    {},
    htmlElement('p', {}, htmlElement('strong', { class: 'badge' }, levelOf(finding)), ' ', escapeXml(messageOf(finding, tables))),
    judgement ? judgementLine(judgement) : '',
    quote
      ? htmlElement(
          'blockquote',
          {},
          escapeXml(quote.text),
          htmlElement('cite', {}, say(` 原件第 ${quote.page} 页`, ` p. ${quote.page} of the original`)),
        )
      : '',
    pictures,
    htmlElement(
      'p',
      { class: 'small' },
      places.length === 0 ? '' : placesInWords(places, cells.length),
      say(`归因：${VERDICTS[verdict]}　规则：${escapeXml(rule)}`, `Verdict: ${VERDICTS[verdict]}　Rule: ${escapeXml(rule)}`),
    ),
  );
}

function placesInWords(places: readonly Html[], count: number): Html {
  const more = count > places.length;
  return say(
    `位置：${places.join('；')}${more ? `；等 ${count} 处` : ''}　`,
    `Places: ${places.join('; ')}${more ? `; ${count} in all` : ''}　`,
  );
}

/** 判定：属实（张三，2026-01-31）。已电话核实 */
function judgementLine(judgement: Judgement): Html {
  const words = htmlElement(
    'strong',
    {},
    escapeXml(say(`判定：${judgementInWords(judgement)}`, `Judgement: ${judgementInWords(judgement)}`)),
  );
  const note = judgement.note === '' ? '' : say(`　备注：${escapeXml(judgement.note)}`, `　Note: ${escapeXml(judgement.note)}`);
  return htmlElement('p', { class: `judged ${judgement.state}` }, words, note);
}

/** Its table, row and column in words; leads to the cell on the page. */
function linkTo(cell: Finding['cells'][number], tables: Disclosure['tables'], views: readonly TableView[]): Html {
  const table = tables[cell.table];
  const row = cell.row === null ? undefined : table?.rows[cell.row];
  const column = table?.columns.find(({ key }) => key === cell.column);
  const words = [`《${titleOfTable(table)}》`, row?.name ?? row?.code ?? '', column?.path.join(' / ') ?? ''];
  const label = words.filter((part) => part !== '').join(' ');
  return htmlElement('a', { href: `#${views[cell.table]?.idOf(cell.row, cell.column) ?? 'tables'}` }, escapeXml(label));
}
