import type { ReadingRule } from './reading-rules.js';

/** What a file says of one of its places, beyond what it shows there. It becomes a finding. */
export interface Told {
  readonly rule: ReadingRule;
  /** One Chinese sentence. */
  readonly message: string;
  /** Where it is not the rule's own. */
  readonly severity?: ReadingRule['severity'];
}
