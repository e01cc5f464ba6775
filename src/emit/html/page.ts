import { GENERATOR } from '../../base/own-mark.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import type { Html } from './markup.js';
import { STYLE } from './style.js';

/** Nothing is fetched, no script runs and nothing is sent, whatever the texts of a document hold. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page in one file. @param style of this kind of page alone */
export function htmlPage(title: string, body: readonly Html[], style = ''): string {
  const head = [
    htmlElement('meta', { charset: 'utf-8' }),
    htmlElement('meta', { name: 'generator', content: GENERATOR }),
    // Its apostrophes need no escape.
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    htmlElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    htmlElement('meta', { name: 'referrer', content: 'no-referrer' }),
    htmlElement('title', {}, escapeXml(title)),
    htmlElement('style', {}, STYLE + style),
  ];
  return ['<!DOCTYPE html>', '<html lang="zh-CN">', '<head>', ...head, '</head>', '<body>', ...body, '</body>', '</html>', ''].join('\n');
}
