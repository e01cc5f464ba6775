/** What the tables and columns of a store mean, as Datasette asks for it (docs.datasette.io, metadata). */
import { documents } from '../src/archive/export/documents.js';
import { findings, storeFindings } from '../src/archive/export/findings.js';
import { indicators } from '../src/archive/export/indicators.js';
import { judgements } from '../src/archive/export/judgements.js';
import { panel } from '../src/archive/export/panel.js';
import type { Resource } from '../src/archive/export/resource.js';

const LABELS = {
  department: 'As printed',
  department_id: 'The key of the department over years and spellings',
  year: 'The year of the account',
};

/** Descriptions of the columns of a resource that a table of the store has under the same names. */
const described = ({ columns }: Resource, names: readonly string[]) =>
  Object.fromEntries(columns.filter(({ name }) => names.includes(name)).map(({ name, description }) => [name, description]));

const SEARCH_VALUES = `select department, year, kind, form, name, concept, column_key, text, unit, yuan, status, page, sha256
from panel
where (:department = '' or department like '%' || :department || '%')
  and (:name = '' or name like '%' || :name || '%' or code = :name)
  and (:year = '' or year = cast(:year as integer))
order by year desc, department, form limit 1000`;

const SEARCH_INDICATORS = `select d.region_name, d.department, d.year, d.kind, i.name, i.yuan, i.status, i.page, d.sha256
from indicators i join documents d on d.id = i.document
where i.status <> 'not-printed' and (i.name like '%' || :indicator || '%' or i.indicator = :indicator)
  and (:department = '' or d.department like '%' || :department || '%') and (:year = '' or d.year = cast(:year as integer))
order by d.year desc, cast(i.yuan as real) desc limit 1000`;

const SEARCH_FINDINGS = `select d.department, d.year, f.severity, f.rule, f.message, f.quote, f.page, d.name as file
from findings f join documents d on d.id = f.document
where f.message like '%' || :words || '%' or f.quote like '%' || :words || '%'
order by case f.severity when 'error' then 0 when 'warning' then 1 else 2 end, d.year desc limit 1000`;

/** Of the database `archive`, as Datasette names it after its file. */
export function datasetteMetadata() {
  return {
    title: '部门决算和预算公开',
    description:
      'Published final accounts and budgets, extracted by juesuan. Amounts are decimals as text: cast them before you add them up.',
    databases: {
      archive: {
        queries: {
          values: { title: '查数值', description: 'Values by department, by the name or code of a line, by year', sql: SEARCH_VALUES },
          indicators: {
            title: '查指标',
            description: 'One figure of many departments, such as 三公, the largest first',
            sql: SEARCH_INDICATORS,
          },
          problems: { title: '查问题', description: 'Findings by words of the message or of the sentence', sql: SEARCH_FINDINGS },
        },
        tables: {
          panel: {
            title: '数据',
            description: `${panel.description} A view: each value with its document and table.`,
            facets: ['year', 'kind', 'form', 'status'],
            size: 100,
            columns: {
              sha256: 'SHA-256 of the document',
              table_index: 'Index of the table in the document’s JSON',
              row_index: 'Index of the row in the table',
              ...described(panel, [
                ...['department', 'department_id', 'year', 'kind', 'region_code', 'form', 'concept', 'column_key', 'value', 'yuan', 'text'],
                ...['unit', 'status', 'code', 'name', 'panel', 'row_kind', 'page'],
              ]),
            },
          },
          documents: {
            title: '文件',
            description: documents.description,
            label_column: 'name',
            facets: ['year', 'kind', 'status', 'reason'],
            columns: {
              ...described(documents, [
                ...['status', 'reason', 'message', 'quarantined', 'kind', 'region_code', 'pages', 'bytes', 'producer', 'stamp'],
              ]),
              ...LABELS,
              sha256: 'SHA-256 of the bytes',
              name: 'Name of the file',
              content: 'Hash of what it says: the same for a copy saved by another program',
              run: 'The run that read it',
              region_name: 'Name of the division',
              units: 'The units that it names as summed up in it',
            },
          },
          tables: {
            title: '表',
            description: 'The tables of the documents.',
            facets: ['form'],
            columns: {
              form: 'The form by meaning, such as income; other where none is known',
              number: 'As printed, such as 公开02表',
              title: 'As printed',
              unit: 'Of the money, as printed',
              first_page: 'Physical page, from 1',
              declared_empty: 'The sentence that says why it has no figures; empty where only the blank says so; null where nothing does',
            },
          },
          values: {
            title: '单元格',
            description: 'Every printed cell that has text; panel has them with their documents.',
            columns: {
              value: 'As printed, exact, as text; null where the print is no number',
              yuan: 'In 元, exact, as text; null where the unit is unknown',
              x0: 'pt from the left of the page: the left edge of the ink',
              y0: 'pt from its top: the upper edge',
              x1: 'The right edge',
              y1: 'The lower edge',
              ...described(panel, [
                'text',
                'concept',
                'column_key',
                'column_path',
                'code',
                'level',
                'name',
                'panel',
                'row_kind',
                'status',
                'method',
                'page',
              ]),
            },
          },
          findings: {
            title: '问题',
            description: findings.description,
            facets: ['severity', 'verdict', 'rule'],
            columns: described(findings, ['severity', 'verdict', 'rule', 'message', 'found', 'expected', 'difference', 'page', 'quote']),
          },
          store_findings: {
            title: '跨文件的问题',
            description: storeFindings.description,
            facets: ['severity', 'rule', 'year'],
            columns: described(storeFindings, [
              ...['department', 'year', 'severity', 'verdict', 'rule', 'message', 'form', 'concept', 'column_key', 'found', 'expected'],
              ...['difference', 'documents'],
            ]),
          },
          indicators: {
            title: '指标',
            description: indicators.description,
            facets: ['indicator', 'status'],
            columns: {
              ...described(indicators, [
                'indicator',
                'name',
                'value',
                'unit',
                'yuan',
                'status',
                'findings',
                'text',
                'origin',
                'page',
                'column_key',
              ]),
              table_index: 'Index of the table in the document’s JSON',
              row_index: 'Index of the row in the table',
            },
          },
          judgements: {
            title: '判定',
            description: judgements.description,
            facets: ['state', 'judged_by'],
            columns: {
              ...described(judgements, [
                'note',
                'judged_by',
                'judged_on',
                'rule',
                'message',
                'found',
                'expected',
                'places',
                'judgement_index',
              ]),
              state: 'confirmed (属实), dismissed (误报), check (待核), ask (待问)',
              finding_index: 'Index of the finding in the document’s JSON; null where it is there no more',
            },
          },
          triage_files: { title: '判定文件', description: 'Where the judgements were read.', hidden: true },
          files: { title: '路径', description: 'Where the documents lie, and what the harvester knew of them.' },
          runs: { title: '运行', description: 'The runs of juesuan archive.' },
          events: { title: '事件', description: 'What the runs met.', hidden: true },
          key_figures: { title: '关键数', description: 'What documents are compared by.', hidden: true },
          standings: { title: '版本', description: 'Which edition of an account holds.', hidden: true },
          settings: { hidden: true },
          schema_versions: { hidden: true },
          disclosures: { hidden: true },
          pages: { hidden: true },
        },
      },
    },
  };
}
