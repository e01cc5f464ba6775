/**
 * How the names of offices and other public bodies end: 财政局, 教育厅, 人民政府, 图书馆. The endings are those that titles, covers,
 * captions and sentences of published accounts were seen to print; one that is met for the first time is added here.
 */

/** Endings that are words of their own: they end a name even where more words follow it (某某局2024年度支出). */
const WHOLE = [
  '局',
  '厅',
  '委员会',
  '办公室',
  '法院',
  '检察院',
  '大学',
  '学院',
  '中学',
  '小学',
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
] as const;

/** Endings that other words have too (会, 院, 部): they end a name only where nothing follows it. */
const SHORT = [
  '委',
  '办',
  '院',
  '校',
  '学',
  '部',
  '会',
  '团',
  '署',
  '馆',
  '站',
  '所',
  '处',
  '政府',
  '队',
  '社',
  '台',
  '园',
  '场',
  '公司',
  '党校',
  '街道',
  '镇',
  '乡',
] as const;

/** A pattern's source: where a name ends amid other words. */
export const WHOLE_OFFICES = WHOLE.join('|');

/** A pattern's source: what a name may end with, the longer before those they end with. */
export const OFFICE_ENDINGS = [...WHOLE, ...SHORT].join('|');
