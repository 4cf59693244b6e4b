import { basename } from 'node:path';
import { Command } from 'commander';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import {
  count,
  dateInWords,
  knownLaterInWords,
  percent,
  plural,
  share,
  someOf,
} from '#/platform/web/words.ts';
import type { NewestInFile, Source } from '#/published/source.ts';
import { checkSuppliedFile } from '#/schools/actions/check-supplied-file.ts';
import { readMapping } from '#/schools/actions/read-mapping.ts';
import { undoSuppliedFile } from '#/schools/actions/read-supplied.ts';
import { supplyFile } from '#/schools/actions/supply-file.ts';
import { tellCheck, tellExample, tellKept, tellUndone } from '#/schools/actions/tell-supplied.ts';
import type { Overview, ProfileOfSchools } from '#/schools/actions/overview.ts';
import { readOverview, readOverviewOfAll } from '#/schools/actions/read-overview.ts';
import type { CategoryOfConcern } from '#/schools/rules/inspection.ts';
import type { Outcome, PhaseProfile } from '#/schools/rules/profile.ts';

interface OverviewOptions {
  readonly authority?: string;
  readonly all?: boolean;
  readonly asAt?: string;
}

export function commands(parts: Parts): Command[] {
  const overview = new Command('overview')
    .summary('how the schools of an authority stand, beside the others and England')
    .description(
      'Shows how the schools of an authority stand by their latest inspections, beside the others imported and England.\n' +
        'Without a date: the newest on which anything about its schools became known.',
    )
    .option('--authority <name>', 'an authority in the files imported')
    .option('--all', 'every school in the files imported')
    .option('--as-at <date>', 'as known on this date: 2025-08-31, 31/08/2025 or "31 August 2025"')
    .addHelpText(
      'after',
      '\nExamples:\n  npx middletier overview --authority Norfolk\n  npx middletier overview --all --json',
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
  return [overview, supplyCommand(parts)];
}

interface SupplyOptions {
  readonly authority?: string;
  readonly mapping?: string;
  readonly on?: string;
  readonly knownOn?: string;
  readonly from?: string;
  readonly check?: true;
  readonly example?: true;
  readonly undo?: string;
  readonly reason?: string;
}

function supplyCommand(parts: Parts): Command {
  return new Command('supply')
    .summary('take in a file of the authority’s own services: governors, finance, staffing, heads')
    .description(
      'Checks a file of an own layout and keeps it in confidence, in the authority’s records.\n' +
        'What its columns mean is described once, on the page or in a file, and remembered by its header.',
    )
    .argument('[file]', 'a CSV file with one row a school')
    .option('--authority <name>', 'the authority whose schools it is about')
    .option('--mapping <file>', 'what the columns mean, where they were not described before')
    .option('--on <date>', 'the day the file is of, where no column says')
    .option('--known-on <date>', 'the day the authority had it; today when left out')
    .option('--from <who>', 'the service or person that gave it')
    .option('--check', 'check it, and keep nothing')
    .option('--undo <number>', 'let a supplied file count no longer; it stays in the records')
    .option('--reason <words>', 'why it is undone')
    .option('--example', 'show how columns are described, and what they can mean')
    .addHelpText(
      'after',
      `
Examples:
  npx middletier supply --example
  npx middletier supply governors.csv --authority Norfolk --mapping mapping.json --from "Governor services"
  npx middletier supply governors.csv --authority Norfolk --check
  npx middletier supply --undo 3 --authority Norfolk --reason "the dates were of last year"

Exit codes: 0 all kept; 2 not kept, the message says why; 3 kept, but rows or values were set aside.`,
    )
    .action((file: string | undefined, options: SupplyOptions) => supply(parts, file, options));
}

async function supply(parts: Parts, file: string | undefined, options: SupplyOptions): Promise<void> {
  const { terminal } = parts;
  const whole = [file, options.undo, options.example].filter((one) => one !== undefined);
  if (whole.length !== 1) {
    throw new KnownError('usage', 'Give a file to supply, or one of --undo and --example.', [
      'For example: npx middletier supply governors.csv --authority Norfolk',
    ]);
  }
  if (options.example === true) {
    tellExample(terminal);
    return;
  }
  const person = await parts.person();
  const authority = options.authority === undefined ? {} : { authority: options.authority };
  if (file === undefined) {
    const { undo = '', reason = '' } = options;
    const undone = await undoSuppliedFile(parts, person, { ...authority, file: undo, reason });
    tellUndone(terminal, undone);
    terminal.document(undone);
    return;
  }
  const request = {
    ...authority,
    path: file,
    fileName: basename(file),
    givenBy: options.from ?? person.name,
    ...(options.mapping === undefined ? {} : { mapping: await readMapping(options.mapping) }),
    ...(options.on === undefined ? {} : { statedOn: options.on }),
    ...(options.knownOn === undefined ? {} : { knownOn: options.knownOn }),
  };
  const outcome = options.check === true ? null : await supplyFile(parts, person, request);
  const check = outcome?.check ?? (await checkSuppliedFile(parts, person, request));
  if (tellCheck(terminal, check) === 'something set aside') process.exitCode = 3;
  if (outcome !== null) tellKept(terminal, outcome);
  const { checked, coverage, missing, mapping, knownOn, statedOn } = check;
  const kept = outcome === null ? null : { file: outcome.file, alreadyKept: outcome.alreadyKept };
  terminal.document({ kept, mapping, knownOn, statedOn, coverage, missing, ...checked });
}

function tellOverview({ terminal }: Parts, overview: Overview): void {
  const { own, others, england, stuck, sources } = overview;
  terminal.line(`${own.label}: ${plural(own.schools, 'school')}, as known on ${dateInWords(overview.asAt)}`);
  if (overview.invented) terminal.line('Invented: this authority and its schools do not exist.');
  terminal.line();
  terminal.line('Schools by latest inspection');
  terminal.table(
    ['Phase', 'schools', ...shown(own), 'good or better'],
    [...own.profile.byPhase, own.profile.all].map((phase) => rowOf(phase.phase, phase, shown(own))),
  );
  terminal.line();
  terminal.line('Of those with an overall grade');
  terminal.table(
    ['Of', 'graded', ...grades, 'good or better', 'pupils in them'],
    [
      ...[own, ...(others === null ? [] : [others])].map(gradesOf),
      ...(england.length === 0 ? [] : [gradesOfEngland(england)]),
    ],
  );
  const [first] = england;
  if (first !== undefined) terminal.line(`England’s figures: ${first.source} (${first.status})`);
  tellRest({ terminal }, own, stuck.length);
  terminal.line();
  for (const source of sources) {
    terminal.line(`Source: ${source.title}, ${source.fileName}, ${timeOf(source)}`);
  }
}

const newestInFile: NewestInFile = 'newest date in the file';

/** Dates in a file may lie ahead of it (a link that takes effect next spring), so "known on" would claim too much. */
function timeOf({ asAt, knownOn, knownOnBasis }: Source): string {
  if (asAt !== null) return `as at ${dateInWords(asAt)}`;
  return `${knownOnBasis === newestInFile ? 'with dates up to' : 'known on'} ${dateInWords(knownOn)}`;
}

function tellRest({ terminal }: Pick<Parts, 'terminal'>, own: ProfileOfSchools, stuck: number): void {
  const { all } = own.profile;
  terminal.line();
  if (all.reportCards.schools > 0) {
    terminal.line(
      `Report cards (no overall grade, shown apart): ${plural(all.reportCards.schools, 'school')}`,
    );
    for (const { area, grades } of all.reportCards.areas.filter((one) => one.grades.length > 0)) {
      terminal.line(
        `  ${area}: ${grades.map(({ grade, schools }) => `${grade} ${ofWhole(schools)}`).join(', ')}`,
      );
    }
  }
  if (all.knownLater.numerator > 0) terminal.line(`${knownLaterInWords(all.knownLater)}.`);
  for (const { category, schools } of all.categoriesOfConcern) {
    terminal.line(
      `In a category of concern, ${concerns[category]}: ${someOf(schools.numerator, schools.denominator, 'school')}`,
    );
  }
  const { numerator, denominator } = all.gradedAsPredecessor;
  terminal.line(`Latest graded inspection was of a predecessor: ${someOf(numerator, denominator, 'school')}`);
  terminal.line(`Stuck (below good twice running): ${someOf(stuck, own.schools, 'school')}`);
}

const concerns = {
  SM: 'special measures',
  SWK: 'serious weaknesses',
  RSI: 'requires significant improvement',
  NTI: 'notice to improve',
} as const satisfies Record<CategoryOfConcern, string>;

const grades = ['outstanding', 'good', 'requires improvement', 'inadequate'] as const;

/** Like with like: England's shares are published of the schools that have a grade. */
function gradesOf({ label, profile: { all } }: ProfileOfSchools): (string | number)[] {
  const { schools, pupils } = all.goodOrBetter;
  return [
    label,
    schools.denominator,
    ...grades.map((grade) => percent(all.bySchools[grade].numerator, schools.denominator)),
    share(schools.numerator, schools.denominator),
    share(pupils.numerator, pupils.denominator),
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
    good.denominator === 0 ? 'none has a grade' : share(good.numerator, good.denominator),
  ];
}

function ofWhole({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return `${count(numerator)} of ${count(denominator)}`;
}
