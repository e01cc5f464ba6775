/**
 * How the names of offices and other public bodies end: 财政局, 教育厅, 人民政府, 图书馆. The endings are those that published accounts
 * were seen to print on covers, in captions, before titles and amid sentences. An ending that is met for the first time is added here,
 * where it can be taken for the end of a name.
 */

/** Where a name stands: amid the words of a sentence, at the end of a line, or right before the title of a table. */
export type NamePlace = 'sentence' | 'line' | 'title';

const OFFICES: readonly { readonly places: readonly NamePlace[]; readonly endings: readonly string[] }[] = [
  {
    places: ['sentence', 'line', 'title'],
    endings: [
      '局',
      '厅',
      '委员会',
      '办公室',
      '法院',
      '检察院',
      '大学',
      '学院',
      '医院',
      '中心',
      '联合会',
      '管委会',
      '街道办事处',
      '人民政府',
      '图书馆',
      '博物馆',
      '总队',
      '支队',
    ],
  },
  { places: ['sentence', 'title'], endings: ['中学', '小学'] },
  // Ordinary words end so too: amid a sentence they end no name.
  {
    places: ['line', 'title'],
    endings: [
      ...[
        '幼儿园',
        '监狱',
        '文化宫',
        '少年宫',
        '科协',
        '文联',
        '残联',
        '侨联',
        '妇联',
        '工商联',
        '农场',
        '林场',
        '牧场',
        '公园',
        '园区',
        '总站',
      ],
      ...['委', '院', '校', '部', '会', '团', '署', '馆', '站', '所', '处', '队', '社', '台', '公司', '街道', '镇', '乡', '苏木', '指挥部'],
    ],
  },
  // Before a title, 政府 may begin it: 政府性基金预算….
  { places: ['line'], endings: ['政府'] },
  { places: ['title'], endings: ['办', '学', '园', '场'] },
];

/** The endings that a name may have in a place, as a pattern's source. */
export const officeEndings = (place: NamePlace): string =>
  OFFICES.filter(({ places }) => places.includes(place))
    .flatMap(({ endings }) => endings)
    .join('|');

/** How the name of a body ends where it stands alone, 某某局（本级） too: a pattern's source. */
export const BODY_ENDING = `(?:${officeEndings('line')}|${officeEndings('sentence')})(?:[（(].{1,12}[)）]|本级)?`;
