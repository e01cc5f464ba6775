import type { Report } from './report.js';

/** The report for a program that raises an alarm: counts first; departments × years are in the HTML. */
export function reportToJson({ runs, totals, todo, lost, postponed, events, worst, findings, matrix }: Report): string {
  const report = {
    runs,
    totals: { ...totals, byStatus: Object.fromEntries(totals.byStatus) },
    todo: Object.fromEntries(
      todo.map(({ action, reasons, documents }) => [
        action,
        { documents: documents.length, reasons: Object.fromEntries(reasons), list: documents },
      ]),
    ),
    lost: lost.map(({ file, sha256 }) => ({ file, sha256 })),
    postponed: Object.fromEntries(postponed),
    events,
    findings: { ...findings, judged: Object.fromEntries(findings.judged), worst },
    missing: matrix.departments
      .filter(({ missing }) => missing.length > 0)
      .map(({ region, department, missing }) => ({ region, department, years: missing })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
