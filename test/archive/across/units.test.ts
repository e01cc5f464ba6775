import { expect, test } from 'vitest';
import { acrossDocuments } from '../../../extractors/final-accounts/across.js';
import { namesIn, plainName } from '../../../src/archive/across/units.js';

const { units } = acrossDocuments;

test('names behind numbers of any manner, with or without a sign between them', () => {
  const names = ['桐柏县档案馆（本级）', '桐柏县档案信息中心'];
  for (const list of [
    '1.桐柏县档案馆（本级）2.桐柏县档案信息中心',
    '1、桐柏县档案馆（本级）；2、桐柏县档案信息中心。',
    '（1）桐柏县档案馆（本级）\n（2）桐柏县档案信息中心\n',
    '（一）桐柏县档案馆（本级）（二）桐柏县档案信息中心。其他情况见下。',
    '一、桐柏县档案馆（本级）；二、桐柏县档案信息中心',
  ]) {
    expect(namesIn(`纳入桐柏县档案馆2022年度部门决算编制范围的单位包括：${list}`, units)).toEqual(names);
    expect(namesIn(`内设办公室。纳入本部门决算编制范围的二级预算单位共2个，具体如下：${list}`, units)).toEqual(names);
  }
});

test('a number of units alone, or prose, is no list', () => {
  expect(namesIn('纳入本年度决算编制范围的单位共1个。', units)).toEqual([]);
  expect(namesIn('1.负责档案工作。2.负责方志工作。', units)).toEqual([]);
});

test('本级 is the department itself', () => {
  expect(plainName('桐柏县档案馆（本级）', units)).toBe('桐柏县档案馆');
  expect(plainName('桐柏县档案馆本级', units)).toBe('桐柏县档案馆');
  expect(plainName('桐柏县机关事务中心', units)).toBe('桐柏县机关事务中心');
});

test('a sentence of names and nothing else is a list, whatever the family', () => {
  const budget = '本部门下设二级预算单位3个，分别是：甲市人民政府办公厅（本级）、甲市电子政务中心、甲市机关服务中心。';
  const names = ['甲市人民政府办公厅（本级）', '甲市电子政务中心', '甲市机关服务中心'];
  expect(namesIn(budget, units)).toEqual(names);
  expect(namesIn(`纳入甲市2025年部门预算编制范围的二级预算单位包括：${names.join('、')}。`, units)).toEqual(names);
  expect(namesIn('纳入本部门决算编制范围的单位包括：本级、所属3家单位，其中行政单位1家。', units)).toEqual([]);
  expect(namesIn('纳入本部门决算编制范围的单位包括：甲市人民政府办公厅。', units)).toEqual([]);
});
