import { suppliedAddress, suppliedFileAddress, supplyAddress } from '#/platform/web/addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { count, dateInWords, momentInWords, plural, share } from '#/platform/web/words.ts';
import type { SuppliedFile, SuppliedFileRead, SuppliedOverview } from '#/schools/actions/supplied.ts';

/** What an authority's services have told of its schools: item by item, and file by file. */
export function suppliedView({ authority, schools, files, items }: SuppliedOverview) {
  const { slug } = authority;
  const counting = files.filter(({ undone }) => undone === null);
  return {
    authority: authority.name,
    summary:
      counting.length === 0
        ? null
        : `${plural(counting.length, 'file')} of ${authority.name}’s own services tell of its ${plural(schools, 'open school')}.`,
    addAddress: supplyAddress(slug),
    known: items.flatMap(({ item, known }) =>
      known === null
        ? []
        : [
            {
              title: item.title,
              meaning: item.meaning,
              coverage: share(known.coverage.schools, known.coverage.of),
              newestOn: dateInWords(known.newestOn),
              age: ageInWords(known.age),
              givenBy: known.givenBy,
              href: suppliedFileAddress(slug, known.newestFile),
              linkText: `supplied file ${known.newestFile}`,
            },
          ],
    ),
    unknown: items.filter(({ known }) => known === null).map(({ item }) => item.title),
    files: files.map((file) => ({
      title: file.title,
      number: file.number,
      href: suppliedFileAddress(slug, file.number),
      givenBy: file.givenBy,
      of: file.statedOn === null ? 'its rows say' : dateInWords(file.statedOn),
      knownOn: dateInWords(file.knownOn),
      rows: share(file.rowsKept, file.rowsRead),
      values: count(file.values),
      problems: count(file.problems),
      undone: file.undone !== null,
    })),
  };
}

const problemsShown = 200;

/** One file that was given: by whom, of when, and what became of its rows. */
export function suppliedFileView({ authority, file, problems }: SuppliedFileRead) {
  const facts: (readonly [string, string])[] = [
    ['File', file.fileName],
    ['Given by', file.givenBy],
    ['Of', file.statedOn === null ? 'the dates in its rows' : dateInWords(file.statedOn)],
    ['Had by the authority on', dateInWords(file.knownOn)],
    ['Kept', `${momentInWords(file.keptAt)}, ${file.keptBy}`],
    ['Rows', `${plural(file.rowsRead, 'row')} read, ${share(file.rowsKept, file.rowsRead)} kept`],
    ['Values kept', count(file.values)],
    ['Identity (SHA-256)', file.sha256],
  ];
  return {
    title: headingOf(file),
    facts: facts.map(([term, value]) => ({ term, value })),
    undone:
      file.undone === null
        ? null
        : `Undone ${momentInWords(file.undone.at)} by ${file.undone.by}: ${file.undone.reason}`,
    setAside: file.setAside.map(({ reason, rows }) => `${plural(rows, 'row')}: ${reason}`),
    problemCount: file.problems === 0 ? 'No problems' : plural(file.problems, 'problem'),
    problems: problems.slice(0, problemsShown).map((problem) => ({
      row: count(problem.row),
      column: problem.column ?? 'whole row',
      what: problem.what,
      whatToDo: problem.whatToDo,
      severity: problem.severity === 'error' ? 'Set aside' : 'Kept, look at it',
    })),
    notShown: Math.max(0, problems.length - problemsShown),
    undoAddress: file.undone === null ? `${suppliedFileAddress(authority.slug, file.number)}/undo` : null,
    back: suppliedAddress(authority.slug),
  };
}

/** The reason asked for before a file is undone. */
export function undoSuppliedView(
  { authority, file }: SuppliedFileRead,
  reason: string,
  problems: readonly FieldProblem[],
) {
  const address = suppliedFileAddress(authority.slug, file.number);
  return {
    what: `${headingOf(file)}, given by ${file.givenBy}: ${plural(file.values, 'value')} from ${plural(file.rowsKept, 'row')}.`,
    action: `${address}/undo`,
    back: address,
    reason,
    problem: problems[0]?.text ?? null,
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}

/** Files of one layout come again and again: each has a heading of its own. */
export function headingOf({ title, statedOn, knownOn, number }: SuppliedFile): string {
  const of = statedOn === null ? `had on ${dateInWords(knownOn)}` : dateInWords(statedOn);
  return `${title}, ${of} (supplied file ${number})`;
}

function ageInWords(days: number): string {
  if (days < 0) return `${plural(-days, 'day')} ahead`;
  if (days < 60) return days === 0 ? 'today' : `${plural(days, 'day')} ago`;
  const months = Math.floor(days / 30.44);
  return months < 24 ? `${plural(months, 'month')} ago` : `${plural(Math.floor(months / 12), 'year')} ago`;
}
