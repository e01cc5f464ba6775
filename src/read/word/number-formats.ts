/** Numbers as Word writes them before paragraphs (ISO/IEC 29500-1, 17.18.59); a format that is none of these is written in digits. */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(number, DIGITS, UNITS);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chinese(number, LEGAL_DIGITS, LEGAL_UNITS, true);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(number)].map((digit) => IDEOGRAPHS[Number(digit)]).join('');
    case 'ideographTraditional':
      return STEMS[(number - 1) % STEMS.length] ?? '';
    case 'ideographZodiac':
      return BRANCHES[(number - 1) % BRANCHES.length] ?? '';
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperLetter':
      return letter(number, 'A');
    case 'lowerLetter':
      return letter(number, 'a');
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case 'decimalEnclosedParen':
      return `(${number})`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    default:
      return String(number);
  }
}

const DIGITS = [...'〇一二三四五六七八九'];
const UNITS = ['', '十', '百', '千'];
const LEGAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const LEGAL_UNITS = ['', '拾', '佰', '仟'];
const IDEOGRAPHS = [...'〇一二三四五六七八九'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** Up to 9,999; longer lists there are none. @param withOne 壹拾, where 一十 would be 十 */
function chinese(number: number, digits: readonly string[], units: readonly string[], withOne = false): string {
  if (number < 1 || number > 9999) return String(number);
  const places = [...String(number)].map(Number);
  let text = '';
  places.forEach((digit, i) => {
    const unit = units[places.length - 1 - i] ?? '';
    if (digit > 0) text += `${digits[digit]}${unit}`;
    else if (places.slice(i + 1).some((rest) => rest > 0) && !text.endsWith(digits[0] ?? '')) text += digits[0];
  });
  return !withOne && number >= 10 && number < 20 ? text.slice(1) : text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = Math.min(Math.max(number, 0), 3999);
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

/** a … z, aa, bb … */
const letter = (number: number, first: string): string =>
  number < 1 ? '' : String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 10));
