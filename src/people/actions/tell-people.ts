import type { Terminal } from '#/platform/terminal/terminal.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import type { DivisionsImport } from './import-divisions.ts';
import type { PeopleImport } from './import-people.ts';
import type { AccessOfAuthority, AccessRead } from './read-access.ts';
import type { PeopleRead } from './read-people.ts';
import { columnsOfList } from './people-file.ts';
import { conditionWords, type DecisionRead } from './tell-permissions.ts';

const noEnd = 'no end said';

/** Everybody with a role now or to come; everybody ever known with `all`. */
export function tellPeople(terminal: Terminal, { people, today, authority }: PeopleRead, all: boolean): void {
  const rows = people.flatMap((person) =>
    person.roles
      .filter(({ standing }) => all || standing !== 'over')
      .map(({ number, words, span, standing }) => [
        person.name,
        person.email ?? '',
        words,
        span.from,
        span.last ?? noEnd,
        standing,
        number,
      ]),
  );
  terminal.line(`${authority.name}: ${plural(rows.length, 'role')} as at ${dateInWords(today)}`);
  terminal.table(['Name', 'Mail address', 'Role', 'Since', 'Until', 'Stands', 'Number'], rows);
}

/** What a list of people changed or would change, with everything wrong in it. */
export function tellImport(terminal: Terminal, read: PeopleImport): void {
  const headings = new Map<string, string>(columnsOfList.map(({ field, heading }) => [field, heading]));
  if (read.problems.length > 0) {
    terminal.line(`Nothing was changed: ${plural(read.problems.length, 'problem')}.`);
    terminal.table(
      ['Line', 'Column', 'What is wrong, and what to do'],
      read.problems.map(({ row, field, text }) => [row ?? 'all', headings.get(field) ?? '', text]),
    );
    return;
  }
  const changed = read.people.filter((one) => one.added || one.calledBefore !== null || one.given.length > 0);
  terminal.line(
    `${plural(changed.length, 'person', 'people')} of ${String(read.people.length)} ${read.applied ? 'changed' : 'to change'}; the others are so already.`,
  );
  for (const one of changed) {
    terminal.line(`  ${one.name}, ${one.email}${one.added ? ' (new)' : ''}: ${one.given.join('; ')}`);
  }
}

/** What a list of divisions changed or would change. */
export function tellDivisions(terminal: Terminal, read: DivisionsImport): void {
  if (read.problems.length > 0) {
    terminal.line(`Nothing was changed: ${plural(read.problems.length, 'problem')}.`);
    terminal.table(
      ['Line', 'What is wrong, and what to do'],
      read.problems.map(({ row, text }) => [row, text]),
    );
    return;
  }
  const divisions = new Set(read.entries.map(({ name }) => name)).size;
  const what = read.sameAsBefore
    ? 'The list says what the last one says'
    : read.applied
      ? 'Taken in'
      : 'Checked';
  terminal.line(`${what}: ${plural(read.entries.length, 'school')} in ${plural(divisions, 'division')}.`);
  if (read.missing.length > 0)
    terminal.line(`In no division: ${read.missing.map(({ name, urn }) => `${name} (${urn})`).join(', ')}.`);
}

/** Who has access, line by line. */
export function tellAccess(
  terminal: Terminal,
  { authority, today }: AccessOfAuthority,
  grants: readonly AccessRead[],
): void {
  terminal.line(`${authority.name}: who has access as at ${dateInWords(today)}`);
  terminal.table(
    ['Who', 'May', 'For', 'By the role', 'Since', 'Until', 'Given by', 'Why'],
    grants.map((grant) => [
      grant.person.name,
      grant.permission,
      forWords(grant),
      `${grant.by}, ${grant.of}`,
      grant.since,
      grant.until ?? noEnd,
      grant.givenBy,
      grant.why,
    ]),
  );
}

function forWords({ schools, condition }: AccessRead): string {
  if (schools === 'all') return 'all schools';
  const many = plural(schools.length, 'school');
  return condition === 'own schools of concern' ? `${many}, while of concern` : many;
}

/** The decision table, a line for each decision and condition. */
export function tellDecisions(terminal: Terminal, decisions: readonly DecisionRead[]): void {
  for (const { permission, means, level, roles } of decisions) {
    terminal.line(`${permission}: ${means}`);
    terminal.line(`  level: ${level ?? 'nothing is read'}`);
    for (const condition of ['all', 'own schools', 'own schools of concern'] as const) {
      const names = roles.filter((one) => one.condition === condition).map(({ name }) => name);
      if (names.length > 0) terminal.line(`  ${conditionWords[condition]}: ${names.join(', ')}`);
    }
  }
}
