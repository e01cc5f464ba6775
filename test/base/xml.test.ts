import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, escapeXml, htmlElement, tip } from '../../src/base/xml.js';

test('markup in a text is text', () => {
  expect(escapeXml(`<script>alert("1" && '2')</script>`)).toBe('&lt;script&gt;alert(&quot;1&quot; &amp;&amp; &#39;2&#39;)&lt;/script&gt;');
});

test('what XML cannot hold becomes a replacement character; line breaks, tabs and rare Han stay', () => {
  expect(escapeXml('a\0b\u0007c\ufffe')).toBe('a\ufffdb\ufffdc\ufffd');
  expect(escapeXml('\ud840')).toBe('\ufffd');
  expect(escapeXml('\udc0b\ud840')).toBe('\ufffd\ufffd');
  expect(escapeXml('一\n二\t𠀋')).toBe('一\n二\t𠀋');
});

test('no text whatever leaves markup or an impossible character behind', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeXml(text);
      expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)|(?![\t\n\r])\p{Cc}|\p{Cs}/u);
    }),
  );
});

test('an attribute is escaped, rounded to 0.01 and left out where it has no value', () => {
  expect(element('text', { x: 1.23456, class: 'a"b', transform: null }, 'A')).toBe('<text x="1.23" class="a&quot;b">A</text>');
});

test('a number no drawing can hold is 0', () => {
  expect(element('rect', { x: Number.NaN, y: Number.POSITIVE_INFINITY })).toBe('<rect x="0" y="0"/>');
});

test('a tip has its lines, the empty ones left out', () => {
  expect(tip('a', '', '<b>')).toBe('<title>a\n&lt;b&gt;</title>');
});

test('an element of XML without children closes itself; children may be one, several or a list', () => {
  expect(element('a', {})).toBe('<a/>');
  expect(element('a', {}, '', [])).toBe('<a/>');
  expect(element('a', {}, '<b/>', ['<c/>', '<d/>'])).toBe('<a><b/><c/><d/></a>');
});

test('an element of HTML has an end tag, unless it can have no children', () => {
  expect(htmlElement('td', { class: undefined, colspan: 2 })).toBe('<td colspan="2"></td>');
  expect(htmlElement('img', { src: 'a&b' })).toBe('<img src="a&amp;b">');
  expect(htmlElement('p', {}, 'a', htmlElement('br', {}), 'b')).toBe('<p>a<br>b</p>');
});
