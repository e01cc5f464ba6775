import type { Disclosure } from '../../schemas/disclosure.js';

/** Is this the result of a document without pages: a Word or Excel file, a web page? Its sheets have no size. */
export const isPageless = ({ pages }: Pick<Disclosure, 'pages'>): boolean => pages.length > 0 && pages.every(({ width }) => width === 0);
