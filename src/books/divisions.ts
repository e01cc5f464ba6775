import { once } from '../base/once.js';
import { readBook } from './tsv.js';

/** A province, prefecture or county: 行政区划. */
export interface Division {
  /** Six digits, GB/T 2260. */
  readonly code: string;
  readonly name: string;
  readonly level: '省' | '地' | '县';
  /** A statistical zone (开发区 …) that GB/T 2260 does not list. */
  readonly isZone: boolean;
  /** What it lies in, province first; a county under the province itself has no prefecture. */
  readonly within: readonly Division[];
  /** What it is called for certain: its full name; of autonomous ones also 双江县, 凉山州. */
  readonly fullNames: readonly string[];
  /** 安阳 of 安阳市, 河南 of 河南省: tells something only before the name of a division in it. Null for counties. */
  readonly shortName: string | null;
}

/** All divisions, by code and by level. */
export interface Divisions {
  readonly provinces: readonly Division[];
  readonly prefectures: readonly Division[];
  readonly counties: readonly Division[];
  entry(code: string): Division | undefined;
  /** The prefectures in a province, none in a prefecture. */
  prefecturesIn(division: Division): readonly Division[];
  /** The counties and zones in a province or prefecture. */
  countiesIn(division: Division): readonly Division[];
}

/** The divisions of China as of 2023-06-30. */
export const divisions: () => Divisions = once(loadDivisions);

function loadDivisions(): Divisions {
  const byCode = new Map<string, Division>();
  const inside = new Map<string, Division[]>();
  for (const [code = '', name = '', kind = ''] of readBook('divisions.tsv')) {
    const within = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].flatMap((c) => (c === code ? [] : (byCode.get(c) ?? [])));
    const level = code.endsWith('0000') ? '省' : code.endsWith('00') ? '地' : '县';
    const division: Division = {
      code,
      name,
      level,
      isZone: kind === 'zone',
      within,
      fullNames: [name, ...plainNameOf(name)],
      shortName: level === '县' ? null : shortNameOf(name),
    };
    byCode.set(code, division);
    inside.set(code, []);
    for (const parent of within) inside.get(parent.code)?.push(division);
  }
  const all = [...byCode.values()];
  return {
    provinces: all.filter((d) => d.level === '省'),
    prefectures: all.filter((d) => d.level === '地'),
    counties: all.filter((d) => d.level === '县'),
    entry: (code) => byCode.get(code),
    prefecturesIn: ({ code }) => inside.get(code)?.filter((d) => d.level === '地') ?? [],
    countiesIn: ({ code }) => inside.get(code)?.filter((d) => d.level === '县') ?? [],
  };
}

/** Peoples as the names of autonomous divisions spell them. */
const PEOPLES =
  '(?:壮|回|藏|苗|彝|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|普米|怒|保安|裕固|独龙|蒙古|维吾尔|塔吉克|锡伯|各)';
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES}族)*(?:${PEOPLES}族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)自治(州|县|旗)$`, 'u');

/** 双江县 of 双江拉祜族佤族布朗族傣族自治县: how most people write it. */
function plainNameOf(name: string): string[] {
  const parts = AUTONOMOUS.exec(name);
  return parts ? [`${parts[1]}${parts[2]}`] : [];
}

function shortNameOf(name: string): string {
  const autonomous = AUTONOMOUS.exec(name)?.[1];
  return autonomous ?? name.replace(/(?:省|市|地区|盟|(?:壮族|回族|维吾尔)?自治区)$/u, '');
}
