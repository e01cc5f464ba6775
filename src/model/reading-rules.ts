import type { RuleDeclaration } from '../../extractors/rule.js';

/** What may be remarked while a document is read, with the severity it mostly has. */
interface ReadingRule extends RuleDeclaration {
  readonly severity: 'error' | 'warning' | 'info';
  /** `reading`: the remark is about our reading; `unknown`: it may be the print. */
  readonly verdict: 'reading' | 'unknown';
}

const reading = <const Id extends string>(rule: ReadingRule & { readonly id: Id }): ReadingRule & { readonly id: Id } => rule;

export const PAGE_UNREAD = reading({
  id: 'PAGE-UNREAD',
  title: '页面无法识读',
  formula: '每一页都能识读',
  severity: 'error',
  verdict: 'reading',
});
export const TRUNCATED_TAIL = reading({
  id: 'TRUNCATED-TAIL',
  title: '文件缺尾',
  formula: '文件有结尾（交叉引用表和%%EOF）',
  severity: 'warning',
  verdict: 'reading',
});
export const STREAM_BROKEN = reading({
  id: 'STREAM-BROKEN',
  title: '数据流损坏',
  formula: '文件中的压缩数据流都完好，各页用不到的也是',
  severity: 'info',
  verdict: 'reading',
});
export const FILE_REPAIRED = reading({
  id: 'FILE-REPAIRED',
  title: '文件结构损坏',
  formula: '文件的结构（目录、页面树）完好，无需修复即可识读',
  severity: 'warning',
  verdict: 'reading',
});
export const FILE_BESIDE = reading({
  id: 'FILE-BESIDE',
  title: '版面之外的内容',
  formula: '文件中除版面外没有别的内容：签名、附件、批注（仅作说明）',
  severity: 'info',
  verdict: 'reading',
});
export const DOCUMENTS_APART = reading({
  id: 'DOCUMENTS-APART',
  title: '一个文件内有几份文档',
  formula: '一个文件是一份文档；有几份的，各自识读和核对，互不相比（仅作说明）',
  severity: 'info',
  verdict: 'reading',
});
export const TABLE_UNREAD = reading({
  id: 'TABLE-UNREAD',
  title: '表格未读出',
  formula: '印有表题和金额单位之处，其下的表格都读出；成行的数都在表格中',
  severity: 'error',
  verdict: 'reading',
});
export const TABLE_OTHER = reading({
  id: 'TABLE-OTHER',
  title: '表种不明',
  formula: '有金额的表属于所知的表种；其余的表只存单元格，不核对',
  severity: 'info',
  verdict: 'reading',
});
export const OWN_ERROR = reading({
  id: 'OWN-ERROR',
  title: '本工具出错',
  formula: '各步骤不出错；出错时只缺出错的部分',
  severity: 'error',
  verdict: 'reading',
});
export const ENGINES_DISAGREE = reading({
  id: 'ENGINES-DISAGREE',
  title: '两个引擎识读不一',
  formula: '存疑之处由第二个引擎再读一遍，文字相同',
  severity: 'error',
  verdict: 'reading',
});
export const READ_ONCE = reading({
  id: 'READ-ONCE',
  title: '未经复核',
  formula: '存疑之处所在的页第二个引擎也能识读（仅作说明）',
  severity: 'info',
  verdict: 'reading',
});
export const CELL_UNREADABLE = reading({
  id: 'CELL-UNREADABLE',
  title: '单元格无法识读',
  formula: '每一格都能识读',
  severity: 'error',
  verdict: 'reading',
});
export const CODE_DOUBTFUL = reading({
  id: 'CODE-DOUBTFUL',
  title: '编码识读存疑',
  formula: '识读有疑的编码由科目名称确定',
  severity: 'error',
  verdict: 'reading',
});
export const NAME_DOUBTFUL = reading({
  id: 'NAME-DOUBTFUL',
  title: '单位名称识读存疑',
  formula: '识读的编制单位与文字页所印相近时取后者',
  severity: 'info',
  verdict: 'reading',
});
export const LABEL_DOUBTFUL = reading({
  id: 'LABEL-DOUBTFUL',
  title: '行名序号识读存疑',
  formula: '识读的序号与上下各行不连贯时按顺序补正',
  severity: 'info',
  verdict: 'reading',
});
export const READING_SETTLED = reading({
  id: 'READING-SETTLED',
  title: '识读存疑',
  formula: '识读有疑的数取唯一合乎勾稽关系者，并列出其他可能',
  severity: 'info',
  verdict: 'reading',
});
export const PROSE_UNREAD = reading({
  id: 'PROSE-UNREAD',
  title: '文中数字识读存疑',
  formula: '识读有疑的文中数字不参与核对（仅作说明）',
  severity: 'info',
  verdict: 'reading',
});
export const NUMBER_MALFORMED = reading({
  id: 'NUMBER-MALFORMED',
  title: '数字不规范',
  formula: '金额栏中是规范的数字',
  severity: 'warning',
  verdict: 'unknown',
});
export const UNIT_UNKNOWN = reading({
  id: 'UNIT-UNKNOWN',
  title: '未印单位',
  formula: '有金额的表印有金额单位',
  severity: 'warning',
  verdict: 'unknown',
});
export const CODE_SHAPE = reading({
  id: 'CODE-SHAPE',
  title: '编码位数',
  formula: '科目编码为3、5或7位',
  severity: 'warning',
  verdict: 'unknown',
});
export const CODE_INHERITED = reading({
  id: 'CODE-INHERITED',
  title: '补上级编码',
  formula: '上级编码空白时由上一行补足（仅作说明）',
  severity: 'info',
  verdict: 'unknown',
});
export const COLUMN_UNKNOWN = reading({
  id: 'COLUMN-UNKNOWN',
  title: '未知的栏',
  formula: '每一栏的含义为该表所知',
  severity: 'warning',
  verdict: 'unknown',
});
export const COLUMN_DUPLICATE = reading({
  id: 'COLUMN-DUPLICATE',
  title: '重复的栏',
  formula: '没有两栏含义相同',
  severity: 'warning',
  verdict: 'unknown',
});
export const STRUCTURE_DOUBTFUL = reading({
  id: 'STRUCTURE-DOUBTFUL',
  title: '表格结构存疑',
  formula: '结构由推定而来或内部对不上的表，其各数由勾稽关系证明',
  severity: 'warning',
  verdict: 'reading',
});
export const ROW_SLID = reading({ id: 'ROW-SLID', title: '行错位', formula: '各格与其行对齐', severity: 'warning', verdict: 'unknown' });
export const CORRECTION_REFUSED = reading({
  id: 'CORRECTION-REFUSED',
  title: '更正未采用',
  formula: '更正文件中的每一条，所指之处仍读作更正时的样子',
  severity: 'warning',
  verdict: 'unknown',
});
export const CORRECTIONS_UNUSABLE = reading({
  id: 'CORRECTIONS-UNUSABLE',
  title: '更正文件不可用',
  formula: '更正文件合乎格式，且是为本文件（按sha256）所作',
  severity: 'error',
  verdict: 'unknown',
});
export const FORM_BY_HEADER = reading({
  id: 'FORM-BY-HEADER',
  title: '由表头认表',
  formula: '表题未印时由表头判定（仅作说明）',
  severity: 'info',
  verdict: 'unknown',
});
export const HIDDEN_CONTENT = reading({
  id: 'HIDDEN-CONTENT',
  title: '有隐藏内容',
  formula: '文件中没有隐藏的工作表、行、列（隐藏的不在结果中）',
  severity: 'warning',
  verdict: 'unknown',
});
export const STORED_SHOWN = reading({
  id: 'STORED-SHOWN',
  title: '存储与显示不同',
  formula: '单元格显示的数就是存储的数（结果取显示的数）',
  severity: 'info',
  verdict: 'unknown',
});
export const FORMULA_UNREADABLE = reading({
  id: 'FORMULA-UNREADABLE',
  title: '公式没有结果',
  formula: '每个公式都存有结果，且不是错误值',
  severity: 'error',
  verdict: 'unknown',
});
export const FORMULA_DIFFERS = reading({
  id: 'FORMULA-DIFFERS',
  title: '公式结果不符',
  formula: '加减、求和公式存储的结果与其各项相符',
  severity: 'warning',
  verdict: 'unknown',
});
export const TRACKED_CHANGES = reading({
  id: 'TRACKED-CHANGES',
  title: '留有修订记录',
  formula: '文件没有未接受的修订（插入的计入，删除的不计）',
  severity: 'warning',
  verdict: 'unknown',
});
export const PICTURE_UNREAD = reading({
  id: 'PICTURE-UNREAD',
  title: '图片未识读',
  formula: '文件中可能是表格的图片都已识读',
  severity: 'warning',
  verdict: 'reading',
});

