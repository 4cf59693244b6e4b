import type { OnePaperRead } from '#/papers/actions/papers.ts';
import { tellContent, type FieldTold } from '#/papers/actions/tell-paper.ts';
import type { Block, TextDocument } from '#/platform/documents/write-document.ts';
import { bannerWords } from '#/platform/web/shell.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { paperView } from './paper-view.ts';

/** A paper as a document: the same words for the same reader, marked as in confidence. */
export function paperDocument(read: OnePaperRead, reader: string, today: string): TextDocument {
  const page = paperView(read);
  const { paper } = read;
  const marking = paper.standing.isOpened
    ? 'In confidence: for head and chair of the school and the authority’s officers. Do not pass on.'
    : 'In confidence, and not shared yet. Do not pass on.';
  const invented = bannerWords({ authority: read.authority, sources: [] });
  return {
    title: page.heading,
    subject: marking,
    banner: [marking, invented].filter((one) => one !== null).join(' '),
    credits: [],
    blocks: [
      { kind: 'heading', level: 1, text: page.heading },
      {
        kind: 'paragraph',
        text: `${page.stands}${page.waits === null ? '' : ` ${page.waits}`}`,
        strong: true,
      },
      { kind: 'paragraph', text: `As read by ${reader} on ${dateInWords(today)}.` },
      { kind: 'list', items: page.facts.map(({ term, words }) => `${term}: ${words}`) },
      ...(paper.newest === null
        ? []
        : tellContent(paper.writtenBy, paper.newest.content, read.given)
      ).flatMap(({ heading, fields }): readonly Block[] => [
        { kind: 'heading', level: 2, text: heading },
        ...fields.flatMap(fieldBlocks),
      ]),
      { kind: 'heading', level: 2, text: 'What became of it' },
      ...(page.history.length === 0
        ? [paragraph('No step was taken yet.')]
        : page.history.flatMap(({ words, paragraphs }) => [
            { kind: 'paragraph', text: words, strong: true } as const,
            ...paragraphs.map(paragraph),
          ])),
    ],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function fieldBlocks(field: FieldTold): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 3, text: field.label };
  if (field.kind === 'value') {
    return [heading, ...(field.lines.length === 0 ? ['Not filled in'] : field.lines).map(paragraph)];
  }
  if (field.rows.length === 0) return [heading, paragraph('Not filled in')];
  const isNamed = field.rows.some(({ name }) => name !== null);
  if (field.columns.length > 4) {
    return [
      heading,
      ...field.rows.flatMap(({ name, cells }, index): readonly Block[] => [
        { kind: 'paragraph', text: name ?? `${String(index + 1)}.`, strong: true },
        {
          kind: 'list',
          items: cells.flatMap((cell, at) =>
            cell.length === 0 ? [] : [`${field.columns[at] ?? ''}: ${cell.join(' ')}`],
          ),
        },
      ]),
    ];
  }
  return [
    {
      kind: 'table',
      caption: field.label,
      columns: [...(isNamed ? ['What'] : []), ...field.columns].map((text) => ({ heading: text, share: 1 })),
      rows: field.rows.map(({ name, cells }) => [...(isNamed ? [name ?? ''] : []), ...cells]),
    },
  ];
}
