import { sourceAddress } from '#/platform/web/addresses.ts';
import { count, dateInWords, momentInWords, plural, share } from '#/platform/web/words.ts';
import type { Problem, Source } from '#/published/source.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

/** The files imported, by publication and then by age, each with what became of its rows. */
export function sourcesView(sources: readonly Source[]) {
  const read = sources.reduce((sum, source) => sum + source.rowsRead, 0);
  const kept = sources.reduce((sum, source) => sum + source.rowsKept, 0);
  return {
    summary:
      sources.length === 0
        ? null
        : `${plural(sources.length, 'file')} with ${plural(read, 'row')} read, ${kept === read ? 'all of them kept' : `${share(kept, read)} of them kept; every row set aside has a reason`}.`,
    sources: [...sources].sort(byPublication).map((source) => ({
      href: sourceAddress(source.id),
      title: source.title,
      publisher: source.publisher,
      when: whenOf(source),
      known: dateInWords(source.knownOn),
      invented: source.invented,
      read: count(source.rowsRead),
      kept: count(source.rowsKept),
      setAside: count(source.rowsRead - source.rowsKept),
      problems: source.problems,
    })),
  };
}

/** At most so many problems on the page: the file's own list has them all. */
const problemsShown = 200;

/** One file: what it is, how its dates are known, and what became of its rows. */
export function sourceView(source: Source, problems: readonly Problem[]) {
  const facts: (readonly [string, string])[] = [
    ['Publisher', source.publisher],
    ['File', source.fileName],
    ['Recognised as', `${source.title} (layout ${source.layout})`],
    [
      'School year',
      source.year === null
        ? 'not of one school year'
        : `${schoolYearName(source.year)}${basis(source.yearBasis)}`,
    ],
    ['Release', source.status],
    ['As at', source.asAt === null ? 'not stated' : dateInWords(source.asAt)],
    ['Known on', `${dateInWords(source.knownOn)}${basis(source.knownOnBasis)}`],
    ['Imported', momentInWords(source.importedAt)],
    ['Licence', source.licence],
    ['Identity (SHA-256)', source.sha256],
  ];
  return {
    heading: headingOf(source),
    invented: source.invented,
    facts: facts.map(([term, value]) => ({ term, value })),
    rows: `${plural(source.rowsRead, 'row')} read, ${source.rowsKept === source.rowsRead ? 'all of them' : share(source.rowsKept, source.rowsRead)} kept.`,
    setAside: source.setAside.map(({ reason, rows }) => ({ reason, rows: count(rows) })),
    unexplained: source.rowsRead - source.rowsKept - source.setAside.reduce((sum, one) => sum + one.rows, 0),
    problemCount: source.problems === 0 ? 'No problems' : plural(source.problems, 'problem'),
    problems: problems.slice(0, problemsShown).map((problem) => ({
      ...problem,
      row: problem.row === null ? 'whole file' : count(problem.row),
      column: problem.column ?? 'whole row',
      severity: problem.severity === 'error' ? 'Set aside' : 'Kept, look at it',
    })),
    notShown: Math.max(0, problems.length - problemsShown),
  };
}

/** A heading of its own for each file, though most publications come every year. */
export function headingOf(source: Source): string {
  const when =
    source.year === null && source.asAt === null ? `known on ${dateInWords(source.knownOn)}` : whenOf(source);
  return `${source.title}, ${when}`;
}

/** The time the figures are of, where the file is of one. */
function whenOf(source: Source): string {
  const status = source.status === 'not stated' ? '' : `, ${source.status}`;
  if (source.year !== null) return `${schoolYearName(source.year)}${status}`;
  return source.asAt === null ? 'no date in the file' : `as at ${dateInWords(source.asAt)}${status}`;
}

function basis(words: string | null): string {
  return words === null ? '' : ` (${words})`;
}

function byPublication(a: Source, b: Source): number {
  return (
    a.publisher.localeCompare(b.publisher, 'en-GB') ||
    a.title.localeCompare(b.title, 'en-GB') ||
    (a.asAt ?? a.knownOn).localeCompare(b.asAt ?? b.knownOn) ||
    a.id.localeCompare(b.id)
  );
}
