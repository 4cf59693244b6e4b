import type { Chance } from './chance.ts';
import type { Original } from './originals.ts';

type Grid = string[][];

/** What has been found in cells, and what somebody might put there. */
const strange: readonly [string, ...string[]] = [
  '',
  ' ',
  'NULL',
  'SUPP',
  'NE',
  'NA',
  'NP',
  'LOWCOV',
  'NEW',
  'SP',
  'z',
  'c',
  'u',
  'x',
  '-',
  '..',
  'DNS',
  '#REF!',
  '#N/A',
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '0',
  '-0',
  '1e309',
  'Infinity',
  'NaN',
  '101%',
  '-5%',
  '1,234',
  '12.5%',
  '0x1F',
  '1e5',
  '999999999999999999999',
  '31/12/1899',
  '00/01/1900',
  '31-31-2020',
  '2099-12-31',
  '29/02/2023',
  '45000',
  '01-Sep-19',
  '120001',
  '12000',
  '1200011',
  ' 120001 ',
  '120001.0',
  'é’“”',
  '\u0092',
  '\uFEFF',
  '\u00A0',
  '\u0000',
  '\u202E',
  '😀',
  '"',
  '""',
  'a"b',
  '"a"b',
  'line\nbreak',
  'line\r\nbreak',
  '\r',
  '\t',
  ',',
  ';',
  "'; drop table value; --",
  "\\'",
  '\\',
  '$(id)',
  '<b>x</b>',
];

/** Changes of the table: columns, rows and cells. Each is applied to the grid as it is. */
const ofTable: readonly [(grid: Grid, chance: Chance) => void, ...((grid: Grid, chance: Chance) => void)[]] =
  [
    function swapColumns(grid, chance) {
      const [a, b] = [chance.below(widthOf(grid)), chance.below(widthOf(grid))];
      for (const row of grid) [row[a], row[b]] = [row[b] ?? '', row[a] ?? ''];
    },
    function copyColumn(grid, chance) {
      const [from, to] = [chance.below(widthOf(grid)), chance.below(widthOf(grid) + 1)];
      for (const row of grid) row.splice(to, 0, row[from] ?? '');
    },
    function dropColumn(grid, chance) {
      const at = chance.below(widthOf(grid));
      for (const row of grid) row.splice(at, 1);
    },
    function dropManyColumns(grid, chance) {
      const keep = grid[0]?.map(() => !chance.percent(30)) ?? [];
      grid.forEach((row, index) => (grid[index] = row.filter((_, at) => keep[at] !== false)));
    },
    function renameColumn(grid, chance) {
      const header = grid[0] ?? [];
      const at = chance.below(header.length);
      const name = header[at] ?? '';
      header[at] = chance.oneOf([
        name.toUpperCase(),
        ` ${name}  `,
        name.slice(1),
        `${name}_19`,
        `${name}x`,
        '',
        name.replace(' ', '  '),
        `"${name}`,
      ]);
    },
    function dropRow(grid, chance) {
      grid.splice(1 + chance.below(Math.max(1, grid.length - 1)), 1);
    },
    function copyRow(grid, chance) {
      const row = grid[chance.below(grid.length)];
      if (row !== undefined) grid.splice(chance.below(grid.length + 1), 0, [...row]);
    },
    function headerOnly(grid) {
      grid.splice(1);
    },
    function dropHeader(grid) {
      grid.splice(0, 1);
    },
    function blankRows(grid, chance) {
      const at = chance.below(grid.length + 1);
      for (let left = 1 + chance.below(3); left > 0; left -= 1)
        grid.splice(at, 0, chance.percent(50) ? [''] : ['', '', '']);
    },
    function titles(grid, chance) {
      for (let left = 1 + chance.below(4); left > 0; left -= 1)
        grid.unshift([
          chance.oneOf([
            'Latest inspections as at 31 August 2025',
            '',
            'as at 1 January 1900',
            'line\nbreak',
            'URN',
          ]),
        ]);
    },
    function shortenRow(grid, chance) {
      const row = grid[chance.below(grid.length)];
      row?.splice(chance.below(row.length + 1));
    },
    function lengthenRow(grid, chance) {
      const row = grid[chance.below(grid.length)];
      for (let left = 1 + chance.below(4); left > 0; left -= 1)
        row?.push(chance.percent(40) ? '' : chance.oneOf(strange));
    },
    function strangeCells(grid, chance) {
      for (let left = 1 + chance.below(12); left > 0; left -= 1) {
        const row = grid[chance.below(grid.length)];
        if (row !== undefined && row.length > 0) row[chance.below(row.length)] = chance.oneOf(strange);
      }
    },
    function strangeColumn(grid, chance) {
      const at = chance.below(widthOf(grid));
      const value = chance.oneOf(strange);
      for (const row of grid.slice(1)) row[at] = value;
    },
    function exchangeCells(grid, chance) {
      const [a, b] = [grid[chance.below(grid.length)], grid[chance.below(grid.length)]];
      if (a === undefined || b === undefined) return;
      const [i, j] = [chance.below(a.length), chance.below(b.length)];
      [a[i], b[j]] = [b[j] ?? '', a[i] ?? ''];
    },
    function longCell(grid, chance) {
      const row = grid[chance.below(grid.length)];
      if (row !== undefined)
        row[chance.below(row.length)] = chance
          .oneOf(['x', '"', ',', '\n', 'é'])
          .repeat(1 + chance.below(200_000));
    },
    function manyColumns(grid, chance) {
      const many = 100 + chance.below(4000);
      for (const row of grid) for (let at = 0; at < many; at += 1) row.push('');
    },
  ];

