/** What a file lacks, and what it holds beside its pages: nothing of that is in any table. */
import { DisclosureError } from '../../base/errors.js';
import type { FileRemark } from '../../model/file-remark.js';
import { FILE_BESIDE, FILE_REPAIRED } from '../../model/reading-rules.js';
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

/** Pages that are missing; signatures, attachments, annotations that have words. */
export function remarksOn(file: OfdFile, contents: OfdContents): FileRemark[] {
  const { lacks } = contents;
  const doubt = lacks === null ? undefined : { reason: 'damaged' as const, message: lacks };
  const message = '文件缺少其页面所需的内容。';
  return [
    ...(doubt ? [{ rule: FILE_REPAIRED, message, doubt }] : []),
    ...besidePages(file, contents).map((said) => ({ rule: FILE_BESIDE, message: said })),
  ];
}

function besidePages(file: OfdFile, { signed, attachments, pages }: OfdContents): string[] {
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
