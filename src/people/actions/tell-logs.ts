import type { ChangeEntry, LogRead, ReadingEntry } from './read-logs.ts';
import type { LogChecked } from './check-logs.ts';
import { changeInWords, readingInWords } from './log-words.ts';
import type { Everything } from './read-everything.ts';
import type { LetGoTold } from './retention.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { momentInWords, plural } from '#/platform/web/words.ts';

/** Readings, a sentence each. */
export function tellReadings(terminal: Terminal, read: LogRead<ReadingEntry>): void {
  refuse(read);
  terminal.line(`${plural(read.total, 'reading')} found, newest first.`);
  for (const entry of read.entries) {
    terminal.line(`${momentInWords(entry.at)}  ${readingInWords(entry, read.schools)}  ${entry.path}`);
  }
}

/** Changes, a sentence each. */
export function tellChanges(terminal: Terminal, read: LogRead<ChangeEntry>): void {
  refuse(read);
  terminal.line(`${plural(read.total, 'change')} found, newest first.`);
  for (const entry of read.entries) terminal.line(`${momentInWords(entry.at)}  ${changeInWords(entry)}`);
}

/** How much is held about one person; all of it is in the document. */
export function tellPerson(terminal: Terminal, held: Everything): void {
  const { person, readings, changesAbout, changesBy, account } = held;
  terminal.line(
    `${person.name}, ${person.email ?? 'without a mail address'}, known since ${momentInWords(person.addedAt)}`,
  );
  terminal.line(
    `  ${plural(person.roles.length, 'role')}: ${person.roles.map(({ words }) => words).join('; ')}`,
  );
  terminal.line(
    `  ${plural(changesAbout.length, 'change')} about them, ${plural(changesBy.length, 'change')} by them`,
  );
  terminal.line(
    `  ${plural(readings.length, 'reading')} in confidence, ${plural(account?.sessions.length ?? 0, 'sign-in')}`,
  );
  terminal.line('All of it: the same command with --json.');
}

/** Whether each log is whole, and its last link. */
export function tellChecked(terminal: Terminal, checked: readonly LogChecked[]): void {
  for (const { authority, log, rows, letGo, head, problem } of checked) {
    const gone = letGo === 0 ? '' : `, ${letGo} let go when they had been kept long enough`;
    terminal.line(
      `${authority ?? 'the installation'}, log of ${log}: ${plural(rows, 'entry', 'entries')}${gone}`,
    );
    terminal.line(problem === null ? '  Whole.' : `  BROKEN: ${problem.what}`);
    if (problem === null && head !== null) terminal.line(`  Last link: ${log}:${head.position}:${head.hash}`);
  }
  terminal.line(
    'Write the last links down where nobody who runs this computer can change them: a log that was cut off',
  );
  terminal.line('at its end, or written anew as a whole, is told by them alone (--expect).');
}

/** What went, or would go. */
export function tellLetGo(terminal: Terminal, told: readonly LetGoTold[], applied: boolean): void {
  for (const { authority, gone } of told) {
    const rows = gone.reduce((sum, one) => sum + one.rows, 0);
    const what = gone.map((one) => `${one.rows} of ${one.table}`).join(', ');
    const verb = applied ? 'let go' : 'would go';
    terminal.line(
      `${authority ?? 'The installation'}: ${plural(rows, 'record')} ${verb}${what === '' ? '' : ` (${what})`}`,
    );
  }
}

function refuse({ problems }: Pick<LogRead<unknown>, 'problems'>): void {
  if (problems.length > 0) throw new KnownError('usage', problems.map(({ text }) => `${text}.`).join('\n'));
}
