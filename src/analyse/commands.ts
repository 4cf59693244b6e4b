import { Command } from 'commander';
import { authorityOfSchool } from '#/analyse/actions/find-school.ts';
import { readSchool } from '#/analyse/actions/read-analysis.ts';
import { readRunSummary } from '#/analyse/actions/read-run-summary.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import type { RunSummary } from '#/analyse/rules/run-summary.ts';
import type { Parts } from '#/parts.ts';
import { logReading } from '#/people/actions/log-reading.ts';
import { KnownError } from '#/platform/errors.ts';
import { count, dateInWords, knownLaterInWords, percent, plural } from '#/platform/web/words.ts';
import { listAuthorities } from '#/schools/actions/list-authorities.ts';
import { whyNoInspection } from '#/schools/rules/inspection-words.ts';

interface AnalyseOptions {
  readonly authority: readonly string[];
  readonly all?: boolean;
  readonly asAt?: string;
  readonly scheme?: string;
}

export function commands(parts: Parts): Command[] {
  const analyse = new Command('analyse')
    .summary('propose a risk category for every school, with reasons, and keep the result')
    .description(
      'Analyses every school of an authority, academies and free schools included, as known on a date.\n' +
        'Without a date: the newest on which anything about its schools became known.\n' +
        'Runs are kept. The same evidence by the same scheme gives the same run.',
    )
    .option(
      '--authority <name>',
      'an authority in the files imported; give it again for another',
      (name: string, before: readonly string[]) => [...before, name],
      [] as readonly string[],
    )
    .option('--all', 'every authority in the files imported')
    .option('--as-at <date>', 'as known on this date: 2025-08-31, 31/08/2025 or "31 August 2025"')
    .option('--scheme <name>', 'scheme of categories; the one in force on the date when left out')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  middletier analyse --authority Norfolk\n' +
        '  middletier analyse --authority Norfolk --as-at 2018-07-01\n' +
        '  middletier analyse --all --json > runs.json',
    )
    .action((options: AnalyseOptions) => analyseAuthorities(parts, options));

  const school = new Command('school')
    .summary('one school: its proposed category, and why')
    .argument('<urn>', 'unique reference number, six digits')
    .addHelpText('after', '\nExample:\n  middletier school 141499')
    .action((urn: string) => showSchool(parts, urn));

  return [analyse, school];
}

async function analyseAuthorities(parts: Parts, options: AnalyseOptions): Promise<void> {
  const { terminal } = parts;
  const person = await parts.person();
  if (options.all === true && options.authority.length > 0) {
    throw new KnownError('usage', 'Give either --all or --authority, not both.');
  }
  const named: readonly (string | undefined)[] =
    options.all === true ? (await listAuthorities(parts, person)).map(({ slug }) => slug) : options.authority;
  const documents: unknown[] = [];
  for (const authority of named.length > 0 ? named : [undefined]) {
    const run = await runAnalysis(parts, person, {
      ...(authority === undefined ? {} : { authority }),
      ...(options.asAt === undefined ? {} : { asAt: options.asAt }),
      ...(options.scheme === undefined ? {} : { scheme: options.scheme }),
    });
    const path = `middletier analyse --authority ${run.authority}`;
    await logReading(parts, { person, event: 'read categories', path, authority: run.authority });
    const { register, summary } = await readRunSummary(parts, person, run.authority, run.id);
    documents.push({ run, summary });
    const kept = run.alreadyRun ? `the same as run ${run.id}, which stands` : `kept as run ${run.id}`;
    terminal.line(
      `${register.authority.name}: ${plural(run.schools, 'school')}, as known on ${dateInWords(run.asAt)}, scheme ${run.scheme}; ${kept}`,
    );
    if (register.authority.invented) terminal.line('Invented: this authority and its schools do not exist.');
    tellSummary(parts, summary);
  }
  terminal.document(options.authority.length <= 1 && options.all !== true ? documents[0] : documents);
}

