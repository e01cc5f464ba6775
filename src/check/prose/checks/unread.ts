import type { Finding } from '../../../../schemas/disclosure.js';
import { PROSE_UNREAD } from '../../../model/reading-rules.js';
import { proseFinding, withUnit } from '../finding.js';
import { mentionsIn } from '../text/numbers.js';
import type { CheckedSection } from './section.js';

/** Figures of the text that OCR could not read beyond doubt: they take no part in any check; the remark lists them. */
export function checkUnread({ sentences }: CheckedSection): Finding[] {
  return sentences.flatMap((sentence) => {
    if (!sentence.places.some(({ doubtful }) => doubtful)) return [];
    const unread = mentionsIn(sentence).filter((mention) => mention.isDoubtful);
    const [first] = unread;
    if (!first) return [];
    const figures = unread.map((mention) => `“${withUnit(mention.quantity)}”`).join('、');
    return [
      proseFinding(sentence, first.start, {
        rule: PROSE_UNREAD.id,
        severity: 'info',
        verdict: 'reading',
        message: `文中的${figures}识读存疑，未参与核对。`,
      }),
    ];
  });
}
