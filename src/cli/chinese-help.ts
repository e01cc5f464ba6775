import type { Command, Option } from 'commander';
import { KINDS } from '../read/containers.js';
import { COMBINED_NAME } from './combine.js';
import { DOCUMENTS } from './inputs.js';

/** What the help says, in Chinese: of commands, their arguments, options and defaults. */
export const CHINESE_HELP: Readonly<Record<string, string>> = {
  '部门决算公开: published final accounts into validated data': '把部门决算、部门预算公开文件变成经过校验的数据',
  'output the version number': '显示版本',
  // Arguments.
  [DOCUMENTS]: `文件（${KINDS}）、文件夹（逐层查找其中的文件）或通配符`,
  [`results of juesuan (.json), ${DOCUMENTS}; of a folder with results those`]: `juesuan 的结果（.json）、文件（${KINDS}）、文件夹（逐层查找）或通配符；文件夹里有结果的用结果`,
  [`searched for documents (${KINDS}) at any depth`]: `逐层查找其中的文件（${KINDS}）`,
  'a PDF or a result of juesuan (.json)': '一份 PDF 或 juesuan 的结果（.json）',
  another: '另一份',
  'one document': '一份文件',
  'a folder, or postgres://…': '文件夹，或 postgres://…',
  'postgres://…': 'postgres://…',
  // What many commands have.
  'opens encrypted documents': '打开加密文件的密码',
  'opens an encrypted document': '打开加密文件的密码',
  'read pages without legible text by OCR': '没有可识读文字的页用 OCR 识读',
  'whose corrections they are': '更正记在谁的名下',
  'your user name': '你的用户名',
  'no progress, summary or warnings': '不显示进度、汇总和警告',
  'no progress': '不显示进度',
  'no lines': '不输出日志行',
  'how it is printed': '输出的格式',
  'how they are printed': '输出的格式',
  'where the files go': '写到哪个文件夹',
  'which PDF engine reads: auto is pdfium, and pdfjs again where there is doubt; both is every page by both':
    '用哪个 PDF 引擎：auto 为 pdfium，存疑处再用 pdfjs；both 为每页都用两个引擎',
  'the language of what is written for people': '给人看的内容用哪种语言',
  'the language of the page': '页面用哪种语言',
  'the language of workbooks and reports': '工作簿和报告用哪种语言',
  'the language of the findings as text': '文本格式的问题用哪种语言',
  'the language of the differences as text': '文本格式的差异用哪种语言',
  'the language of the HTML, and of findings in text': 'HTML 报告和文本中的问题用哪种语言',
  'the language of the story': '报道用哪种语言',
  'the language of the list as text': '文本格式的清单用哪种语言',
  'the language of an evidence card': '证据卡用哪种语言',
  'the language of titles and formulas as text': '文本格式的标题和公式用哪种语言',
  json: 'json',
  csv: 'csv',
  html: 'html',
  all: '全部',
  // desk, review.
  'open the desk in a browser on this machine: drop documents on it, look at them beside their pages, take the results away; prints the address. The same as juesuan without arguments':
    '在本机浏览器中打开桌面：拖入文件，对照页面查看，带走结果；打印网址。不带参数运行 juesuan 也是这样',
  'look at documents beside their pages, and correct what was read, in a browser on this machine; prints the address':
    '在本机浏览器中对照页面查看文件，更正识读结果；打印网址',
  // extract.
  'extract final accounts and budgets into JSON, CSV or XLSX; prints the paths written':
    '把决算、预算提取为 JSON、CSV 或 XLSX；打印写出的路径',
  'where the results go; - prints one document as json or csv': '结果写到哪个文件夹；- 为把一份文件以 json 或 csv 打印出来',
  'any of json, csv, xlsx, html, joined by commas': 'json、csv、xlsx、html 中的几种，用逗号隔开',
  'documents at a time': '同时处理几份文件',
  'one per processor core': '每个处理器核心一份',
  'the inputs are one document in several files (Word, Excel, HTML), in this order': '所列文件依次合为一份（Word、Excel、HTML）',
  'extract the documents that ZIP files hold': '也提取 ZIP 里的文件',
  [`also one workbook of all documents, ${COMBINED_NAME} in the output folder`]: `另写一个汇总全部文件的工作簿：输出文件夹中的 ${COMBINED_NAME}`,
  'the same under another name': '同上，另取名称',
  'exit with 1 also where a value is contradicted or unreadable': '有数值矛盾或无法识读时也以 1 退出',
  // check.
  'check final accounts and budgets against themselves and each other: prints the findings, worst first; exit code 1 where there are errors':
    '核对决算、预算自身和相互之间：按轻重列出问题；有错误时退出码为 1',
  'how the findings are printed': '问题的输出格式',
  // archive, work, report, export.
  'take what is new or changed in folders into a store; run it every night': '把文件夹中新增、变更的文件收入档案；每晚运行一次',
  'a folder, or postgres://… for more than one machine': '文件夹；多台机器共用时为 postgres://…',
  'a table of what departments are also called; departments.csv in the store if not given': '部门别名表；不给时用档案中的 departments.csv',
  'read documents in quarantine once more': '隔离的文件再读一次',
  'first make the rows of a damaged store again from its JSON': '先用档案中的 JSON 重建损坏的库',
  'count files as gone also where more than a tenth of a folder, or all of it, is missing': '文件夹缺少一成以上乃至全部时也记为消失',
  'print how many documents would be read and why; nothing is written': '只打印将读多少份、为什么；什么也不写',
  'with postgres://…: where other machines find the files of the folder, as prefix/path':
    '用 postgres://… 时：其他机器在哪里找到文件夹中的文件，写作 前缀/路径',
  'how lines are written where there is no terminal': '没有终端时日志行的格式',
  'how lines are written': '日志行的格式',
  'print what the run did on stdout': '在标准输出打印这次运行做了什么',
  'no progress and no lines': '不显示进度，也不输出日志行',
  'read documents that an archive on another machine has put into the queue, until stopped':
    '识读另一台机器上的档案排入队列的文件，直到停止',
  'print what the last run did, what somebody must do about documents that were not read, the worst findings, and which years are missing':
    '打印上次运行做了什么、没有读出的文件要怎么办、最严重的问题、缺哪些年度',
  'also as one HTML file, with every department and year': '另写一个 HTML 文件，含全部部门和年度',
  'write the panel of a store, department × year × form × concept × column; prints the paths written':
    '写出档案的面板数据（部门 × 年度 × 表 × 概念 × 栏）；打印写出的路径',
  'where the dataset goes': '数据集写到哪个文件夹',
  'any of parquet, csv, xlsx, joined by commas': 'parquet、csv、xlsx 中的几种，用逗号隔开',
  'only what lies in this division, such as 41 or 410503': '只要这一行政区划的，如 41 或 410503',
  'only these years, such as 2022,2024-2026': '只要这些年度，如 2022,2024-2026',
  'only these forms; `other` goes with --cells': '只要这些表种；`other` 与 --cells 同用',
  'all but other': '除 other 外全部',
  'only values of this status': '只要这一状态的数值',
  'also every cell of the tables as printed, those of no known form too': '另写各表原样的每一格，含不认识的表',
  'also a table for each form: a line per row of a document, a column per column key, money in 元':
    '另按表种各写一表：文件的每行一行，每个栏键一列，金额以元计',
  'of several editions of one account all, not only the latest': '同一决算有几个版本的全要，不只要最后一版',
  'also documents that repeat another': '重复的文件也要',
  // compare, diff.
  'compare two years of one department, figure by figure and row by row; or the figures of any number of documents, one line each':
    '逐项、逐行比较同一部门的两个年度；或列出任意多份文件的指标，每份一行',
  'only these figures, by name or in Chinese, joined by commas: 三公合计 or three-public/total':
    '只要这些指标，写名称或中文，用逗号隔开：三公合计 或 three-public/total',
  'the order of documents': '文件的次序',
  'value of one figure, the largest first; else input': '只列一项指标时从大到小，否则照输入的次序',
  'how it is written': '写成什么格式',
  'as --out ends, else text': '看 --out 的扩展名，没有则为 text',
  'a table (CSV) of departments and heads, 部门 or code or file, 人数, and 年度 where they differ: every figure is also given for each head, in 元, rounded half up to 0.01':
    '部门与人数的表（CSV）：部门、编码或文件，人数，各年不同的加年度；各项指标另列人均（元），四舍五入到分',
  'where it goes, instead of stdout': '写到哪个文件，而不是标准输出',
  'compare two documents or results by concept, two years of one department as compare does; exit code 1 where they differ, 2 where there is nothing to compare':
    '按概念比较两份文件或结果，同一部门的两个年度与 compare 相同；有差异时退出码为 1，无可比较时为 2',
  'how the differences are printed': '差异的输出格式',
  // story, corrections.
  'write the findings of a document that were marked 属实 in juesuan review (<stem>.triage.json beside it), with notes, sentences and pictures of the print; prints the paths written':
    '写出一份文件中判为属实的问题（旁边的 <stem>.triage.json），附备注、原句和原件截图；打印写出的路径',
  'any of html, docx, xlsx, joined by commas': 'html、docx、xlsx 中的几种，用逗号隔开',
  'list what was corrected in a document (<stem>.corrections.json beside it), applied or refused; exit code 1 where one is refused':
    '列出一份文件的更正（旁边的 <stem>.corrections.json），已采用或未采用；有未采用的退出码为 1',
  'print this one as a test case: its place, what was read, what is right': '把这一条打印为测试用例：位置、读作什么、应为什么',
  // draw, crop, rules.
  'draw pages as SVG with the glyphs, rules, cells and names found on them (of Word, Excel and HTML files each sheet, by its cells); prints the paths written':
    '把页面画成 SVG，标出识读到的文字、线条、单元格和名称（Word、Excel、HTML 逐表画单元格）；打印写出的路径',
  'which pages, like 1,3,9-12; all where it is missing': '哪些页，如 1,3,9-12；不给则为全部',
  'where the drawings go': '图写到哪个文件夹',
  'the page itself below the drawing, as a picture; not of a document without pages': '图下衬页面本身的图像；没有页面的文件不可用',
  'cut a cell or a sentence out of a page, as a PNG; of a Word, Excel or HTML file draw a cell and its row, as an SVG; prints the path written':
    '从页面上截下一格或一句，为 PNG；Word、Excel、HTML 画出一格及其所在行，为 SVG；打印写出的路径',
  'which page or sheet, from 1': '第几页或第几张表，从 1 起',
  'what to show, in points from the top left, as in the results; the whole page where it is missing':
    '截哪里，以点计，从左上角起，与结果中相同；不给则为整页',
  'which cell of a document without pages, as in the results (支出决算表!C7); the whole sheet where it is missing':
    '没有页面的文件的哪一格，与结果中相同（支出决算表!C7）；不给则为整张表',
  'in place of --page: the evidence card of one finding, from 1, worst first, with its sentence, both places, page and hash, as HTML, or as the ending of --out says (.html, .docx, .xlsx)':
    '代替 --page：第几条问题（从 1 起，按轻重）的证据卡，附原句、两处截图、页码和哈希，为 HTML 或 --out 扩展名所指的格式（.html、.docx、.xlsx）',
  'where the picture goes (.png, .svg), - for stdout; named after page and box in out/ where it is missing':
    '图写到哪个文件（.png、.svg），- 为标准输出；不给则在 out/ 中按页码和位置命名',
  'pixels per inch of a PNG': 'PNG 每英寸的像素数',
  'points of the page around the box or cell': '框或格四周多截多少点',
  'list the rules that findings are named after: id, title, formula, forms': '列出规则：标识、标题、公式、适用表',
  'how the rules are printed': '规则的输出格式',
};

