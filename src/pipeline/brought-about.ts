import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import { brokenSince } from '../corrections/broken.js';

/**
 * A result in which nothing that a person's corrections brought about is held against the publisher: such a finding has the verdict `unknown`
 * and says so.
 * @param uncorrected the same document as it was read; asked for only where corrections were applied and the publisher is blamed
 */
export async function withoutBlame(disclosure: Disclosure, uncorrected: () => Promise<Disclosure>): Promise<Disclosure> {
  const isCorrected = disclosure.corrections?.some(({ state }) => state === 'applied') ?? false;
  const blaming = disclosure.findings.filter(({ verdict }) => verdict === 'publisher');
  if (!isCorrected || blaming.length === 0) return disclosure;
  const broken = new Set(brokenSince((await uncorrected()).findings, blaming, disclosure.tables));
  return { ...disclosure, findings: disclosure.findings.map((finding) => (broken.has(finding) ? notPublishers(finding) : finding)) };
}

const notPublishers = (finding: Finding): Finding => ({
  ...finding,
  verdict: 'unknown',
  message: `${finding.message.replace(/。$/u, '')}；作更正之前没有这一问题。`,
});
