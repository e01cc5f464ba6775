import type { Finding } from '../../../../schemas/disclosure.js';
import { proseFinding, say } from '../finding.js';
import type { SectionFacts } from '../text/facts.js';
import { mentionsIn } from '../text/numbers.js';

/** Figures of the text that OCR could not read beyond doubt: they take no part in any check, and that is said. */
export function tellUnread({ sentences }: SectionFacts): Finding[] {
  return sentences.flatMap((sentence) => {
    const unread = mentionsIn(sentence).filter((mention) => mention.isDoubtful);
    const [first] = unread;
    if (!first) return [];
    const figures = unread.map((mention) => `“${say(mention.quantity)}”`).join('、');
    return [
      proseFinding(sentence, first.start, {
        rule: 'PROSE-UNREAD',
        severity: 'info',
        verdict: 'reading',
        message: `文中的${figures}识读存疑，未参与核对。`,
      }),
    ];
  });
}