/** Words that the help itself is made of. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const inChinese = (words: string): string => CHINESE_HELP[words] ?? words;

/** Makes the help of a program and its commands Chinese. */
export function translateHelp(program: Command): void {
  program.helpCommand('help [command]', '显示命令的帮助');
  for (const command of [program, ...program.commands]) {
    command.description(inChinese(command.description()));
    for (const argument of command.registeredArguments) argument.description = inChinese(argument.description);
    for (const option of command.options) {
      option.description = inChinese(option.description);
      if (option.defaultValueDescription !== undefined) option.defaultValueDescription = inChinese(option.defaultValueDescription);
    }
    command.helpOption('-h, --help', '显示帮助').configureHelp({ styleTitle: (title) => TITLES[title] ?? title, optionDescription });
  }
}

/** 问题的输出格式（可选：text、json、csv，默认：text） */
function optionDescription({ description, argChoices, defaultValue, defaultValueDescription, envVar }: Option): string {
  const standard = defaultValueDescription ?? (typeof defaultValue === 'boolean' ? undefined : defaultValue);
  const more = [
    ...(argChoices ? [`可选：${argChoices.join('、')}`] : []),
    ...(envVar === undefined ? [] : [`环境变量：${envVar}`]),
    ...(standard === undefined ? [] : [`默认：${String(standard)}`]),
  ];
  return more.length === 0 ? description : `${description}（${more.join('，')}）`;
}