/** All of them, in the order people read them. */
export const readingRules = [
  PAGE_UNREAD,
  TRUNCATED_TAIL,
  STREAM_BROKEN,
  FILE_REPAIRED,
  FILE_BESIDE,
  DOCUMENTS_APART,
  TABLE_UNREAD,
  TABLE_OTHER,
  OWN_ERROR,
  ENGINES_DISAGREE,
  READ_ONCE,
  CELL_UNREADABLE,
  CODE_DOUBTFUL,
  NAME_DOUBTFUL,
  LABEL_DOUBTFUL,
  READING_SETTLED,
  PROSE_UNREAD,
  NUMBER_MALFORMED,
  UNIT_UNKNOWN,
  CODE_SHAPE,
  CODE_INHERITED,
  COLUMN_UNKNOWN,
  COLUMN_DUPLICATE,
  ROW_SLID,
  STRUCTURE_DOUBTFUL,
  CORRECTION_REFUSED,
  CORRECTIONS_UNUSABLE,
  FORM_BY_HEADER,
  HIDDEN_CONTENT,
  STORED_SHOWN,
  FORMULA_UNREADABLE,
  FORMULA_DIFFERS,
  TRACKED_CHANGES,
  PICTURE_UNREAD,
] as const;

export type { ReadingRule };
