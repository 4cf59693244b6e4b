import type { Comparison } from '#/analyse/rules/compare-runs.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { categoryInALine, schemeTitle } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, plural, someOf } from '#/platform/web/words.ts';
import type { RunsRead } from './read-runs.ts';

/** Says which runs there are, and what differs between the two compared. */
export function tellRuns(terminal: Terminal, { authority, runs, compared }: RunsRead): void {
  terminal.line(`${authority.name}: ${plural(runs.length, 'run')}`);
  if (authority.invented) terminal.line('Invented: this authority and its schools do not exist.');
  terminal.table(
    ['Run', 'As known on', 'Scheme', 'Schools', 'Run by'],
    runs.map(({ run, scheme }) => [
      run.id,
      dateInWords(run.asAt),
      schemeTitle(scheme),
      run.schools,
      run.ranBy,
    ]),
  );
  if (compared === null) {
    terminal.line('There are not two runs to compare.');
    return;
  }
  const { from, to, comparison } = compared;
  terminal.line();
  terminal.line(
    `From run ${from.run.id} (as known on ${dateInWords(from.run.asAt)}, ${schemeTitle(from.scheme)}) to run ${to.run.id} (as known on ${dateInWords(to.run.asAt)}, ${schemeTitle(to.scheme)})`,
  );
  tellComparison(terminal, comparison, from.scheme, to.scheme);
}

/** Who moved and why, who is new and gone, and how many from which category to which. */
export function tellComparison(
  terminal: Terminal,
  comparison: Comparison,
  from: Scheme | null,
  to: Scheme | null,
): void {
  const { movers, inBoth, renamed, arrived, gone, matrix } = comparison;
  terminal.line(`Moved: ${someOf(movers.length, inBoth, 'school')}.`);
  if (renamed > 0) {
    terminal.line(
      `Called otherwise by the other scheme, with as much concern: ${someOf(renamed, inBoth, 'school')}.`,
    );
  }
  for (const { school, from: before, to: after, why } of movers) {
    terminal.line();
    terminal.line(
      `${school.name} (${school.urn}): ${categoryInALine(from, before)} → ${categoryInALine(to, after)}`,
    );
    for (const { words } of why) terminal.line(`  - ${words}`);
  }
  tellSchools(
    terminal,
    'New in the later run',
    arrived.map(({ school, to: code }) => `${school.name} (${school.urn}): ${categoryInALine(to, code)}`),
  );
  tellSchools(
    terminal,
    'Not in the later run',
    gone.map(({ school, from: code }) => `${school.name} (${school.urn}): ${categoryInALine(from, code)}`),
  );
  terminal.line();
  terminal.table(
    ['From', 'To', 'Schools'],
    matrix.map((cell) => [
      categoryInALine(from, cell.from),
      categoryInALine(to, cell.to),
      count(cell.schools),
    ]),
  );
}

function tellSchools(terminal: Terminal, heading: string, schools: readonly string[]): void {
  if (schools.length === 0) return;
  terminal.line();
  terminal.line(`${heading}: ${plural(schools.length, 'school')}`);
  for (const school of schools) terminal.line(`  - ${school}`);
}
