/**
 * The one file that knows every room: reads the settings, ties the parts, and runs the command that was typed.
 * `npm start` and `npx middletier …` come here by way of `scripts/`, which see to Node and the packages first.
 */
import { join } from 'node:path';
import { Command } from 'commander';
import { commands as analyseCommands } from '#/analyse/commands.ts';
import { forecastCommands } from '#/analyse/forecast-commands.ts';
import { loadReference } from '#/law/reference.ts';
import { recordsForm } from '#/records-form.ts';
import { routes } from '#/routes.ts';
import type { Parts } from '#/parts.ts';
import { openFormsTaken } from '#/people/actions/forms-taken.ts';
import { linesOnAdministrators } from '#/people/actions/first-administrator.ts';
import { openGate } from '#/people/actions/gate.ts';
import { openSessions } from '#/people/actions/sessions.ts';
import { commands as peopleCommands } from '#/people/commands.ts';
import { commands as logCommands } from '#/people/log-commands.ts';
import { commands as mailCommands } from '#/people/mail-commands.ts';
import { mailRegularly } from '#/people/actions/mail-regularly.ts';
import { letGoDaily } from '#/people/actions/retention-daily.ts';
import { refreshSchoolListsHourly } from '#/people/actions/school-lists-hourly.ts';
import { operator } from '#/people/rules/permissions.ts';
import { readConfiguration, type Configuration } from '#/platform/configuration.ts';
import { prepareDataFolder } from '#/platform/data-folder.ts';
import { startEmbeddedServer, type EmbeddedServer } from '#/platform/database/embedded-server.ts';
import { openRecords } from '#/platform/database/records.ts';
import { KnownError } from '#/platform/errors.ts';
import { takeLock } from '#/platform/processes/lock-file.ts';
import { once, type Once } from '#/platform/processes/once.ts';
import { keepInLog } from '#/platform/processes/program-log.ts';
import { assertFree, listen, parentGone, untilTold } from '#/platform/processes/serve-until-told.ts';
import { isLoopback, settings } from '#/platform/settings.ts';
import { delivered, letReadersLeave } from '#/platform/terminal/deliver.ts';
import { openTerminal } from '#/platform/terminal/open-terminal.ts';
import { exitCodes, runCommand, tellError, type Ending } from '#/platform/terminal/program.ts';
import { usualLimits } from '#/platform/web/limits.ts';
import { createServer } from '#/platform/web/server.ts';
import { rebuildIfOfAnotherForm } from '#/published/actions/rebuild-store.ts';
import { commands as publishedCommands } from '#/published/commands.ts';
import { forgetOldJobs } from '#/published/actions/import-jobs.ts';
import { slugNamed } from '#/published/store/authority-named.ts';
import { currentStamp } from '#/published/store/generations.ts';
import { openPublishedStore } from '#/published/store/open.ts';
import { commands as schoolsCommands } from '#/schools/commands.ts';
import { seen } from '#/seen.ts';
import { workSources } from '#/work.ts';
import { commands as demonstrationCommands } from '../demonstration/commands.ts';
import { loadDemonstrationAtFirst } from '../demonstration/load.ts';

/** The parts of one run of the program, and what closes them. */
interface House {
  readonly configuration: Configuration;
  readonly parts: Parts;
  readonly embedded: Once<EmbeddedServer>;
  readonly close: () => Promise<void>;
}

const typed = process.argv.slice(2);

const terminal = openTerminal({
  // Before anything is parsed, so that a mistake in the command itself is told as a document too.
  json: typed.includes('--json'),
  output: process.stdout,
  aside: process.stderr,
});

const now = () => new Date().toISOString();

async function main(): Promise<number> {
  const ending = {
    terminal,
    tell: (text: string) => process.stderr.write(text),
    keepBug: () => null,
    debug: process.env['MIDDLETIER_DEBUG'] === '1',
  };
  try {
    return await runHouse(openHouse(configure()), ending);
  } catch (error) {
    return tellError(error, ending);
  }
}

