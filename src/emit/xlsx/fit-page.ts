type Attributes = Record<string, string | number>;

/** A feature of write-excel-file: a printed sheet is one page wide and as many pages long as it needs. */
export const fitPageWidth = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag: string, attributes: Attributes): Attributes =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        // ECMA-376 part 1, 18.3.1.99: sheetPr is the first child of worksheet.
        transform: (xml: string): string =>
          xml.replace(/<worksheet[^>]*>/, (worksheet) => `${worksheet}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`),
      },
    },
  },
};
