import type { Step } from '../../../src/read/ocr/print/line.js';

/** `7` a step that is sure, `7/1` one that wavers (0.6 to 0.4), `_` no character. */
export const steps = (text: string): Step[] =>
  text.split(' ').map((step) => {
    const [first = '', second] = step.split('/').map((c) => (c === '_' ? '' : c));
    return second === undefined
      ? [{ text: first, p: 0.99 }]
      : [
          { text: first, p: 0.6 },
          { text: second, p: 0.4 },
        ];
  });
