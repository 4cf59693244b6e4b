import { Command } from 'commander';
import { readExpected } from '#/people/actions/expected-heads.ts';
import { checkLogs } from '#/people/actions/check-logs.ts';
import { logReading } from '#/people/actions/log-reading.ts';
import { readEverything } from '#/people/actions/read-everything.ts';
import { everything, readChanges, readReadings, type LogSearch } from '#/people/actions/read-logs.ts';
import { personMeant } from '#/people/actions/read-people.ts';
import { letGoOfOld } from '#/people/actions/retention.ts';
import { tellChanges, tellChecked, tellLetGo, tellPerson, tellReadings } from '#/people/actions/tell-logs.ts';
import type { Parts } from '#/parts.ts';
import { answersOrFailures } from '#/platform/errors.ts';

/** What is typed about the logs: read them, check them, let go of what is old. */
export function commands(parts: Parts): Command[] {
  return [logsCommand(parts), retentionCommand(parts)];
}

interface SearchOptions extends Partial<Omit<LogSearch, 'kind'>> {
  readonly authority?: string;
  readonly about?: string;
  readonly most: string;
}

function withSearch(command: Command): Command {
  return command
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .option('--person <name>', 'part of the name of who did it')
    .option('--school <name>', 'URN, or part of the name of the school')
    .option('--words <words>', 'words in the entry')
    .option('--from <date>', 'first day')
    .option('--to <date>', 'last day')
    .option('--most <number>', 'how many entries, newest first', '50');
}

function searchOf({ person, school, about, words, from, to }: SearchOptions): LogSearch {
  const typed = { person, school, kind: about, words, from, to };
  const said = Object.entries(typed).filter(([, value]) => value !== undefined);
  return { ...everything, ...(Object.fromEntries(said) as Partial<LogSearch>) };
}

function logsCommand(parts: Parts): Command {
  const { terminal } = parts;
  const logs = new Command('logs')
    .summary('who read and changed what, and whether the logs are whole')
    .description('Reads the logs, and works out whether anything in them was altered, taken out or put in.')
    .addHelpText(
      'after',
      `
Examples:
  npx middletier logs read --authority Norfolk --school 121042
  npx middletier logs changes --authority Norfolk --from "1 July 2026"
  npx middletier logs person a.sedge@school.example --authority Norfolk --json
  npx middletier logs check
  npx middletier logs check --authority norfolk --expect changes:1042:9f2c…

Exit codes of check: 0 whole; 1 broken, the message says where.`,
    );
  withSearch(logs.command('read'))
    .description('Who read what in confidence, newest first.')
    .action(async (options: SearchOptions) => {
      const person = await parts.person();
      const size = Number(options.most);
      const read = await readReadings(parts, person, options.authority, searchOf(options), { page: 1, size });
      await note(parts, 'read the reading log', 'logs read', read.authority.slug);
      tellReadings(terminal, read);
      terminal.document({
        total: read.total,
        entries: read.entries,
        head: read.head,
        problems: read.problems,
      });
    });
  withSearch(logs.command('changes'))
    .description('Who changed what, newest first.')
    .option('--about <kind>', 'the kind of record, such as person, school or scheme')
    .action(async (options: SearchOptions) => {
      const person = await parts.person();
      const size = Number(options.most);
      const read = await readChanges(parts, person, options.authority, searchOf(options), { page: 1, size });
      await note(parts, 'read the change log', 'logs changes', read.authority.slug);
      tellChanges(terminal, read);
      terminal.document({
        total: read.total,
        entries: read.entries,
        head: read.head,
        problems: read.problems,
      });
    });
  logs
    .command('person')
    .description('Everything held about one person, for a request of theirs.')
    .argument('<address>', 'their mail address')
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .action(async (address: string, { authority }: { authority?: string }) => {
      const person = await parts.person();
      const meant = await personMeant(parts, person, authority, address);
      const held = await readEverything(parts, person, authority, meant.id);
      await note(parts, 'exported everything about a person', `logs person ${address}`, held.authority.slug);
      tellPerson(terminal, held);
      const { schools: _, ...document } = held;
      terminal.document(document);
    });
  logs
    .command('check')
    .description(
      'Works out every link of every log again, and prints their last links to be written down elsewhere.',
    )
    .option('--authority <short-name>', 'of one authority; all and the installation when left out')
    .option('--expect <log:position:hash...>', 'last links that were written down earlier')
    .action(async ({ authority, expect = [] }: { authority?: string; expect?: string[] }) => {
      const [expected] = answersOrFailures(readExpected(expect, authority ?? null));
      const checked = await checkLogs(parts, await parts.person(), {
        authority: authority ?? null,
        expected,
      });
      tellChecked(terminal, checked);
      terminal.document({ whole: checked.every(({ problem }) => problem === null), logs: checked });
      if (checked.some(({ problem }) => problem !== null)) process.exitCode = 1;
    });
  return logs;
}

function retentionCommand(parts: Parts): Command {
  return new Command('retention')
    .summary('let go of records that have been kept long enough')
    .description(
      'Shows what has been kept as long as the retention table says, and with --apply lets go of it.\n' +
        'The site does so by itself once a day.',
    )
    .option('--authority <short-name>', 'of one authority; all and the installation when left out')
    .option('--apply', 'let go of it')
    .addHelpText('after', '\nExamples:\n  npx middletier retention\n  npx middletier retention --apply')
    .action(async ({ authority, apply }: { authority?: string; apply?: true }) => {
      const request = { authority: authority ?? null, apply: apply === true };
      const told = await letGoOfOld(parts, await parts.person(), request);
      tellLetGo(parts.terminal, told, request.apply);
      parts.terminal.document({ applied: request.apply, told });
    });
}

/** What is read of the logs is itself logged, with the command. */
async function note(parts: Parts, event: string, typed: string, authority: string): Promise<void> {
  const person = await parts.person();
  await logReading(parts, { person, event, path: `middletier ${typed}`, authority });
}
