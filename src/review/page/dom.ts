/** Elements from data. Texts only ever become text nodes and attribute values: no markup of a document is parsed. */

type Child = Node | string | null;

interface Props {
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  readonly [attribute: string]: unknown;
}

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), props, children);
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill<Filled extends Element>(element: Filled, { on = {}, ...attributes }: Props, children: readonly Child[]): Filled {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [type, listener] of Object.entries(on)) element.addEventListener(type, listener);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button; `label` is what it says. */
export function button(label: string, onClick: () => void, props: Props = {}): HTMLButtonElement {
  return el('button', { type: 'button', ...props, on: { ...props.on, click: onClick } }, label);
}

/** Fills an element anew; what in it has `data-keep` keeps the focus, and what was typed in it as long as it is about the same. */
export function refillKeepingFocus(element: HTMLElement, children: readonly HTMLElement[]): void {
  const focused = document.activeElement instanceof HTMLElement && element.contains(document.activeElement) ? document.activeElement : null;
  const keep = focused?.dataset['keep'];
  const about = (part: Element | null | undefined) => part?.closest<HTMLElement>('[data-finding]')?.dataset['finding'];
  const [aboutBefore, typed] = [about(focused), focused instanceof HTMLTextAreaElement ? focused.value : null];
  element.replaceChildren(...children);
  const again = keep === undefined ? null : element.querySelector<HTMLElement>(`[data-keep="${keep}"]`);
  if (!again) return;
  if (again instanceof HTMLTextAreaElement) {
    // The text is about another finding: keys are to lead on from there, not to be typed into it.
    if (about(again) !== aboutBefore) return;
    if (typed !== null) again.value = typed;
  }
  again.focus({ preventScroll: true });
}

/** Into view: in the middle, or just so far that it is seen. */
export function show(element: Element | null | undefined, where: ScrollLogicalPosition = 'nearest'): void {
  element?.scrollIntoView({ block: where, inline: where });
}

/** ms. A page that is shown for less is not looked at. */
const LEAFING = 80;

/** Asks for a picture once it has stayed on the page for a moment: each costs the server some work. */
export function fetchPicture(picture: HTMLImageElement, url: string): void {
  setTimeout(() => {
    if (picture.isConnected && picture.getAttribute('src') !== url) picture.setAttribute('src', url);
  }, LEAFING);
}
