/** Writes the JSON Schemas of what is written and read, from the package's root: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { correctionsJsonSchema } from './corrections.js';
import { disclosureJsonSchema } from './disclosure.js';
import { triageJsonSchema } from './triage.js';

const write = (name: string, schema: unknown) => writeFileSync(`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`);

write('disclosure.schema.json', disclosureJsonSchema());
write('corrections.schema.json', correctionsJsonSchema());
write('triage.schema.json', triageJsonSchema());
