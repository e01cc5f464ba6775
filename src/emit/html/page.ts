import { createHash } from 'node:crypto';
import { say } from '../../base/language.js';
import { GENERATOR } from '../../base/own-mark.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import type { Html } from './markup.js';
import { STYLE } from './style.js';

/** Nothing is fetched, no script runs but our own and nothing is sent, whatever the texts of a document hold. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What lets this script run and no other. */
const policyFor = (script: string): string =>
  script === '' ? POLICY : `${POLICY}; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** A page in one file. @param style of this kind of page alone @param script likewise: a text of ours, never one of a document */
export function htmlPage(title: string, body: readonly Html[], style = '', script = ''): string {
  const head = [
    htmlElement('meta', { charset: 'utf-8' }),
    htmlElement('meta', { name: 'generator', content: GENERATOR }),
    // Its apostrophes need no escape.
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}">`,
    htmlElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    htmlElement('meta', { name: 'referrer', content: 'no-referrer' }),
    htmlElement('title', {}, escapeXml(title)),
    htmlElement('style', {}, STYLE + style),
  ];
  const start = ['<!DOCTYPE html>', `<html lang="${say('zh-CN', 'en')}">`, '<head>', ...head, '</head>', '<body>'];
  const end = script === '' ? [] : [`<script>${script}</script>`];
  return [...start, ...body, ...end, '</body>', '</html>', ''].join('\n');
}
