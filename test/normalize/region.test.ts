import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { type Division, divisions } from '../../src/books/divisions.js';
import { regionOf as regionBy } from '../../src/normalize/region.js';

const regionOf = (department: string | null, lines: readonly string[]) => regionBy(department, lines, families);
const pathOf = (department: string | null, ...lines: string[]) => regionOf(department, lines).path?.join(' ') ?? null;

test('code, name and path', () => {
  expect(regionOf('安阳市北关区工业和信息化局', [])).toEqual({
    code: '410503',
    name: '北关区',
    path: ['河南省', '安阳市', '北关区'],
  });
});

describe('the department’s name says it', () => {
  test.each([
    ['a district with its city', '安阳市文峰区教育局', '河南省 安阳市 文峰区'],
    ['with province and city', '河南省安阳市北关区财政局', '河南省 安阳市 北关区'],
    ['with the province alone', '河南省北关区财政局', '河南省 安阳市 北关区'],
    ['with the city’s short name', '安阳北关区财政局', '河南省 安阳市 北关区'],
    ['in a municipality', '上海市普陀区财政局', '上海市 普陀区'],
    ['a county in a municipality', '重庆市城口县财政局', '重庆市 城口县'],
    ['a city', '佛山市轨道交通局', '广东省 佛山市'],
    ['a municipality', '重庆市人民政府办公厅', '重庆市'],
    ['a province', '四川省人民政府办公厅', '四川省'],
    ['an autonomous region', '广西壮族自治区财政厅', '广西壮族自治区'],
    ['a county-level city alone', '扎兰屯市人民政府办公室', '内蒙古自治区 呼伦贝尔市 扎兰屯市'],
    ['a county alone', '长宁县司法局', '四川省 宜宾市 长宁县'],
    ['a county straight under its province', '济源市财政局', '河南省 济源市'],
    ['an autonomous county as people write it', '双江县应急管理局', '云南省 临沧市 双江拉祜族佤族布朗族傣族自治县'],
    ['an autonomous prefecture as people write it', '凉山州财政局', '四川省 凉山彝族自治州'],
    ['a city that is the namesake of its province', '吉林市船营区财政局', '吉林省 吉林市 船营区'],
    ['a county that is the namesake of its city', '安阳市安阳县财政局', '河南省 安阳市 安阳县'],
    ['a party committee', '中共重庆市委宣传部', '重庆市'],
    ['a year before the name', '2026年深圳市卫生健康委员会（本级）', '广东省 深圳市'],
    ['a city without districts', '东莞市南城街道办事处', '广东省 东莞市'],
    ['a zone the statistics list', '苏州工业园区教育局', '江苏省 苏州市 苏州工业园区'],
  ])('%s: %s', (_, department, path) => {
    expect(pathOf(department)).toBe(path);
  });

  test.each([
    '安阳市城市管理局',
    '安阳市市场监督管理局',
    '安阳市市政管理处',
    '安阳市社区建设指导中心',
    '安阳市区划地名办公室',
    '安阳市县域经济研究中心',
    '安阳市自然保护区管理处',
    '安阳市红旗渠灌区管理处',
    '安阳市人民政府驻北京办事处',
  ])('a word in 区, 县 or 市 is no division of the city: %s', (department) => {
    expect(pathOf(department)).toBe('河南省 安阳市');
  });
});

describe('null rather than a guess', () => {
  test.each([
    ['a central body', '国家档案管理局'],
    ['a university with a city’s name', '南京大学'],
    ['a central body in a city', '上海海关'],
    ['a central body of a city', '国家税务总局安阳市税务局'],
    ['a university named for a region', '西南大学'],
    ['a corps', '新疆生产建设兵团第一师'],
    ['a street named for a city', '桂林路街道办事处'],
    ['a district that several cities have', '普陀区财政局'],
    ['a district that only one city has: zones take such names too', '湖滨区科学技术局'],
    ['a zone without a code', '安阳市高新区财政局'],
    ['a zone by its long name', '安阳市高新技术产业开发区管理委员会'],
    ['a zone within a district', '安阳市北关区高新区管委会'],
    ['a district that is no more', '杭州市江干区财政局'],
    ['a district of another city', '安阳市普陀区财政局'],
    ['a branch in a district', '上海市公安局普陀区分局'],
    ['no place at all', '教育局'],
    ['a place that does not exist', '青山县水利局'],
  ])('%s: %s', (_, department) => {
    expect(regionOf(department, [])).toEqual({ code: null, name: null, path: null });
  });

  test('no department, no lines', () => {
    expect(pathOf(null)).toBeNull();
  });
});

