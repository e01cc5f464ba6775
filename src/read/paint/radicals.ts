/** Radicals of the CJK supplement, which Unicode does not decompose, each with the ideograph that it is; those with more than one are left. */
const SUPPLEMENT =
  '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺉刂 ⺊卜 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ' +
  '⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺬示 ' +
  '⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ' +
  '⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ' +
  '⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ' +
  '⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ';

const IDEOGRAPHS: ReadonlyMap<string, string> = new Map(
  SUPPLEMENT.trim()
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Radicals (supplement and Kangxi) and compatibility ideographs. */
const STAND_INS = /[\u2e80-\u2fdf\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/gu;

/**
 * The text with ideographs in place of radicals. Fonts draw both with one outline, and writers of PDFs take the first code they find for it:
 * ⻓ for 长, ⼀ for 一. A person sees the same; no word with them is found.
 */
export const withIdeographs = (text: string): string =>
  text.replace(STAND_INS, (letter) => IDEOGRAPHS.get(letter) ?? letter.normalize('NFKC'));
