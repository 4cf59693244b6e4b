import type { PeopleImport } from '#/people/actions/import-people.ts';
import { columnsOfList } from '#/people/actions/people-file.ts';
import { rolesInOrder } from '#/people/actions/role-words.ts';
import {
  divisionsAddress,
  importPeopleAddress,
  peopleAddress,
  personAddress,
} from '#/platform/web/addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import type { ShellAuthority } from '#/platform/web/shell.ts';
import { plural } from '#/platform/web/words.ts';

/** The form for a list of people. */
export function askView({ slug, name }: ShellAuthority, problems: readonly FieldProblem[]) {
  return {
    authority: name,
    action: importPeopleAddress(slug),
    example: `${importPeopleAddress(slug)}/example.csv`,
    divisions: divisionsAddress(slug),
    back: peopleAddress(slug),
    columns: columnsOfList.map(({ heading, meaning, needed }) => ({ heading, meaning, needed })),
    roles: rolesInOrder.map(({ name: role }) => role),
    problem: problems[0]?.text ?? null,
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}

const headings: Readonly<Record<string, string>> = Object.fromEntries(
  columnsOfList.map(({ field, heading }) => [field, heading]),
);

/** What would become of a list, or what became of it. */
export function outcomeView(read: PeopleImport, text: string) {
  const { authority, people, problems, rows, applied } = read;
  const { slug } = authority;
  const changed = people.filter(
    ({ added, calledBefore, given }) => added || calledBefore !== null || given.length > 0,
  );
  const added = people.filter((one) => one.added).length;
  const renamed = people.filter(({ calledBefore }) => calledBefore !== null).length;
  const given = people.flatMap((one) => one.given).length;
  const left = people.flatMap((one) => one.left).length;
  const tense = applied ? '' : 'would be ';
  return {
    summary: [
      `${plural(rows, 'line')} of ${plural(people.length, 'person', 'people')}:`,
      `${plural(added, 'person', 'people')} ${tense}added,`,
      `${plural(given, 'role')} ${tense}given,`,
      `${plural(renamed, 'name')} ${tense}changed,`,
      `${plural(left, 'role')} left as it is.`,
    ].join(' '),
    applied,
    problemCount: plural(problems.length, 'problem'),
    problems: problems.map(({ row, field, text: words }) => ({
      row: row === null ? 'whole list' : String(row),
      column: headings[field] ?? 'whole line',
      text: words,
    })),
    changed: changed.map((one) => ({
      name: one.name,
      email: one.email,
      href: one.person === null ? null : personAddress(slug, one.person),
      what: [
        ...(one.added ? ['New'] : []),
        ...(one.calledBefore === null ? [] : [`Called ${one.calledBefore} before`]),
        ...one.given,
      ],
    })),
    left: people.filter((one) => one.left.length > 0).map((one) => `${one.name}: ${one.left.join('; ')}`),
    apply:
      problems.length === 0 && changed.length > 0 && !applied ? `${importPeopleAddress(slug)}/apply` : null,
    text,
    again: importPeopleAddress(slug),
    back: peopleAddress(slug),
  };
}
