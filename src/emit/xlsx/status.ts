import type { DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { GREEN, ORANGE, YELLOW } from './cells.js';

export type Status = NonNullable<DisclosureValue['status']>;

/** What the workbook calls a status, what it means to a reader, and its colour. */
export const STATUSES: Readonly<Record<Status, { readonly name: string; readonly means: string; readonly colour: string | null }>> = {
  proved: { name: '勾稽证实', means: '与其他非零印刷数值构成的恒等式成立', colour: GREEN },
  uncontradicted: { name: '未见矛盾', means: '没有佐证，也没有矛盾', colour: null },
  contradicted: { name: '有矛盾', means: '与其他印刷数值或文字说明不符，原因见批注和“勾稽”', colour: ORANGE },
  unreadable: { name: '无法识读', means: '印刷不清或两次识读不一致，请看原件', colour: YELLOW },
  unchecked: { name: '未核对', means: '没有可用的勾稽关系', colour: null },
};

export const SEVERITIES: Readonly<Record<Finding['severity'], string>> = { error: '错误', warning: '警告', info: '提示' };

/** The most severe first, otherwise in the order of the document. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const order = Object.keys(SEVERITIES);
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
