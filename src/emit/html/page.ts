import { createHash } from 'node:crypto';
import { say } from '../../base/language.js';
import { GENERATOR } from '../../base/own-mark.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import type { Html } from './markup.js';
import { STYLE } from './style.js';

/** Nothing is fetched and nothing is sent, whatever the texts of a document hold; only our own script runs, if there is one: its hash is told. */
const policy = (script: string | null): string =>
  [
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    ...(script === null ? [] : [`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** What a kind of page has of its own. */
interface OwnParts {
  readonly style?: string;
  /** Never made from a document's text. */
  readonly script?: string | null;
}

/** A page in one file. */
export function htmlPage(title: string, body: readonly Html[], { style = '', script = null }: OwnParts = {}): string {
  const head = [
    htmlElement('meta', { charset: 'utf-8' }),
    htmlElement('meta', { name: 'generator', content: GENERATOR }),
    // Its apostrophes need no escape.
    `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">`,
    htmlElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    htmlElement('meta', { name: 'referrer', content: 'no-referrer' }),
    htmlElement('title', {}, escapeXml(title)),
    htmlElement('style', {}, STYLE + style),
  ];
  const start = ['<!DOCTYPE html>', `<html lang="${say('zh-CN', 'en')}">`, '<head>', ...head, '</head>', '<body>'];
  const end = script === null ? [] : [`<script>${script}</script>`];
  return [...start, ...body, ...end, '</body>', '</html>', ''].join('\n');
}
