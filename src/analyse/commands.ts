import { Command } from 'commander';
import { authorityOfSchool } from '#/analyse/actions/find-school.ts';
import {
  assertNamedOrAll,
  authorityByAuthority,
  type AuthoritiesMeant,
} from '#/analyse/actions/authority-by-authority.ts';
import { authoritiesAsked, authorityAsked } from '#/analyse/actions/authorities-asked.ts';
import { readSchool } from '#/analyse/actions/read-analysis.ts';
import { adoptScheme } from '#/analyse/actions/adopt-scheme.ts';
import { schemeExample, schemeMeant } from '#/analyse/actions/open-scheme-file.ts';
import { readRuns } from '#/analyse/actions/read-runs.ts';
import { tellRun, tellSummary } from '#/analyse/actions/tell-run.ts';
import { tellRuns } from '#/analyse/actions/tell-runs.ts';
import { tellAdopted, tellChecked, tellSchemes, tellTrial } from '#/analyse/actions/tell-scheme.ts';
import { tryScheme } from '#/analyse/actions/try-scheme.ts';
import { readRunSummary } from '#/analyse/actions/read-run-summary.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import type { Parts } from '#/parts.ts';
import { logReading } from '#/people/actions/log-reading.ts';
import { listAuthorities } from '#/schools/actions/list-authorities.ts';
import { tellSchool } from '#/analyse/actions/tell-school.ts';

interface AnalyseOptions extends AuthoritiesMeant {
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
      (name: string, before: readonly string[] | undefined) => [...(before ?? []), name],
    )
    .option('--all', 'every authority in the files imported')
    .option('--as-at <date>', 'as known on this date: 2025-08-31, 31/08/2025 or "31 August 2025"')
    .option('--scheme <name>', 'scheme of categories; the one in force on the date when left out')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npx middletier analyse --authority Norfolk\n' +
        '  npx middletier analyse --authority Norfolk --as-at 2018-07-01\n' +
        '  npx middletier analyse --all --json > runs.json',
    )
    .action((options: AnalyseOptions) => analyseAuthorities(parts, options));

  const school = new Command('school')
    .summary('one school: its proposed category, and why')
    .description(
      'Shows one school: its proposed category in the newest run, why, what would change it, and how sure it is.',
    )
    .argument('<urn>', 'unique reference number, six digits')
    .addHelpText('after', '\nExample:\n  npx middletier school 121042')
    .action((urn: string) => showSchool(parts, urn));

  return [analyse, school, runsCommand(parts), schemeCommand(parts)];
}

function runsCommand(parts: Parts): Command {
  return new Command('runs')
    .summary('the analyses kept, and who moved between two of them and why')
    .description(
      'Lists the analyses kept of an authority and compares two: who moved, why, who is new, who is gone.\n' +
        'Without numbers: the newest and the one before it by the same scheme.',
    )
    .option('--authority <name>', 'an authority in the files imported')
    .option('--from <run>', 'number of the earlier run')
    .option('--to <run>', 'number of the later run')
    .addHelpText(
      'after',
      '\nExamples:\n  npx middletier runs --authority Norfolk\n  npx middletier runs --authority Norfolk --from 1 --to 3',
    )
    .action(async (options: { authority?: string; from?: string; to?: string }) => {
      const person = await parts.person();
      const { slug } = await authorityAsked(parts, options.authority);
      await logReading(parts, {
        person,
        event: 'read categories',
        path: `middletier runs --authority ${slug}`,
        authority: slug,
      });
      const read = await readRuns(parts, person, slug, options);
      tellRuns(parts.terminal, read);
      parts.terminal.document({ runs: read.runs.map(({ run }) => run), compared: read.compared });
    });
}

function schemeCommand(parts: Parts): Command {
  const scheme = new Command('scheme')
    .summary('schemes of categories: list, check, try and adopt one, also your own')
    .description('Lists the schemes of categories there are; checks, tries and adopts one, also your own.')
    .option('--example', 'a scheme of your own to begin with, every field explained')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npx middletier scheme --example > our-scheme.jsonc\n' +
        '  npx middletier scheme check our-scheme.jsonc\n' +
        '  npx middletier scheme try our-scheme.jsonc --authority Norfolk\n' +
        '  npx middletier scheme adopt our-scheme.jsonc --authority Norfolk --why "Agreed with heads"',
    )
    .action((options: { example?: boolean }) => {
      if (options.example === true) {
        const example = schemeExample();
        parts.terminal.line(example.trimEnd());
        parts.terminal.document({ example });
        return;
      }
      const { schemes } = parts.reference();
      tellSchemes(parts.terminal, schemes);
      parts.terminal.document(schemes);
    });
  scheme
    .command('check')
    .description('Checks a scheme of your own: everything wrong at once, each with its line.')
    .argument('<file>', 'the scheme’s file')
    .action(async (file: string) => {
      const checked = await schemeMeant(parts, file);
      tellChecked(parts.terminal, checked);
      parts.terminal.document(checked);
    });
  scheme
    .command('try')
    .description('Shows which schools would have another category by a scheme. Nothing is kept.')
    .argument('<file>', 'the scheme’s file, or the name of one there is')
    .option('--authority <name>', 'an authority in the files imported')
    .action(async (file: string, { authority }: { authority?: string }) => {
      const { scheme: meant, cautions } = await schemeMeant(parts, file);
      const person = await parts.person();
      const { slug } = await authorityAsked(parts, authority);
      await logReading(parts, {
        person,
        event: 'read categories',
        path: `middletier scheme try --authority ${slug}`,
        authority: slug,
      });
      const trial = await tryScheme(parts, person, slug, meant);
      tellChecked(parts.terminal, { scheme: meant, cautions });
      tellTrial(parts.terminal, trial);
      parts.terminal.document(trial);
    });
  scheme
    .command('adopt')
    .description(
      'Adopts a scheme for an authority: the next analysis uses it. Earlier ones stay as they are.',
    )
    .argument('<file>', 'the scheme’s file, or the name of one there is')
    .option('--authority <name>', 'an authority in the files imported')
    .requiredOption('--why <words>', 'why it is adopted, for the record')
    .action(async (file: string, { authority, why }: { authority?: string; why: string }) => {
      const { scheme: meant } = await schemeMeant(parts, file);
      const person = await parts.person();
      const { slug } = await authorityAsked(parts, authority);
      const outcome = await adoptScheme(parts, person, { authority: slug, scheme: meant, why });
      tellAdopted(parts.terminal, slug, outcome);
      parts.terminal.document(outcome);
    });
  return scheme;
}

async function analyseAuthorities(parts: Parts, options: AnalyseOptions): Promise<void> {
  assertNamedOrAll(options);
  const person = await parts.person();
  const every = options.all === true ? await listAuthorities(parts, person) : [];
  const everyone = every.length > 0 ? every : await authoritiesAsked(parts, options.authority ?? []);
  const { asAt, scheme } = options;
  const notDone = { words: 'Not analysed', field: 'notAnalysed' };
  await authorityByAuthority(parts, options, everyone, notDone, async (slug) => {
    const run = await runAnalysis(parts, person, {
      authority: slug,
      ...(asAt === undefined ? {} : { asAt }),
      ...(scheme === undefined ? {} : { scheme }),
    });
    const path = `middletier analyse --authority ${slug}`;
    await logReading(parts, { person, event: 'read categories', path, authority: slug });
    const { register, summary } = await readRunSummary(parts, person, slug, run.id);
    tellRun(parts.terminal, run, register);
    tellSummary(parts.terminal, summary, register);
    return { run, summary };
  });
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
  tellSchool(parts.terminal, read);
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
