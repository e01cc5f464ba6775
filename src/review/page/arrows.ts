/** One step in a direction: of columns and of rows. */
export interface Step {
  readonly right: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

const ARROWS: ReadonlyMap<string, Step> = new Map([
  ['ArrowLeft', { right: -1, down: 0 }],
  ['ArrowRight', { right: 1, down: 0 }],
  ['ArrowUp', { right: 0, down: -1 }],
  ['ArrowDown', { right: 0, down: 1 }],
]);

/** The step that an arrow key asks for; null for other keys. */
export const arrowStep = ({ key }: KeyboardEvent): Step | null => ARROWS.get(key) ?? null;

/** A key pressed with one of these belongs to the browser. */
export const hasModifier = ({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => altKey || ctrlKey || metaKey;
