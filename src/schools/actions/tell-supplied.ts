import type { Terminal } from '#/platform/terminal/terminal.ts';
import { count, dateInWords, plural, share } from '#/platform/web/words.ts';
import { exampleFile, exampleItems, exampleMapping } from './read-mapping.ts';
import type { SuppliedCheck, SuppliedFile, SupplyOutcome } from './supplied.ts';

/** Shown on a screen; all of them are under `--json` and on the file's page. */
const shownAtMost = 20;

/** Tells what a file would bring, or brought, and whether anything of it was set aside. */
export function tellCheck(terminal: Terminal, check: SuppliedCheck): 'all well' | 'something set aside' {
  const { checked, coverage, missing } = check;
  terminal.line(
    `${check.authority.name}, ${check.mapping.title}: ${plural(checked.rowsRead, 'row')} read, ${share(checked.rowsKept, checked.rowsRead)} kept, with ${plural(checked.values.length, 'value')}.`,
  );
  terminal.line(
    `They tell of ${share(coverage.schools, coverage.of)} of its open schools, and were had on ${dateInWords(check.knownOn)}.`,
  );
  for (const { reason, rows } of checked.setAside)
    terminal.line(`  ${plural(rows, 'row')} set aside: ${reason}`);
  for (const problem of checked.problems.slice(0, shownAtMost)) {
    const column = problem.column === null ? '' : `, column ${problem.column}`;
    terminal.line(`  ! row ${count(problem.row)}${column}: ${problem.what} ${problem.whatToDo}`);
  }
  const more = checked.problems.length - shownAtMost;
  if (more > 0) terminal.line(`  ! and ${count(more)} more`);
  if (missing.length > 0) {
    const named = missing.slice(0, shownAtMost).map(({ name, urn }) => `${name} (${urn})`);
    const rest = missing.length - named.length;
    terminal.line(
      `  Nothing is told of ${plural(missing.length, 'open school')}: ${named.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`,
    );
  }
  return checked.problems.length + checked.setAside.length > 0 ? 'something set aside' : 'all well';
}

export function tellKept(terminal: Terminal, { authority, file, alreadyKept }: SupplyOutcome): void {
  terminal.line(
    alreadyKept
      ? `The same file was kept before, as supplied file ${file}: nothing has changed.`
      : `Kept as supplied file ${file} of ${authority.name}. The next analysis uses it: npx middletier analyse --authority ${authority.slug}`,
  );
}

export function tellUndone(terminal: Terminal, file: SuppliedFile): void {
  terminal.line(
    `Supplied file ${file.number} (${file.title}) counts in no analysis from now on: ${file.undone?.reason ?? ''}`,
  );
  terminal.line('It stays in the records, and runs made with it keep what they said.');
}

/** How an own layout is described, a file that fits, and every item there is. */
export function tellExample(terminal: Terminal): void {
  terminal.line('What the columns mean, for example in mapping.json:');
  terminal.line(JSON.stringify(exampleMapping, null, 2));
  terminal.line();
  terminal.line('A file that fits:');
  for (const line of exampleFile) terminal.line(line);
  terminal.line();
  terminal.line(
    'A school is told by its URN, LAESTAB, DfE number or name. A column may be any of these items:',
  );
  terminal.table(['Item', 'Meaning'], exampleItems);
  terminal.document({ mapping: exampleMapping, file: exampleFile, items: Object.fromEntries(exampleItems) });
}
