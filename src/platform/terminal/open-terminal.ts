import { barOf, lineWhenQuarterPassed } from './progress.ts';
import { alignedTable } from './table.ts';
import type { Progress, Terminal } from './terminal.ts';

/** Where words go: `process.stdout` and `process.stderr`, or their likeness in tests. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/**
 * The terminal a command speaks to. Answers go to `output`; progress goes to `aside` (standard error), so that what
 * is piped on is the answer alone.
 */
export function openTerminal(options: {
  readonly json: boolean;
  readonly output: Stream;
  readonly aside: Stream;
}): Terminal {
  const { json, output, aside } = options;
  const interactive = aside.isTTY === true && process.env['TERM'] !== 'dumb';
  return {
    json,
    interactive,
    line: (text = '') => {
      if (!json) output.write(`${text}\n`);
    },
    table: (headings, rows) => {
      if (json) return;
      // In a pipe there is no edge to run past.
      const room = output.isTTY === true ? output.columns : undefined;
      for (const line of alignedTable(headings, rows, room)) output.write(`${line}\n`);
    },
    progress: (label, total) => {
      if (json) return silent;
      return interactive ? bar(label, total, aside) : plainLines(label, total, aside);
    },
    document: (value) => {
      if (json) output.write(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

const silent: Progress = { advance: () => undefined, done: () => undefined };

/** One line, drawn over itself; the last word stays. */
function bar(label: string, total: number, stream: Stream): Progress {
  const startOver = '\r\u001b[2K';
  let drawn = '';
  let at = 0;
  const draw = () => {
    const text = barOf(label, at, total, stream.columns ?? 80);
    if (text === drawn) return;
    drawn = text;
    stream.write(`${startOver}${text}`);
  };
  draw();
  return {
    advance: (by) => {
      at += by;
      draw();
    },
    done: (summary) => {
      stream.write(`${startOver}${label}: ${summary ?? 'done'}\n`);
    },
  };
}

/** In a pipe or a log: a line at the start, at each quarter and at the end, never a control character. */
function plainLines(label: string, total: number, stream: Stream): Progress {
  let at = 0;
  stream.write(`${label}…\n`);
  return {
    advance: (by) => {
      const line = lineWhenQuarterPassed(label, at, at + by, total);
      at += by;
      if (line !== null) stream.write(`${line}\n`);
    },
    done: (summary) => {
      stream.write(`${label}: ${summary ?? 'done'}\n`);
    },
  };
}