/** Whoever asks for help gets it, also when a setting cannot be used: help is where they are explained. */
function configure(): Configuration {
  const asksForHelp = typed.some((word) => ['--help', '-h', 'help', 'settings'].includes(word));
  return readConfiguration(asksForHelp ? {} : process.env);
}

async function runHouse(house: House, general: Ending): Promise<number> {
  const keepBug = (error: unknown) => keepInLog(house.configuration.dataFolder, now(), error);
  const ending = { ...general, keepBug };
  // However it ended, what started us is gone, and nothing of us may stay. The database follows when its line is cut.
  void parentGone.then(() => process.exit(1));
  process.on('uncaughtException', (error) => process.exit(tellError(error, ending)));
  try {
    return await runCommand(programOf(house, ending), typed, ending);
  } finally {
    await house.close();
  }
}

function openHouse(configuration: Configuration): House {
  const { dataFolder, databaseUrl, port } = configuration;
  const published = once(() => openPublishedStore(prepareDataFolder(dataFolder)));
  const embedded = once(() =>
    startEmbeddedServer({ folder: join(prepareDataFolder(dataFolder), 'records') }),
  );
  const records = once(async () => openRecords(databaseUrl ?? (await embedded()).url, recordsForm));
  const parts: Parts = {
    dataFolder,
    terminal,
    published,
    records,
    reference: loadReference,
    person: () => Promise.resolve(operator),
    contact: configuration.contact,
    mail: configuration.mail,
    site: { address: configuration.address ?? `http://localhost:${port}`, provider: configuration.provider },
    today: () => now().slice(0, 10),
    now,
  };
  const close = async () => {
    await published.ifMade((store) => {
      store.close();
    });
    await records.ifMade((open) => open.close());
    await embedded.ifMade((server) => server.stop());
  };
  return { configuration, parts, embedded, close };
}

function programOf(house: House, ending: Ending): Command {
  const { parts } = house;
  const program = new Command('npx middletier')
    .description(
      'Helps every child into a good school: every school of an authority, analysed from official files.',
    )
    .option('--json', 'one JSON document instead of words, for machines')
    .addHelpText('after', () => `\n${exitCodeWords()}\n\nSettings: npx middletier settings`);
  const rooms = [
    publishedCommands,
    schoolsCommands,
    analyseCommands,
    forecastCommands,
    peopleCommands,
    logCommands,
    mailCommands,
    demonstrationCommands,
  ];
  for (const command of [
    startCommand(house, ending),
    ...rooms.flatMap((room) => room(parts)),
    settingsCommand(),
  ]) {
    program.addCommand(command);
  }
  return program;
}

function exitCodeWords(): string {
  const lines = Object.entries(exitCodes).map(([code, meaning]) => `  ${code}  ${meaning}`);
  return ['Exit codes:', ...lines].join('\n');
}

function settingsCommand(): Command {
  return new Command('settings')
    .summary('list the settings')
    .description('Lists the settings. Each is an environment variable.')
    .addHelpText(
      'after',
      '\nExamples:\n  npx middletier settings\n  PORT=8080 MIDDLETIER_DATA=/srv/middletier npm start',
    )
    .action(() => {
      terminal.document(settings);
      for (const { name, meaning, format, usual } of settings) {
        terminal.line(`${name}\n  ${meaning}\n  Format: ${format}.\n  If not set: ${usual}.`);
      }
    });
}

/** Whether others read the site over a line that everybody on it can listen to. */
function crossesOpenly({ address, host }: Configuration): boolean {
  return (
    address !== null &&
    address.startsWith('http:') &&
    !(isLoopback(host) && isLoopback(new URL(address).hostname))
  );
}

function startCommand(house: House, ending: Ending): Command {
  return new Command('start')
    .summary('serve the site')
    .description(
      'Serves the site until Ctrl-C. The first time, when nothing was ever imported, it loads the demonstration authority.',
    )
    .addHelpText('after', '\nExamples:\n  npm start\n  PORT=8080 npx middletier start')
    .action(() => start(house, ending));
}

