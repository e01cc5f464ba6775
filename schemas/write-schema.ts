/** Writes `schemas/disclosure.schema.json`, from the package's root: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { disclosureJsonSchema } from './disclosure.js';

writeFileSync('schemas/disclosure.schema.json', `${JSON.stringify(disclosureJsonSchema(), null, 2)}\n`);
