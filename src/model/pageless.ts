import type { Disclosure } from '../../schemas/disclosure.js';

/** Is this the result of a document without pages: a Word or Excel file, a web page? Its sheets have no size. */
export const isPageless = ({ pages }: Pick<Disclosure, 'pages'>): boolean => pages.length > 0 && pages.every(({ width }) => width === 0);

/** Said where somebody wants to see a page of such a document. */
export const NO_PAGES =
  'A Word or Excel document or a web page has no pages that could be shown. Its results say where each value stands (`ref`); open it there, or extract it with --format html.';
