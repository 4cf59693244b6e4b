import { Command } from 'commander';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import { count, dateInWords, knownLaterInWords, percent, plural } from '#/platform/web/words.ts';
import type { Overview, ProfileOfSchools } from '#/schools/actions/overview.ts';
import { readOverview, readOverviewOfAll } from '#/schools/actions/read-overview.ts';
import type { Outcome, PhaseProfile } from '#/schools/rules/profile.ts';

interface OverviewOptions {
  readonly authority?: string;
  readonly all?: boolean;
  readonly asAt?: string;
}

export function commands(parts: Parts): Command[] {
  const overview = new Command('overview')
    .summary('how the schools of an authority stand, beside the others and England')
    .option('--authority <name>', 'an authority in the files imported')
    .option('--all', 'every school in the files imported')
    .option('--as-at <date>', 'as known on this date: 2025-08-31, 31/08/2025 or "31 August 2025"')
    .addHelpText(
      'after',
      '\nExamples:\n  middletier overview --authority Norfolk\n  middletier overview --all --json',
    )
    .action(async (options: OverviewOptions) => {
      if (options.all === true && options.authority !== undefined) {
        throw new KnownError('usage', 'Give either --all or --authority, not both.');
      }
      const person = await parts.person();
      const read = options.all
        ? await readOverviewOfAll(parts, person, options.asAt)
        : await readOverview(parts, person, options.authority, options.asAt);
      tellOverview(parts, read);
      parts.terminal.document(read);
    });
  return [overview];
}

function tellOverview({ terminal }: Parts, overview: Overview): void {
  const { own, others, england, stuck, sources } = overview;
  terminal.line(`${own.label}: ${plural(own.schools, 'school')}, as known on ${dateInWords(overview.asAt)}`);
  if (overview.invented) terminal.line('Invented: this authority and its schools do not exist.');
  terminal.line();
  terminal.line('Schools by latest inspection');
  terminal.table(
    ['', 'schools', ...shown(own), 'good or better', ''],
    [...own.profile.byPhase, own.profile.all].map((phase) => rowOf(phase.phase, phase, shown(own))),
  );
  terminal.line();
  terminal.line('Of those with an overall grade');
  terminal.table(
    ['', 'graded', ...grades, 'good or better', 'pupils in them'],
    [
      ...[own, ...(others === null ? [] : [others])].map(gradesOf),
      ...(england.length === 0 ? [] : [gradesOfEngland(england)]),
    ],
  );
  const [first] = england;
  if (first !== undefined) terminal.line(`England: ${first.source} (${first.status})`);
  tellRest({ terminal }, own, stuck.length);
  terminal.line();
  for (const { title, fileName, asAt, knownOn } of sources) {
    terminal.line(
      `Source: ${title}, ${fileName}, ${asAt === null ? `known on ${dateInWords(knownOn)}` : `as at ${dateInWords(asAt)}`}`,
    );
  }
}

function tellRest({ terminal }: Pick<Parts, 'terminal'>, own: ProfileOfSchools, stuck: number): void {
  const { all } = own.profile;
  terminal.line();
  if (all.reportCards.schools > 0) {
    terminal.line(
      `Report cards (no overall grade, shown apart): ${plural(all.reportCards.schools, 'school')}`,
    );
    for (const { area, grades } of all.reportCards.areas) {
      terminal.line(
        `  ${area}: ${grades.map(({ grade, schools }) => `${grade} ${ofWhole(schools)}`).join(', ')}`,
      );
    }
  }
  if (all.knownLater.numerator > 0) terminal.line(`${knownLaterInWords(all.knownLater)}.`);
  for (const { category, schools } of all.categoriesOfConcern) {
    terminal.line(`In category of concern ${category}: ${ofWhole(schools)}`);
  }
  terminal.line(`Latest graded inspection was of a predecessor: ${ofWhole(all.gradedAsPredecessor)}`);
  terminal.line(`Stuck (below good twice running): ${count(stuck)} of ${plural(own.schools, 'school')}`);
}

const grades = ['outstanding', 'good', 'requires improvement', 'inadequate'] as const;

/** Like with like: England's shares are published of the schools that have a grade. */
function gradesOf({ label, profile: { all } }: ProfileOfSchools): (string | number)[] {
  const { schools, pupils } = all.goodOrBetter;
  return [
    label,
    schools.denominator,
    ...grades.map((grade) => percent(all.bySchools[grade].numerator, schools.denominator)),
    `${percentOf(schools)} (${ofWhole(schools)})`,
    `${percentOf(pupils)} (${ofWhole(pupils)})`,
  ];
}

function gradesOfEngland(england: Overview['england']): string[] {
  const published = (label: string) => {
    const figure = england.find((one) => one.label === label);
    return figure === undefined ? 'not published' : `${figure.number}%`;
  };
  const [first] = england;
  return [
    `England, ${first === undefined ? '' : dateInWords(first.asAt)}`,
    'not given',
    ...grades.map(published),
    published('good or better'),
    'not given',
  ];
}

/** Outcomes that any school has, so that the table is no wider than it need be. */
function shown({ profile }: ProfileOfSchools): readonly Outcome[] {
  const outcomes = Object.keys(profile.all.bySchools) as Outcome[];
  return outcomes.filter(
    (outcome) =>
      (outcome !== 'report card' && outcome !== 'no inspection file') ||
      profile.all.bySchools[outcome].numerator > 0,
  );
}

function rowOf(name: string, phase: PhaseProfile, outcomes: readonly Outcome[]): (string | number)[] {
  const good = phase.goodOrBetter.schools;
  return [
    name,
    phase.schools,
    ...outcomes.map((outcome) => phase.bySchools[outcome].numerator),
    ofWhole(good),
    percentOf(good),
  ];
}

function ofWhole({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return `${count(numerator)} of ${count(denominator)}`;
}

function percentOf({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return percent(numerator, denominator);
}
