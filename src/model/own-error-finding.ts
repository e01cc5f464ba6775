import type { Finding } from '../../schemas/disclosure.js';
import type { OwnError } from '../base/own-errors.js';
import { OWN_ERROR } from './reading-rules.js';

/** What a result says of an error of ours: what it cost, and why. */
export const ownErrorFinding = ({ part, detail }: OwnError): Finding => ({
  rule: OWN_ERROR.id,
  severity: OWN_ERROR.severity,
  verdict: OWN_ERROR.verdict,
  message: `${part}因本工具出错未能完成（${detail}），其余部分不受影响。`,
  cells: [],
});
