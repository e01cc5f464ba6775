import { describe, expect, test } from 'vitest';
import { childOf, descendants, elementsOf, ownText, parseXml, wordsOf, type XmlElement, XmlError } from '../../src/read/xml.js';

const strict = { longest: 1000, deepest: 60, isStrict: true };
const lax = { ...strict, isStrict: false };

describe.each([
  ['strict', strict],
  ['lax', lax],
])('%s', (_, limits) => {
  test.each([
    ['entities that expand', '<!DOCTYPE a [<!ENTITY x "aaaaaaaaaa"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['an entity alone', '<!ENTITY x "a"><a/>'],
    ['elements in elements', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
    ['no XML', 'PK'],
    ['nothing', ''],
    ['what breaks off', '<a><b>'],
    ['more than anybody writes', `<a>${' '.repeat(1001)}</a>`],
  ])('%s is refused', (__, xml) => {
    expect(() => parseXml(xml, limits)).toThrow(XmlError);
  });

  test('names and attributes lose their prefixes; a mark before the text and a declaration are none of it', () => {
    const root = parseXml('\ufeff<?xml version="1.0"?><?app x?><o:a xmlns:o="u" o:b="1" c="&lt;2"/>', limits);
    expect(root.name).toBe('a');
    expect(root.attributes.get('b')).toBe('1');
    expect(root.attributes.get('c')).toBe('<2');
  });

  test('the five entities and numbers of characters are read, once; others stay, and in CDATA all do', () => {
    const text = (xml: string) => ownText(parseXml(xml, limits));
    expect(text('<a>&lt;&gt;&amp;&quot;&apos;&#19968;&#x4e8c;</a>')).toBe('<>&"\'一二');
    expect(text('<a>&amp;lt;&xxe;&constructor;</a>')).toBe('&lt;&xxe;&constructor;');
    expect(text('<a>一<![CDATA[&lt;<b>]]>二</a>')).toBe('一&lt;<b>二');
    expect(text('<a>&#x110000;</a>')).toBe('\ufffd');
  });

  test('texts and elements stay in their order, white space as it is', () => {
    const { children } = parseXml('<a> 1 <b>2</b>\n3<c/></a>', limits);
    expect(children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([' 1 ', 'b', '\n3', 'c']);
  });
});

test('what is not well-formed is refused where all must be, and read else', () => {
  expect(() => parseXml('<a><b></a>', strict)).toThrow(XmlError);
  expect(parseXml('<a b=1 c><d/></a>', lax).name).toBe('a');
  expect(() => parseXml('<a b=1 c><d/></a>', strict)).toThrow(XmlError);
});

describe('the way to what stands in an element', () => {
  const root = parseXml('<r><a i="1"> x<b> y </b>z </a><c><a i="2"><a i="3"/></a></c><a i="4"/></r>', strict);
  const numbers = (elements: readonly XmlElement[]) => elements.map(({ attributes }) => attributes.get('i')).join('');

  test('children, by name or all; of nothing none', () => {
    expect(numbers(elementsOf(root, 'a'))).toBe('14');
    expect(elementsOf(root).map(({ name }) => name)).toEqual(['a', 'c', 'a']);
    expect(elementsOf(null, 'a')).toEqual([]);
  });

  test('the first child, and the first of that', () => {
    expect(wordsOf(childOf(root, 'a', 'b'))).toBe('y');
    expect(childOf(root, 'c', 'b', 'a')).toBeNull();
    expect(childOf(null, 'a')).toBeNull();
    expect(childOf(root)).toBe(root);
  });

  test('its own text without that of elements in it', () => {
    expect(wordsOf(childOf(root, 'a'))).toBe('xz');
    expect(wordsOf(childOf(root, 'c'))).toBeNull();
    expect(wordsOf(null)).toBeNull();
  });

  test('all of a name below, none within another of them', () => {
    expect(numbers(descendants(root, 'a'))).toBe('124');
  });
});