function widthOf(grid: Grid): number {
  return Math.max(1, grid[0]?.length ?? 1);
}

function written(grid: Grid, chance: Chance): string {
  const separator = chance.percent(96) ? ',' : chance.oneOf(['\t', ';', '|']);
  const end = chance.oneOf(['\r\n', '\n', '\r\n', '\n', '\r']);
  const quoteAll = chance.percent(20);
  const careless = chance.percent(10);
  const cell = (value: string) => {
    if (careless) return value;
    const quoted = `"${value.replaceAll('"', '""')}"`;
    return quoteAll || /[",\n\r\t;|]/.test(value) ? quoted : value;
  };
  const ends = () => (chance.percent(1) ? chance.oneOf(['\n', '\r\n', '\n\n', '\r']) : end);
  const lines = grid.map((row) => row.map(cell).join(separator));
  return lines
    .map((line, index) => (index < lines.length - 1 || !chance.percent(20) ? `${line}${ends()}` : line))
    .join('');
}

function encoded(text: string, chance: Chance): Buffer {
  const kind = chance.below(100);
  if (kind < 45) return Buffer.from(text, 'utf8');
  if (kind < 65) return Buffer.from(`\uFEFF${text}`, 'utf8');
  if (kind < 93) return Buffer.from(text, 'latin1');
  if (kind < 95) return Buffer.from(`\uFEFF${text}`, 'utf16le');
  const half = Math.floor(text.length / 2);
  return Buffer.concat([Buffer.from(text.slice(0, half), 'utf8'), Buffer.from(text.slice(half), 'latin1')]);
}

/** Changes of the bytes, as a broken download or a broken program makes them. */
const ofBytes: readonly [
  (bytes: Buffer, chance: Chance) => Buffer,
  ...((bytes: Buffer, chance: Chance) => Buffer)[],
] = [
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  function spoil(bytes, chance) {
    const changed = Buffer.from(bytes);
    for (let left = 1 + chance.below(20); left > 0 && changed.length > 0; left -= 1)
      changed[chance.below(changed.length)] = chance.percent(40)
        ? chance.oneOf([0x22, 0x0a, 0x0d, 0x2c, 0x00])
        : chance.below(256);
    return changed;
  },
  function insert(bytes, chance) {
    const at = chance.below(bytes.length + 1);
    const what = chance.oneOf([
      '"',
      '\uFEFF',
      '\u0000',
      '\n',
      '\r',
      '\r\n',
      ',',
      '""',
      '\n"',
      '",',
      '<html>',
      '\u001A',
    ]);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(what), bytes.subarray(at)]);
  },
  function cutOut(bytes, chance) {
    const from = chance.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + chance.below(3000))]);
  },
  function repeat(bytes, chance) {
    const from = chance.below(bytes.length + 1);
    const to = from + chance.below(3000);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
  },
];

/** One file made from an original: a few changes of its table, a way to write it, and sometimes changes of its bytes. */
export function mutated(original: Original, chance: Chance): Buffer {
  const grid = original.rows.map((row) => [...row]);
  for (let left = chance.below(4); left > 0; left -= 1)
    if (grid.length > 0) chance.oneOf(ofTable)(grid, chance);
  let bytes = encoded(written(grid, chance), chance);
  for (let left = chance.percent(40) ? 1 + chance.below(2) : 0; left > 0; left -= 1)
    bytes = chance.oneOf(ofBytes)(bytes, chance);
  return bytes;
}
