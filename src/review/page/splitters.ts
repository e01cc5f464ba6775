import { arrowStep } from './arrows.js';
import { deskWords } from './desk-words.js';
import { el } from './dom.js';
import type { ReviewStore } from './store.js';

/** px a pane keeps, and those that an arrow key moves. */
const LEAST = 150;
const STEP = 24;

/** What a splitter changes. */
interface Split {
  /** The pane before it, whose size it sets. */
  readonly before: HTMLElement;
  /** What the pane shares its room with. */
  readonly within: HTMLElement;
  /** Room that those after it keep, in px. */
  readonly rest: number;
  readonly property: string;
  readonly isUpright: boolean;
  readonly name: 'dragLeft' | 'dragPage' | 'dragDocuments';
}

/** A line between two panes that can be dragged, or moved by arrow keys; a double click gives both the sizes they had at first. */
export function splitter(store: ReviewStore, { before, within, rest, property, isUpright, name }: Split): HTMLElement {
  const line = el('div', {
    class: `splitter ${isUpright ? 'upright' : 'level'}`,
    role: 'separator',
    tabindex: 0,
    'aria-orientation': isUpright ? 'vertical' : 'horizontal',
    'aria-valuenow': 0,
  });
  const sizeOf = () => (isUpright ? before.getBoundingClientRect().width : before.getBoundingClientRect().height);
  const set = (size: number) => {
    const room = isUpright ? within.clientWidth : within.clientHeight;
    const allowed = Math.max(LEAST, Math.min(size, room - rest));
    within.style.setProperty(property, `${Math.round(allowed)}px`);
    line.setAttribute('aria-valuenow', String(Math.round(allowed)));
  };
  line.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    line.setPointerCapture(event.pointerId);
    const [from, size] = [isUpright ? event.clientX : event.clientY, sizeOf()];
    const move = (moved: PointerEvent) => set(size + (isUpright ? moved.clientX : moved.clientY) - from);
    line.addEventListener('pointermove', move);
    for (const end of ['pointerup', 'pointercancel'] as const)
      line.addEventListener(end, () => line.removeEventListener('pointermove', move), { once: true });
  });
  line.addEventListener('dblclick', () => within.style.removeProperty(property));
  line.addEventListener('keydown', (event) => {
    const step = arrowStep(event);
    const by = step ? (isUpright ? step.right : step.down) : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    set(sizeOf() + by * STEP);
  });
  store.watch(
    ({ lang }) => [lang],
    ({ lang }) => line.setAttribute('aria-label', deskWords(lang)[name]),
  );
  return line;
}
