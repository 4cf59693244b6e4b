import type { Register, RunOutcome } from '#/analyse/actions/analysis-read.ts';
import type { RunSummary } from '#/analyse/rules/run-summary.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { categoryInALine, schemeTitle } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, knownLaterInWords, percent, plural, someOf } from '#/platform/web/words.ts';

/** Says which run was made, or which one stands because nothing has changed since. */
export function tellRun(terminal: Terminal, run: RunOutcome, { authority, scheme }: Register): void {
  const kept = run.alreadyRun
    ? `Nothing has changed since run ${run.id}, which stands.`
    : `Kept as run ${run.id}.`;
  terminal.line(
    `${authority.name}: ${plural(run.schools, 'school')}, as known on ${dateInWords(run.asAt)}, scheme ${schemeTitle(scheme)}. ${kept}`,
  );
  if (authority.invented) terminal.line('Invented: this authority and its schools do not exist.');
}

/** Says how many schools have each category, how sure that is and how many moved since the run before. */
export function tellSummary(terminal: Terminal, summary: RunSummary, { previous, scheme }: Register): void {
  terminal.line();
  terminal.table(
    ['Category', 'all schools', ...summary.phases.map(({ phase }) => phase)],
    [
      ...summary.categories.map(({ category, all, byPhase }) => [
        categoryInALine(scheme, category),
        ...[all, ...byPhase].map(
          ({ numerator, denominator }) => `${count(numerator)} (${percent(numerator, denominator)})`,
        ),
      ]),
      ['all', count(summary.schools), ...summary.phases.map(({ schools }) => count(schools))],
    ],
  );
  terminal.line();
  const sure = summary.sureness.map(
    ({ level, all }) => `${level} ${count(all.numerator)} (${percent(all.numerator, all.denominator)})`,
  );
  terminal.line(`How sure: ${sure.join(', ')} of ${plural(summary.schools, 'school')}.`);
  if (summary.knownLater.numerator > 0) {
    terminal.line(`${knownLaterInWords(summary.knownLater)}.`);
  }
  if (summary.changed !== null && previous !== null) {
    const { numerator, denominator } = summary.changed;
    terminal.line(
      `Another category than in run ${previous.id}, as known on ${dateInWords(previous.asAt)}: ${someOf(numerator, denominator, 'school')}.`,
    );
  }
  terminal.line('These are proposals: a named person decides.');
  terminal.line();
}
