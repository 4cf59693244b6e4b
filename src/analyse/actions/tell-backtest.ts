import type { Block } from '#/platform/documents/write-document.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { rangesTable, sharesTable, warningsTable } from './backtest-document.ts';
import type { Backtest } from './run-backtest.ts';

/** The figures a person looks for first; the whole is in the report. */
export function tellBacktest(terminal: Terminal, result: Backtest, report: string): void {
  terminal.line(`Tried on ${result.schools} schools of ${result.authorities} authorities.`);
  const tables: readonly Block[] = [
    sharesTable('Authority shares good or better: mean absolute error in percentage points', result.shares),
    rangesTable(result.shares),
    sharesTable('The same on authorities that were not fitted on', result.sharesElsewhere),
    warningsTable(result.warnings),
  ];
  for (const block of tables) {
    if (block.kind !== 'table') continue;
    terminal.line();
    terminal.line(block.caption);
    terminal.table(
      block.columns.map(({ heading }) => heading),
      block.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.join(' ')))),
    );
  }
  terminal.line();
  terminal.line(`The whole report: ${report}`);
}
