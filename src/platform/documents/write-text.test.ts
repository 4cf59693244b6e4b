import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextDocument } from './write-document.ts';
import { writeHtml, writeMarkdown } from './write-text.ts';

const document: TextDocument = {
  title: 'Marks & "forecasts"',
  subject: 'What came of forecasts',
  banner: 'Invented',
  credits: ['Open Government Licence v3.0'],
  blocks: [
    { kind: 'heading', level: 1, text: 'Shares' },
    { kind: 'paragraph', text: 'Errors are < 5 points.' },
    { kind: 'paragraph', text: 'In short', strong: true },
    { kind: 'list', items: ['first', 'second'], numbered: true },
    { kind: 'list', items: ['one'] },
    {
      kind: 'table',
      caption: 'Errors',
      columns: [
        { heading: 'Years', share: 0.5 },
        { heading: 'Points', share: 0.5, number: true },
      ],
      rows: [
        ['1', '2.83'],
        ['2 | 3', ['4.23', '4.61']],
      ],
    },
  ],
};

test('a document as HTML has its headings in order, its tables with headings, and nothing that was not escaped', () => {
  const html = writeHtml(document);
  assert.match(html, /<title>Marks &amp; &quot;forecasts&quot;<\/title>/);
  assert.match(html, /<h1>.*<\/h1>[\s\S]*<h2>Shares<\/h2>[\s\S]*&lt; 5 points/);
  assert.match(html, /<ol><li>first<\/li><li>second<\/li><\/ol>/);
  assert.match(html, /<caption>Errors<\/caption>/);
  assert.match(html, /<th scope="row">1<\/th><td class="number">2\.83<\/td>/);
  assert.match(html, /4\.23<br>4\.61/);
  assert.doesNotMatch(html, /<script|https?:/);
});

test('a document as Markdown has aligned tables, and a bar in a cell does not end it', () => {
  const markdown = writeMarkdown(document);
  assert.ok(markdown.startsWith('# Marks & "forecasts"\n\n**Invented**\n\n## Shares\n'));
  assert.ok(markdown.includes('| Years  |     Points |\n| ------ | ---------: |\n| 1      |       2.83 |'));
  assert.ok(markdown.includes('| 2 \\| 3 | 4.23; 4.61 |'));
  assert.ok(markdown.includes('1. first\n2. second'));
});
