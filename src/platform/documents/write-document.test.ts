import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { partsOf, textOf } from './open-document.fixture.ts';
import { writeDocument, type TextDocument } from './write-document.ts';

const given: TextDocument = {
  title: 'How categories are decided',
  subject: 'Criteria',
  banner: 'Invented data: Fenshire and its schools do not exist.',
  credits: ['Ofsted: management information (as at 31 August 2025)'],
  blocks: [
    { kind: 'heading', level: 1, text: 'How categories are decided' },
    { kind: 'paragraph', text: 'A <script> & a “quotation”, and a bell \u0007 that XML does not allow.' },
    { kind: 'list', items: ['One', 'Two'], numbered: true },
    {
      kind: 'table',
      caption: 'Rules in order',
      columns: [
        { heading: 'Rule', share: 1, number: true },
        { heading: 'In words', share: 3 },
      ],
      rows: [
        ['1', 'Below good'],
        ['2', ['Good', 'and recent']],
      ],
    },
  ],
};

test('a document says everything it was given, and what would be markup is text', async () => {
  const parts = await partsOf(await writeDocument(given));
  const text = textOf(parts['word/document.xml'] ?? '');
  for (const words of ['How categories are decided', 'One', 'Rules in order', 'In words', 'and recent']) {
    assert.ok(text.includes(words), words);
  }
  assert.ok(text.includes('A <script> & a “quotation”, and a bell   that'));
  assert.ok(text.includes('Ofsted: management information'));
});

test('headings are headings, and the first row of a table is repeated on each page', async () => {
  const { 'word/document.xml': body = '' } = await partsOf(await writeDocument(given));
  assert.match(body, /<w:pStyle w:val="Heading1"\/>/);
  assert.match(body, /<w:pStyle w:val="Heading2"\/>/);
  assert.equal(body.match(/<w:tblHeader\/>/g)?.length, 1);
});

test('the banner over invented data is at the top of every page, the page number at its foot, and the language British', async () => {
  const parts = await partsOf(await writeDocument(given));
  const headers = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
  assert.ok(headers.some(([, xml]) => textOf(xml).includes('Invented data: Fenshire')));
  const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
  assert.ok(footers.some(([, xml]) => xml.includes('PAGE') && xml.includes('NUMPAGES')));
  assert.match(parts['word/styles.xml'] ?? '', /w:lang w:val="en-GB"/);
  assert.match(parts['docProps/core.xml'] ?? '', /How categories are decided/);
});

test('without invented data there is no banner', async () => {
  const parts = await partsOf(await writeDocument({ ...given, banner: null }));
  assert.ok(!Object.values(parts).join('').includes('Invented'));
});

const office = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0,
);
test(
  'LibreOffice opens it and makes a PDF of it',
  { skip: office === undefined ? 'LibreOffice is not installed here.' : false },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'middletier-document-'));
    try {
      writeFileSync(join(folder, 'criteria.docx'), await writeDocument(given));
      const converted = spawnSync(
        office ?? '',
        ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'criteria.docx')],
        { env: { ...process.env, HOME: folder }, timeout: 120_000 },
      );
      assert.equal(converted.status, 0, String(converted.stderr));
      assert.ok(readFileSync(join(folder, 'criteria.pdf')).subarray(0, 5).equals(Buffer.from('%PDF-')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
