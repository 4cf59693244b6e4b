import { suppliedFileAddress, supplyStepAddress } from '#/platform/web/addresses.ts';
import { count, dateInWords, plural, share } from '#/platform/web/words.ts';
import type { SuppliedCheck } from '#/schools/actions/supplied.ts';

const shownAtMost = 200;

/** What would become of a file if it were kept: before anything is. */
export function checkView(id: string, check: SuppliedCheck) {
  const { authority, checked, coverage, mapping, missing, already } = check;
  const step = (name: string) => supplyStepAddress(authority.slug, id, name);
  const columns: (readonly [string, string])[] = [
    [mapping.school.column, `the school, by its ${mapping.school.by}`],
    ...(mapping.dateColumn === null ? [] : [[mapping.dateColumn, 'the date the row is of'] as const]),
    ...mapping.items.map(({ column, item }) => [column, item] as const),
  ];
  return {
    title: mapping.title,
    summary: `${share(checked.rowsKept, checked.rowsRead)} of the rows can be kept, with ${plural(checked.values.length, 'value')} of ${share(coverage.schools, coverage.of)} of ${authority.name}’s open schools.`,
    of: check.statedOn === null ? null : dateInWords(check.statedOn),
    knownOn: dateInWords(check.knownOn),
    columns: columns.map(([term, value]) => ({ term, value })),
    setAside: checked.setAside.map(({ reason, rows }) => `${plural(rows, 'row')}: ${reason}`),
    problemCount: checked.problems.length === 0 ? 'No problems' : plural(checked.problems.length, 'problem'),
    problems: checked.problems.slice(0, shownAtMost).map((problem) => ({
      row: count(problem.row),
      column: problem.column ?? 'whole row',
      what: problem.what,
      whatToDo: problem.whatToDo,
      severity: problem.severity === 'error' ? 'Would be set aside' : 'Would be kept, look at it',
    })),
    notShown: Math.max(0, checked.problems.length - shownAtMost),
    missingCount: plural(missing.length, 'open school'),
    missing: missing.slice(0, shownAtMost).map(({ name, urn }) => `${name} (${urn})`),
    missingNotShown: Math.max(0, missing.length - shownAtMost),
    already:
      already === null
        ? null
        : { number: already.number, href: suppliedFileAddress(authority.slug, already.number) },
    keep: checked.values.length === 0 || already !== null ? null : step('keep'),
    change: step('columns'),
    discard: step('discard'),
  };
}
