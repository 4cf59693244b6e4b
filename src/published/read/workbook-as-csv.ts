import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { DateFormat } from '#/published/layout.ts';
import { recognise, type Recognised, type Unknown } from '#/published/recognise/recognise.ts';
import { isReadable, readModifiedOn, readWorkbook, type Workbook } from './workbook-parts.ts';
import { readSheet, type Day, type SheetReading } from './workbook-sheet.ts';
import { isOfTheDisk, type Refusal, type Zip } from './zip.ts';

/** A sheet of a spreadsheet as the CSV file it would have been. */
export interface SheetAsCsv {
  /** What a person should know of it: which sheet it was, and what was turned back. A sentence each. */
  readonly notes: readonly string[];
  /** When it was last changed, by its own properties; ISO 8601. */
  readonly modifiedOn: string | null;
}

/** Sheets looked at for a header that is known. */
const sheetsTried = 20;
const rowsTried = 30;

/**
 * Writes the first sheet with a known header to `target` as CSV in UTF-8: days the way the layout writes them,
 * percentages with their sign, and of formulas what the spreadsheet computed last. Row numbers stay those of the sheet.
 */
export async function workbookAsCsv(zip: Zip, target: string): Promise<SheetAsCsv | Refusal | Unknown> {
  if (!isReadable(zip)) {
    return {
      what: 'This spreadsheet is too large, or meant to fill the memory.',
      whatToDo: 'Save the sheet as CSV (UTF-8), and import that.',
    };
  }
  try {
    const workbook = await readWorkbook(zip);
    const found = await findSheet(workbook);
    if ('what' in found) return found;
    const { sheet, layout } = found;
    const reading = await writeSheet(workbook, sheet.path, layout.dates, target);
    const notes = [
      `It was read from the sheet “${sheet.name}” of a spreadsheet; days and percentages were written again as the publisher writes them.`,
    ];
    if (reading.formulas > 0) {
      notes.push(
        `${reading.formulas} of its cells hold formulas: what the spreadsheet computed last was read, and nothing was computed.`,
      );
    }
    return { notes, modifiedOn: await readModifiedOn(zip) };
  } catch (error) {
    if (isOfTheDisk(error)) throw error;
    return {
      what: 'This spreadsheet is broken, or not as spreadsheets (xlsx) are.',
      whatToDo: 'Open it, save the sheet as CSV (UTF-8), and import that.',
    };
  }
}

async function findSheet(
  workbook: Workbook,
): Promise<{ sheet: Workbook['sheets'][number]; layout: Recognised['layout'] } | Unknown> {
  let nearest: Unknown | null = null;
  for (const sheet of workbook.sheets.slice(0, sheetsTried)) {
    const lines: string[] = [];
    await readSheet(workbook, sheet.path, {
      row: (cells) => lines.push(lineOf(cells, '%d/%m/%Y')),
      formulas: 0,
      most: rowsTried,
    });
    const recognised = recognise(lines.join(''));
    if ('layout' in recognised) return { sheet, layout: recognised.layout };
    if (!nearest?.nearest) nearest = recognised;
  }
  return (
    nearest ?? {
      what: 'This spreadsheet has no sheet.',
      whatToDo: 'Download it again from its publisher.',
      nearest: null,
    }
  );
}

async function writeSheet(
  workbook: Workbook,
  path: string,
  dates: DateFormat,
  target: string,
): Promise<SheetReading> {
  const output = createWriteStream(target);
  const lines: string[] = [];
  const reading: SheetReading = {
    row: (cells) => lines.push(lineOf(cells, dates)),
    formulas: 0,
    piece: async () => {
      if (!output.write(lines.splice(0).join(''))) await once(output, 'drain');
    },
  };
  try {
    await readSheet(workbook, path, reading);
  } finally {
    output.end(lines.join(''));
    await finished(output);
  }
  return reading;
}

function lineOf(cells: readonly (string | Day)[], dates: DateFormat): string {
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell : dayIn(cell.day, dates)));
  // A row of blank cells is no row: spreadsheets keep such rows for their looks.
  if (texts.every((text) => text === '')) return '\n';
  return `${texts.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\n`;
}

function dayIn(iso: string, format: DateFormat): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return format.replace('%d', day).replace('%m', month).replace('%Y', year);
}
