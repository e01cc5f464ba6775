/** How a comparison is written. */
export const COMPARED_FORMATS = ['text', 'json', 'csv', 'xlsx', 'html', 'svg'] as const;

export type ComparedFormat = (typeof COMPARED_FORMATS)[number];
