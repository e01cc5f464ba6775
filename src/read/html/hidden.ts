import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements that show no text of theirs. */
const NEVER = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'object',
  'iframe',
  'svg',
  'math',
  'select',
  'datalist',
  'audio',
  'video',
  'canvas',
]);
const NOT_DISPLAYED = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/iu;

export const attributeOf = ({ attrs }: Element, name: string): string | undefined => attrs.find((each) => each.name === name)?.value;

/** Is an element not displayed: by its kind, by itself, or by a class that the page hides? */
export function isHidden(element: Element, classes: ReadonlySet<string>): boolean {
  if (NEVER.has(element.tagName) || attributeOf(element, 'hidden') !== undefined) return true;
  if (NOT_DISPLAYED.test(attributeOf(element, 'style') ?? '')) return true;
  return (attributeOf(element, 'class') ?? '').split(/\s+/u).some((name) => classes.has(name));
}

/** `.old { display: none }`: the classes that a page's own style sheets hide; of selectors the simplest alone. */
export function hiddenClasses(page: Parent): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sheet of styleSheets(page, 0)) {
    for (const [, selectors = '', rules = ''] of sheet.replace(/\/\*[\s\S]*?\*\//gu, '').matchAll(/([^{}]*)\{([^{}]*)\}/gu)) {
      if (!NOT_DISPLAYED.test(rules)) continue;
      for (const selector of selectors.split(',')) {
        const name = /^\s*(?:[a-z]+)?\.([\w-]+)\s*$/iu.exec(selector)?.[1];
        if (name !== undefined) found.add(name);
      }
    }
  }
  return found;
}

/** Style sheets stand near the top of a page. */
const DEEPEST = 6;

function styleSheets(node: Parent, depth: number): string[] {
  if (depth > DEEPEST) return [];
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    if (child.tagName === 'style')
      return [child.childNodes.map((each) => ('value' in each ? each.value : 'data' in each ? each.data : '')).join('')];
    return styleSheets(child, depth + 1);
  });
}
