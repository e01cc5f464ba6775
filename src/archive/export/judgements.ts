import { JUDGEMENTS } from '../../emit/words.js';
import { exportedDocuments } from './documents.js';
import type { Line, Resource } from './resource.js';

/** confirmed (属实), … */
export const JUDGED = Object.entries(JUDGEMENTS)
  .map(([state, name]) => `${state} (${name})`)
  .join(', ');

interface JudgementRow {
  readonly judgement_index: number;
  readonly finding_index: number | null;
  readonly state: string;
  readonly note: string;
  readonly judged_by: string;
  readonly judged_on: string | null;
  readonly rule: string;
  readonly message: string;
  readonly found: string | null;
  readonly expected: string | null;
  readonly places: string;
}

/** What people think of findings, of those too that are there no more. */
export const judgements: Resource = {
  name: 'judgements',
  title: '判定',
  description:
    'What people think of the findings, as the triage files beside the documents say; those of findings that are there no more too.',
  primaryKey: ['document', 'judgement_index'],
  refersTo: { fields: ['document'], resource: 'documents', reference: ['document'] },
  columns: [
    { name: 'department', type: 'string', description: 'As printed, or else as the harvester knew it' },
    { name: 'department_id', type: 'string', description: 'The key of the department over years and spellings' },
    { name: 'year', type: 'integer', description: 'The year of the account' },
    { name: 'judgement', type: 'string', required: true, description: JUDGED },
    { name: 'note', type: 'string', description: 'What the person adds' },
    { name: 'judged_by', type: 'string', required: true, description: 'Who' },
    { name: 'judged_on', type: 'date', description: 'The day' },
    { name: 'finding', type: 'integer', description: 'Index of the finding in the document’s JSON; empty where it is there no more' },
    { name: 'rule', type: 'string', required: true, description: 'Of the finding that was judged' },
    { name: 'message', type: 'string', required: true, description: 'What it said when it was judged' },
    { name: 'found', type: 'string', description: 'What is printed' },
    { name: 'expected', type: 'string', description: 'What it should be' },
    {
      name: 'places',
      type: 'string',
      required: true,
      description: 'Its cells and its sentence, as a JSON list of page and box, or page and ref',
    },
    { name: 'document', type: 'string', required: true, description: 'SHA-256 of the document' },
    { name: 'judgement_index', type: 'integer', required: true, description: 'Index of the judgement in the triage file' },
    { name: 'file', type: 'string', required: true, description: 'Path of the document' },
  ],
  isThere: async (session) => (await session.all('SELECT 1 FROM judgements LIMIT 1')).length > 0,
  async *lines(session, filters) {
    for (const d of await exportedDocuments(session, filters)) {
      const rows = await session.all<JudgementRow>('SELECT * FROM judgements WHERE document = ? ORDER BY judgement_index', [d.id]);
      yield rows.map(
        (j): Line => [
          ...[d.department, d.department_id, d.year, j.state, j.note || null, j.judged_by, j.judged_on, j.finding_index],
          ...[j.rule, j.message, j.found, j.expected, j.places, d.sha256, j.judgement_index, d.file],
        ],
      );
    }
  },
};