async function start(house: House, ending: Ending): Promise<void> {
  const { configuration, parts } = house;
  const { dataFolder, host, port } = configuration;
  const lock = takeLock(join(prepareDataFolder(dataFolder), 'serving.lock'));
  if (!lock.taken) {
    throw new KnownError(
      'data-folder-in-use',
      `Middle Tier already runs on ${dataFolder} (process ${lock.holder}).`,
      [
        'Use the one that runs, or end it with Ctrl-C where it was started.',
        `If you cannot find it: kill ${lock.holder}`,
        'To run a second one beside it, set MIDDLETIER_DATA to another folder and PORT to another port.',
      ],
    );
  }
  process.once('exit', lock.release);
  const told = untilTold();
  // Before the data: whoever has to choose another port should not wait for the demonstration first.
  await assertFree(host, port);
  const sessions = openSessions(parts);
  const gate = openGate(
    parts,
    sessions.whoHas,
    async (typed) => slugNamed(await parts.published(), typed),
    seen,
  );
  const server = createServer({
    routes: routes.map((route) => route(parts)),
    gate,
    formsTaken: openFormsTaken(parts),
    keeping: { published: () => `${currentStamp(dataFolder)} ${parts.today()}` },
    host,
    address: configuration.address,
    proxies: configuration.proxies,
    ...(configuration.limited ? { limits: usualLimits } : {}),
    uploadFolder: join(dataFolder, 'uploads'),
    health: async () => ({ authorities: (await (await parts.records()).authorities()).length }),
    reportBug: (error, reference) => {
      ending.tell(`Bug ${reference} on a page. What happened is in ${ending.keepBug(error) ?? 'no log'}.\n`);
    },
  });
  const ready = async () => {
    forgetOldJobs(dataFolder);
    await rebuildIfOfAnotherForm(parts);
    await Promise.all([parts.records(), parts.published()]);
    await loadDemonstrationAtFirst(parts);
    const listening = await listen(server, host, port);
    letGoDaily(parts, (error) => {
      ending.tell(
        `Old records were not let go of. What happened is in ${ending.keepBug(error) ?? 'no log'}.\n`,
      );
    });
    refreshSchoolListsHourly(parts, (error) => {
      ending.tell(
        `Lists of trusts, dioceses and federations were not brought up to date. What happened is in ${ending.keepBug(error) ?? 'no log'}.\n`,
      );
    });
    mailRegularly(parts, workSources(parts), (error) => {
      ending.tell(`Mails were not sent. What happened is in ${ending.keepBug(error) ?? 'no log'}.\n`);
    });
    const address = configuration.address ?? listening;
    terminal.line(`Middle Tier is at ${address}`);
    if (crossesOpenly(configuration))
      terminal.line(
        `WARNING: ${address} is not https. Passwords and what is confidential can be read by everybody on the way.`,
      );
    for (const line of await linesOnAdministrators(parts)) terminal.line(line);
    terminal.line('End it with Ctrl-C.');
    terminal.document({ address });
  };
  // An import may be killed at any moment; its stores may not be closed under it.
  if ((await Promise.race([ready(), told.then(() => 'told')])) === 'told') process.exit(130);
  const databaseLost = house.embedded.ifMade((embedded) => embedded.lost);
  await Promise.race([told, configuration.databaseUrl === null ? databaseLost.then(reportLost) : told]);
  await server.close();
}

function reportLost(): never {
  throw new KnownError('database-unreachable', 'The embedded PostgreSQL has ended, so the site has too.', [
    'Start again; nothing that was saved is lost.',
    'Read postgresql.log in the data folder to see why.',
  ]);
}

letReadersLeave(process.stdout, process.stderr);
const exitCode = await main();
await delivered(process.stdout, process.stderr);
process.exit(exitCode);
