/** What a file holds beside its pages, in sentences: nothing of it is in any table. */
import { DisclosureError } from '../../base/errors.js';
import { PageError } from '../errors.js';
import { annotationsOf } from './annotations.js';
import type { OfdContents, PageEntry } from './document.js';
import { annotationMarks, type OfdFile } from './page-content.js';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['Stamp', '图章'],
  ['Highlight', '高亮'],
  ['Watermark', '水印'],
  ['Path', '图形'],
  ['Link', '链接'],
]);

/** Characters of what annotations say that are quoted. */
const QUOTED = 40;

/** Signatures, attachments, annotations that have words. */
export function remarksOn(file: OfdFile, { signed, attachments, pages }: OfdContents): string[] {
  const names = attachments.map((name) => `“${name}”`).join('、');
  return [
    ...(signed ? ['文件带有电子签名；签名是否有效未作判断，签章的图样没有识读。'] : []),
    ...(attachments.length > 0 ? [`文件带有${attachments.length}个附件：${names}；附件不是版面的内容，没有识读。`] : []),
    ...pages.flatMap((page, i) => annotationRemark(file, page, i + 1) ?? []),
  ];
}

/** Null where a page has no annotation with words. */
function annotationRemark(file: OfdFile, page: PageEntry, number: number): string | null {
  try {
    const said = annotationsOf(file.ofd, page).flatMap((annotation) => {
      const words = annotationMarks(file, page, [annotation]).flatMap((mark) => (mark.kind === 'text' ? mark.letters : []));
      const text = words
        .map((letter) => letter.text)
        .join('')
        .trim();
      return text === '' ? [] : [`${KINDS.get(annotation.type) ?? '批注'}“${shortened(text)}”`];
    });
    return said.length === 0 ? null : `第${number}页上有批注：${said.join('、')}；批注不是版面的内容，不在结果中。`;
  } catch (cause) {
    if (cause instanceof DisclosureError || cause instanceof PageError) return `第${number}页的批注无法识读。`;
    throw cause;
  }
}

const shortened = (text: string) => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
