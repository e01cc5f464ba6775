/**
 * The mark of what we write and could also read: workbooks and reports. A folder may hold them beside the documents that they are of, and
 * nothing but the mark tells them from those: any document may bear the name of another.
 */
import { version } from './version.js';

/** The name of a workbook's property (ECMA-376 part 1, 22.3), which programs keep when they save it again; and of the generator of a page. */
const MARK = 'juesuan';

/** The part of a workbook that holds its properties. */
export const PROPERTIES_PART = 'docProps/custom.xml';

/** As the property's name stands in that part. */
export const isMarkedProperties = (part: string): boolean => /\sname=["']juesuan["']/u.test(part);

/** The name and value of the property. */
export const markProperty = { name: MARK, value: version } as const;

/** The content of `<meta name="generator">`. */
export const GENERATOR = `${MARK} ${version}`;

/** Characters of a page before its mark, at most. */
export const PAGE_HEAD = 1024;

/** @param head the first `PAGE_HEAD` characters of a page */
export const isMarkedPage = (head: string): boolean => /<meta\s+name=["']generator["']\s+content=["']juesuan\s/iu.test(head);
