import type { Block, TableBlock, TextDocument } from './write-document.ts';

/** The same blocks as one HTML file that needs nothing beside it: for a browser, for print, to be sent on. */
export function writeHtml({ title, subject, banner, credits, blocks }: TextDocument): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escaped(subject)}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${banner === null ? '' : `<p><strong>${escaped(banner)}</strong></p>\n`}${blocks.map(blockAsHtml).join('\n')}
${credits.map((credit) => `<p class="credit">${escaped(credit)}</p>`).join('\n')}
</main>
</body>
</html>
`;
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#14191b;margin:0 auto;max-width:70rem;padding:1rem}' +
  '.wide{overflow-x:auto}table{border-collapse:collapse;margin:0 0 1.5rem}' +
  'caption{font-weight:700;text-align:left;padding:.5rem 0}' +
  'th,td{border-bottom:1px solid #8a9396;padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}' +
  '.number{text-align:right;font-variant-numeric:tabular-nums}.credit{color:#4a5356;font-size:.875rem}';

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${block.strong === true ? `<strong>${escaped(block.text)}</strong>` : escaped(block.text)}</p>`;
    case 'list': {
      const tag = block.numbered === true ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return tableAsHtml(block);
  }
}

function tableAsHtml({ caption, columns, rows }: TableBlock): string {
  const number = (index: number): string => (columns[index]?.number === true ? ' class="number"' : '');
  const heading = columns
    .map(({ heading: text }, index) => `<th scope="col"${number(index)}>${escaped(text)}</th>`)
    .join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const text = cellLines(cell).map(escaped).join('<br>');
      return index === 0 ? `<th scope="row">${text}</th>` : `<td${number(index)}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0"><table><caption>${escaped(caption)}</caption><thead><tr>${heading}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function cellLines(cell: string | readonly string[]): readonly string[] {
  return typeof cell === 'string' ? [cell] : cell;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The same blocks as Markdown: for the documents of the project. */
export function writeMarkdown({ title, banner, credits, blocks }: TextDocument): string {
  const parts = [
    `# ${title}`,
    ...(banner === null ? [] : [`**${banner}**`]),
    ...blocks.map(blockAsMarkdown),
    ...credits,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockAsMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${block.text}`;
    case 'paragraph':
      return block.strong === true ? `**${block.text}**` : block.text;
    case 'list':
      return block.items
        .map((item, index) => `${block.numbered === true ? `${String(index + 1)}.` : '-'} ${item}`)
        .join('\n');
    case 'table':
      return tableAsMarkdown(block);
  }
}

/** Columns as wide as their widest cell, as formatters of Markdown have them. */
function tableAsMarkdown({ caption, columns, rows }: TableBlock): string {
  const texts = rows.map((row) => row.map((cell) => cellLines(cell).join('; ').replaceAll('|', '\\|')));
  const widths = columns.map(({ heading }, index) =>
    Math.max(3, heading.length, ...texts.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${columns
      .map(({ number }, index) => {
        const text = cells[index] ?? '';
        const width = widths[index] ?? 0;
        return number === true ? text.padStart(width) : text.padEnd(width);
      })
      .join(' | ')} |`;
  const rule = columns.map(({ number }, index) => {
    const dashes = '-'.repeat((widths[index] ?? 3) - (number === true ? 1 : 0));
    return number === true ? `${dashes}:` : dashes;
  });
  return [
    `${caption}:`,
    '',
    line(columns.map(({ heading }) => heading)),
    `| ${rule.join(' | ')} |`,
    ...texts.map(line),
  ].join('\n');
}
