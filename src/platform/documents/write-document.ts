import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A part of a document, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  /** Stands above the table. */
  readonly caption: string;
  readonly columns: readonly {
    readonly heading: string;
    /** Share of the width; all of them together are the whole. */
    readonly share: number;
    readonly number?: boolean;
  }[];
  /** A cell is a text, or several each on a line of its own. The first cell of a row names the row. */
  readonly rows: readonly (readonly (string | readonly string[])[])[];
}

/** A document for print and for reading aloud: real headings, tables with repeated heading rows, page numbers. */
export interface TextDocument {
  readonly title: string;
  /** What it is about, for the file’s properties. */
  readonly subject: string;
  /** Said at the top of every page where anything in it was made up. */
  readonly banner: string | null;
  /** Where the facts come from, at the end. */
  readonly credits: readonly string[];
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const line = { style: BorderStyle.SINGLE, size: 4, color: '8A9396' } as const;
const margin = 1134;
/** A4 in twentieths of a point. */
const [short, long] = [11_906, 16_838];

/** Writes a document as Word reads it (.docx). */
export async function writeDocument(document: TextDocument): Promise<Buffer> {
  const { title, subject, banner, credits, blocks, landscape = false } = document;
  const width = (landscape ? long : short) - 2 * margin;
  const file = new Document({
    title,
    subject,
    creator: 'Middle Tier',
    description: banner ?? subject,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
        heading1: { run: { size: 36, bold: true, color: '123F49' }, paragraph: { spacing: { after: 200 } } },
        heading2: {
          run: { size: 28, bold: true, color: '123F49' },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
        heading3: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              style: { paragraph: { indent: { left: 500, hanging: 400 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the page itself: width and height are those of the upright sheet.
            size: {
              width: short,
              height: long,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: new Header({ children: banner === null ? [] : [text(banner, 'strong')] }) },
        footers: { default: new Footer({ children: [pageNumber(title)] }) },
        children: [
          ...blocks.flatMap((block) => blockParts(block, width)),
          ...(credits.length === 0
            ? []
            : [...blockParts({ kind: 'heading', level: 2, text: 'Sources' }, width), ...bullets(credits)]),
        ],
      },
    ],
  });
  return await Packer.toBuffer(file);
}

function blockParts(block: Block, width: number): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: plain(block.text), heading: headings[block.level], keepNext: true })];
    case 'paragraph':
      return [text(block.text, block.strong === true ? 'strong' : 'plain')];
    case 'list':
      return block.numbered === true
        ? block.items.map(
            (item) => new Paragraph({ text: plain(item), numbering: { reference: 'steps', level: 0 } }),
          )
        : bullets(block.items);
    case 'table':
      return [
        new Paragraph({
          children: [run(block.caption, 'strong')],
          spacing: { before: 160, after: 80 },
          keepNext: true,
        }),
        table(block, width),
        new Paragraph({ text: '', spacing: { after: 120 } }),
      ];
  }
}

function table({ columns, rows }: TableBlock, width: number): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / all));
  const cell = (words: string | readonly string[], column: number, strong: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: (typeof words === 'string' ? [words] : words).map(
        (one) =>
          new Paragraph({
            children: [run(one, strong ? 'strong' : 'plain', 20)],
            alignment: columns[column]?.number === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          }),
      ),
    });
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      // Repeated on every page, and named as headings to a screen reader.
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, column) => cell(heading, column, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((words, column) => cell(words, column, column === 0)),
          }),
      ),
    ],
  });
}

function bullets(items: readonly string[]): readonly Paragraph[] {
  return items.map((item) => new Paragraph({ text: plain(item), bullet: { level: 0 } }));
}

type Weight = 'plain' | 'strong';

function text(words: string, weight: Weight): Paragraph {
  return new Paragraph({
    children: [run(words, weight)],
    spacing: { after: 120 },
  });
}

/** Size in half points. */
function run(words: string, weight: Weight, size = 22): TextRun {
  const options: IRunOptions = { text: plain(words), bold: weight === 'strong', size };
  return new TextRun(options);
}

function pageNumber(title: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        children: [`${plain(title)}, page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
        size: 18,
      }),
    ],
  });
}

/** Without the control characters that XML does not allow: one in a name would make the whole file unreadable. */
function plain(words: string): string {
  return words.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ');
}
