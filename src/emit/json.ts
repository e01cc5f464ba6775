import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';

/**
 * The document as JSON text, keys in the order of the schema. What holds no further object stands on one line, so that
 * a cell is a line: small enough for 10,000 of them, and a change of one value is a change of one line.
 * Throws where `disclosure` breaks its schema.
 */
export function toJson(disclosure: Disclosure): string {
  return `${write(parseDisclosure(disclosure), '')}\n`;
}

function write(node: unknown, indent: string): string {
  if (isOneLine(node)) return writeLine(node);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(node) ? '[]' : '{}';
  const parts = Array.isArray(node)
    ? node.map((item) => inner + write(item, inner))
    : members(node).map(([key, value]) => `${inner}${JSON.stringify(key)}: ${write(value, inner)}`);
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function writeLine(node: unknown): string {
  if (isPrimitive(node)) return JSON.stringify(node);
  if (Array.isArray(node)) return `[${node.map(writeLine).join(', ')}]`;
  const parts = members(node).map(([key, value]) => `${JSON.stringify(key)}: ${writeLine(value)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function isOneLine(node: unknown): boolean {
  if (isPrimitive(node)) return true;
  if (Array.isArray(node)) return node.every(isPrimitive);
  return members(node).every(([, value]) => isPrimitive(value) || (Array.isArray(value) && value.every(isPrimitive)));
}

function isPrimitive(node: unknown): boolean {
  return typeof node !== 'object' || node === null;
}

function members(node: unknown): [string, unknown][] {
  return Object.entries(node as object).filter(([, value]) => value !== undefined);
}