describe('the lines say which of several', () => {
  test.each([
    ['the city before the name', '普陀区财政局', ['上海市普陀区2024年度部门决算'], '上海市 普陀区'],
    ['the city before the name, in prose', '普陀区财政局', ['我局位于舟山市普陀区东港街道。'], '浙江省 舟山市 普陀区'],
    ['the city’s short name', '鼓楼区教育局', ['南京鼓楼区教育局'], '江苏省 南京市 鼓楼区'],
    ['a title of the city', '普陀区财政局', ['上海市2024年度区级部门决算'], '上海市 普陀区'],
    ['a district that only one city has', '渭滨区生态环境局', ['宝鸡市渭滨区生态环境局是区政府工作部门。'], '陕西省 宝鸡市 渭滨区'],
    ['the province before the name', '南湖区生态环境局', ['浙江省南湖区'], '浙江省 嘉兴市 南湖区'],
  ])('%s', (_, department, lines, path) => {
    expect(pathOf(department, ...lines)).toBe(path);
  });

  test.each([
    ['two cities before the name', '鼓楼区教育局', ['南京市鼓楼区', '徐州市鼓楼区']],
    ['another of the cities spoken of as often', '朝阳区教育局', ['赴北京市朝阳区学习', '长春市教育局部署', '长春市教育局考核']],
    ['titles of two cities', '普陀区财政局', ['上海市2024年度部门决算', '舟山市2024年度部门决算']],
    ['a title of a city that has no such district', '普陀区财政局', ['安阳市2024年度部门决算']],
    ['a city that the book does not place there', '湖滨区科学技术局', ['江苏省滨河市湖滨区科学技术局']],
    ['a county that the document places elsewhere', '清水县民政局', ['四川省平川市清水县民政局2022年度部门决算']],
    ['a county in a document titled by another province', '清水县民政局', ['四川省2022年度部门决算']],
    ['a list of cities in prose', '朝阳区教育局', ['与长春市、北京市开展协作。']],
  ])('null: %s', (_, department, lines) => {
    expect(pathOf(department, ...lines)).toBeNull();
  });

  test('我市, 全市 before a name are no other city', () => {
    expect(pathOf('清水县民政局', '全市清水县最早', '我市清水县')).toBe('甘肃省 天水市 清水县');
  });
});

describe('the cover says what the department’s name does not', () => {
  test.each([
    ['the place before the department', '教育局', ['安阳市北关区教育局2024年度部门决算'], '河南省 安阳市 北关区'],
    ['on a title that wraps', '管理中心', ['2026年度', '福州市公安局文职人员', '管理中心单位预算'], '福建省 福州市'],
    ['a title of the province’s accounts', '某某农业工程学院', ['广东省2019年省级部门决算'], '广东省'],
    ['a title of the city’s accounts', '某某管理办公室', ['上海市2026年市级单位预算'], '上海市'],
    ['no department was found', null, ['西安市自然资源和规划局2022年部门综合预算'], '陕西省 西安市'],
    ['nor on one line', null, ['安阳市北关区工业和信息化局', '2024年度部门决算'], '河南省 安阳市 北关区'],
  ])('%s', (_, department, lines, path) => {
    expect(pathOf(department, ...lines)).toBe(path);
  });

  test.each([
    ['a title of another rank', '第三中学', ['安阳市2024年区级部门决算']],
    ['a letter from above', '教育局', ['河南省财政厅关于批复2024年部门决算的通知']],
    ['a sentence', '教育局', ['安阳市教育局部门决算，']],
    ['two places', '教育局', ['安阳市教育局部门决算', '佛山市教育局部门决算']],
    ['a central body beside a city', '国家档案管理局', ['国家档案管理局2024年度部门决算', '与北京市协作']],
  ])('null: %s', (_, department, lines) => {
    expect(pathOf(department, ...lines)).toBeNull();
  });
});

describe('laws', () => {
  const { provinces, prefectures, counties } = divisions();
  const inBook = counties.filter((d) => !d.isZone);
  const organ = fc.constantFrom('财政局', '教育局', '人民法院', '城市管理局', '市场监督管理局', '人民政府办公室');
  const namesakes = (place: Division) => inBook.filter((d) => d.fullNames.some((name) => place.fullNames.includes(name)));

  test('a whole path before an organ is that place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...provinces, ...prefectures, ...inBook), organ, (place, name) => {
        const path = [...place.within.map((d) => d.name), place.name];
        expect(regionOf(path.join('') + name, [])).toEqual({ code: place.code, name: place.name, path });
      }),
      { numRuns: 400 },
    );
  });

  test('a county’s name alone is that county or nothing, and nothing where others share it or it is a district', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inBook), organ, (place, name) => {
        const { code } = regionOf(place.name + name, []);
        expect([place.code, null]).toContain(code);
        if (namesakes(place).length > 1 || place.name.endsWith('区')) expect(code).toBeNull();
        else expect(code).toBe(place.code);
      }),
      { numRuns: 400 },
    );
  });

  test('a county’s name with its city printed before it somewhere is that county', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inBook), organ, (place, name) => {
        const above = place.within.at(-1)?.name ?? '';
        expect(regionOf(place.name + name, [`位于${above}${place.name}。`]).code).toBe(place.code);
      }),
      { numRuns: 400 },
    );
  });

  test('any text gives a division of the book or nulls', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'安阳市北关区河南省上海普陀县财政局朝长春高新'), { maxLength: 14 }), (letters) => {
        const { code, name, path } = regionOf(letters.join(''), []);
        const place = code === null ? null : divisions().entry(code);
        expect(name).toBe(place?.name ?? null);
        expect(path?.at(-1) ?? null).toBe(name);
      }),
    );
  });
});