function tellSummary({ terminal }: Parts, summary: RunSummary): void {
  terminal.line();
  terminal.table(
    ['Category', 'all schools', '', ...summary.phases.flatMap(({ phase }) => [phase, ''])],
    [
      ...summary.categories.map(({ category, all, byPhase }) => [
        category,
        ...[all, ...byPhase].flatMap(({ numerator, denominator }) => [
          numerator,
          percent(numerator, denominator),
        ]),
      ]),
      ['all', summary.schools, '', ...summary.phases.flatMap(({ schools }) => [schools, ''])],
    ],
  );
  terminal.line();
  for (const { category, meaning } of summary.categories) terminal.line(`${category}: ${meaning}`);
  terminal.line();
  const sure = summary.sureness.map(
    ({ level, all }) => `${level} ${count(all.numerator)} (${percent(all.numerator, all.denominator)})`,
  );
  terminal.line(`How sure: ${sure.join(', ')} of ${plural(summary.schools, 'school')}.`);
  if (summary.knownLater.numerator > 0) {
    terminal.line(`${knownLaterInWords(summary.knownLater)}.`);
  }
  if (summary.changed !== null) {
    terminal.line(`Changed since the run before: ${plural(summary.changed.numerator, 'school')}.`);
  }
  terminal.line('These are proposals: a named person decides.');
}

async function showSchool(parts: Parts, urn: string): Promise<void> {
  const person = await parts.person();
  const { slug } = await authorityOfSchool(parts, person, urn);
  await logReading(parts, {
    person,
    event: 'read category',
    path: `middletier school ${urn}`,
    authority: slug,
    urn,
  });
  const read = await readSchool(parts, person, slug, urn);
  tellSchool(parts, read);
  parts.terminal.document({
    school: read.evidence.school,
    run: read.run,
    category: read.category,
    proposal: read.row?.proposal ?? null,
    lastInspection: read.row?.lastInspection ?? null,
    earlier: read.earlier.map(({ run, category, points }) => ({
      run: run.id,
      asAt: run.asAt,
      category,
      points,
    })),
    sources: read.sources.map(({ id, fileName, title, asAt }) => ({ id, fileName, title, asAt })),
    invented: read.invented,
  });
}

function tellSchool({ terminal }: Parts, read: SchoolRead): void {
  const { school } = read.evidence;
  terminal.line(`${school.name} (${school.urn}), ${school.phase}, ${school.type}, ${school.authority}`);
  if (read.invented) terminal.line('Invented: this school does not exist.');
  if (read.row === null || read.run === null) {
    terminal.line(
      read.category === 'in confidence'
        ? 'Its category is in confidence.'
        : `Not analysed yet. Run: middletier analyse --authority ${read.authority.slug}`,
    );
    return;
  }
  const { proposal, lastInspection, was } = read.row;
  terminal.line(
    `Proposed category ${proposal.category}: ${proposal.meaning}${was === null ? '' : ` (was ${was})`}, as known on ${dateInWords(read.run.asAt)}, scheme ${read.run.scheme}`,
  );
  if (proposal.group !== null) terminal.line(`Group told to the school: ${proposal.group}`);
  terminal.line(
    lastInspection === null
      ? `Last inspection: ${whyNoInspection(read.evidence)}`
      : `Last inspection: ${lastInspection.words}, ${dateInWords(lastInspection.startedOn)}`,
  );
  tellList(terminal, `Decided by: ${proposal.decidedBy.words}`, proposal.decidedBy.because);
  tellList(terminal, 'Strongest reasons', proposal.reasons);
  tellList(
    terminal,
    'What would change it',
    proposal.wouldChange.map(({ change, category }) => `${change}: ${category}`),
  );
  terminal.line();
  terminal.line(`How sure: ${proposal.sureness.words}`);
  terminal.line();
  terminal.table(
    ['Indicator', 'Points', 'of', 'Shown', 'Held against'],
    proposal.readings.map(({ title, state, points, maximum, shown, threshold }) => [
      title,
      state === 'read' ? points : 'no evidence',
      maximum,
      shown,
      threshold,
    ]),
  );
}

function tellList(terminal: Parts['terminal'], heading: string, items: readonly string[]): void {
  if (items.length === 0) return;
  terminal.line();
  terminal.line(heading);
  for (const item of items) terminal.line(`  - ${item}`);
}
