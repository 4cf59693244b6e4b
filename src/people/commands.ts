import { Command } from 'commander';
import type { Parts } from '#/parts.ts';
import { asFailure } from '#/people/actions/change-words.ts';
import { makeAdministrator } from '#/people/actions/first-administrator.ts';
import { momentInWords } from '#/platform/web/words.ts';
import { endRole } from '#/people/actions/end-role.ts';
import { giveRole } from '#/people/actions/give-role.ts';
import { importDivisions } from '#/people/actions/import-divisions.ts';
import { importPeople } from '#/people/actions/import-people.ts';
import { invitePerson } from '#/people/actions/invite-person.ts';
import { logReading } from '#/people/actions/log-reading.ts';
import { accessToSchool, readAccess } from '#/people/actions/read-access.ts';
import { offerSetUpLink } from '#/people/actions/offer-set-up-link.ts';
import { personMeant, readPeople } from '#/people/actions/read-people.ts';
import { exampleOfList } from '#/people/actions/people-file.ts';
import {
  tellAccess,
  tellDecisions,
  tellDivisions,
  tellImport,
  tellPeople,
} from '#/people/actions/tell-people.ts';
import { readDecisions, roleAsked } from '#/people/actions/tell-permissions.ts';

export function commands(parts: Parts): Command[] {
  return [administratorCommand(parts), peopleCommand(parts), permissionsCommand(parts)];
}

interface AdministratorOptions {
  readonly authority?: string;
  readonly name: string;
  readonly email: string;
}

function administratorCommand(parts: Parts): Command {
  return new Command('administrator')
    .summary('make the first administrator of an authority')
    .description(
      'Makes the first administrator of an authority, who invites everybody else, and prints the link to set a password with.\n' +
        'For an administrator there is, with their own address: prints a new link, and the one before is worth nothing.',
    )
    .requiredOption('--name <name>', 'first and last name')
    .requiredOption('--email <address>', 'mail address: what they sign in with')
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .addHelpText(
      'after',
      '\nExample:\n  npx middletier administrator --authority Norfolk --name "Ann Smith" --email ann.smith@norfolk.example',
    )
    .action(async ({ authority, name, email }: AdministratorOptions) => {
      const person = await parts.person();
      const made = await makeAdministrator(parts, person, { authority, name, email });
      if ('problems' in made) throw asFailure(made);
      const { terminal } = parts;
      terminal.line(
        made.again
          ? `${made.name} administers ${made.authority} already. A new link to set a password:`
          : `${made.name} is the administrator of ${made.authority}. The link to set a password:`,
      );
      terminal.line(`  ${made.link}`);
      terminal.line(
        `It works once, until ${momentInWords(made.until)}. Whoever has it can be ${made.name}: tell it to them and to nobody else.`,
      );
      terminal.document(made);
    });
}

interface RoleOptions {
  readonly authority?: string;
  readonly role: string;
  readonly for?: string;
  readonly from?: string;
  readonly to?: string;
  readonly why: string;
}

function roleTyped({ authority, role, for: held, from, to, why }: RoleOptions) {
  return { authority, role, for: held ?? '', from: from ?? '', to: to ?? '', why };
}

function withRole(command: Command): Command {
  return command
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .requiredOption('--role <name>', 'the role, such as headteacher')
    .option('--for <body>', 'URN or name of the school; name of the federation, trust, diocese or division')
    .option('--from <date>', 'first day; today when left out')
    .option('--to <date>', 'last day; until it is ended when left out')
    .requiredOption('--why <words>', 'why: kept, and shown to whoever asks who has access');
}

/** Everybody an authority knows: list, invite, give, end, take in lists, and who has access. */
function peopleCommand(parts: Parts): Command {
  const { terminal } = parts;
  const people = new Command('people')
    .summary('everybody an authority knows, their roles, and who has access to what')
    .description('Lists everybody an authority knows; invites, gives and ends roles, takes in lists.')
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .option('--all', 'roles that are over too')
    .addHelpText(
      'after',
      `
Examples:
  npx middletier people --authority Norfolk
  npx middletier people invite --name "Ada Sedge" --email a.sedge@school.example --role headteacher --for 121042 --why "Appointed"
  npx middletier people give a.sedge@school.example --role governor --for 121043 --why "Elected"
  npx middletier people link a.sedge@school.example
  npx middletier people end 12 --last-day 31/08/2026 --why "Left the school"
  npx middletier people import people.csv --authority Norfolk --check
  npx middletier people divisions divisions.csv --from "Democratic services"
  npx middletier people access --school 121042`,
    )
    .action(async (options: { authority?: string; all?: boolean }) => {
      const read = await readPeople(parts, await parts.person(), options.authority);
      tellPeople(terminal, read, options.all === true);
      terminal.document({ today: read.today, people: read.people });
    });
  withRole(people.command('invite'))
    .description('Makes somebody known, with their first role.')
    .requiredOption('--name <name>', 'first and last name')
    .requiredOption('--email <address>', 'mail address: what they sign in with')
    .action(async (options: RoleOptions & { name: string; email: string }, command: Command) => {
      const { name, email } = options;
      const typed = { ...roleTyped({ ...options, ...ofParent(command) }), name, email };
      const outcome = await invitePerson(parts, await parts.person(), typed);
      if ('problems' in outcome) throw asFailure(outcome);
      terminal.line(`${outcome.name} is known now. They set a password with a link from their page.`);
      terminal.document(outcome);
    });
  withRole(people.command('give'))
    .description('Gives somebody who is known a role.')
    .argument('<address>', 'their mail address')
    .action(async (address: string, options: RoleOptions, command: Command) => {
      const person = await parts.person();
      const typed = roleTyped({ ...options, ...ofParent(command) });
      const receiver = await personMeant(parts, person, typed.authority, address);
      const outcome = await giveRole(parts, person, { ...typed, person: receiver.id });
      if ('problems' in outcome) throw asFailure(outcome);
      terminal.line(`${receiver.name} has the role, number ${outcome.role}.`);
      terminal.document({ person: receiver.id, ...outcome });
    });
  people
    .command('link')
    .description('Prints a new link to set a password with, for somebody who is known.')
    .argument('<address>', 'their mail address')
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .action(async (address: string, options: { authority?: string }, command: Command) => {
      const person = await parts.person();
      const { authority } = { ...options, ...ofParent(command) };
      const receiver = await personMeant(parts, person, authority, address);
      const { name, path, until } = await offerSetUpLink(parts, person, { authority, person: receiver.id });
      const link = `${parts.site.address}${path}`;
      terminal.line(
        `${link}\nIt works once, until ${momentInWords(until)}. Tell it to ${name} and to nobody else.`,
      );
      terminal.document({ person: receiver.id, link, until });
    });
  people
    .command('end')
    .description('Ends a role by its number, as the list says it.')
    .argument('<number>', 'number of the role')
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .option('--last-day <date>', 'its last day; yesterday when left out, so that it is over at once')
    .requiredOption('--why <words>', 'why')
    .action(
      async (
        number: string,
        options: { authority?: string; lastDay?: string; why: string },
        command: Command,
      ) => {
        const { authority } = { ...options, ...ofParent(command) };
        const typed = { authority, role: number, lastDay: options.lastDay ?? '', why: options.why };
        const outcome = await endRole(parts, await parts.person(), typed);
        if ('problems' in outcome) throw asFailure(outcome);
        terminal.line(`The role ends with ${outcome.lastDay}.`);
        terminal.document(outcome);
      },
    );
  people
    .command('import')
    .description(
      'Takes in a list of people with their roles, as CSV: all of it or, with anything wrong, nothing.',
    )
    .argument('[file]', 'the list')
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .option('--check', 'say what it would change, and change nothing')
    .option('--example', 'a list to begin with')
    .action(
      async (
        file: string | undefined,
        options: { authority?: string; check?: boolean; example?: boolean },
        command: Command,
      ) => {
        if (options.example === true || file === undefined) {
          terminal.line(exampleOfList.trimEnd());
          terminal.document({ example: exampleOfList });
          return;
        }
        const { authority } = { ...options, ...ofParent(command) };
        const request = { authority, file, check: options.check === true };
        const outcome = await importPeople(parts, await parts.person(), request);
        tellImport(terminal, outcome);
        terminal.document(outcome);
        if (outcome.problems.length > 0) process.exitCode = 2;
      },
    );
  people
    .command('divisions')
    .description(
      'Takes in which school lies in which electoral division, as CSV with the columns URN and Division.',
    )
    .argument('<file>', 'the list')
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .option('--from <who>', 'the service or person that gave it')
    .option('--check', 'say what it would change, and change nothing')
    .action(
      async (
        file: string,
        options: { authority?: string; from?: string; check?: boolean },
        command: Command,
      ) => {
        const { authority } = { ...options, ...ofParent(command) };
        const request = { authority, file, source: options.from ?? '', check: options.check === true };
        const outcome = await importDivisions(parts, await parts.person(), request);
        tellDivisions(terminal, outcome);
        terminal.document(outcome);
        if (outcome.problems.length > 0) process.exitCode = 2;
      },
    );
  people
    .command('access')
    .description('Who has access to what, by which role, given by whom, since when and why.')
    .option('--authority <name>', 'the authority; needed where the files imported have several')
    .option('--school <urn>', 'to what is in confidence about one school')
    .option('--person <address>', 'what one person may')
    .action(async (options: { authority?: string; school?: string; person?: string }, command: Command) => {
      const person = await parts.person();
      const { authority } = { ...options, ...ofParent(command) };
      const read = await readAccess(parts, person, authority);
      const { slug } = read.authority;
      await logReading(parts, {
        person,
        event: 'read who has access',
        path: `middletier people access --authority ${slug}`,
        authority: slug,
      });
      const asked =
        options.person === undefined ? null : await personMeant(parts, person, slug, options.person);
      const reached =
        options.school === undefined ? read.grants : accessToSchool(read.grants, options.school);
      const grants = reached.filter((grant) => asked === null || grant.person.id === asked.id);
      tellAccess(terminal, read, grants);
      terminal.document({ today: read.today, grants });
    });
  return people;
}

/** What was said of the authority before the name of what is to be done counts too. */
function ofParent(command: Command): { readonly authority?: string } {
  const { authority } = {
    ...command.parent?.opts<{ authority?: string }>(),
    ...command.opts<{ authority?: string }>(),
  };
  return authority === undefined ? {} : { authority };
}

function permissionsCommand(parts: Parts): Command {
  return new Command('permissions')
    .summary('who may do what: the decision table')
    .description(
      'Prints the decision table: what each role may do, for which schools. Everything decides by it.',
    )
    .option('--role <name>', 'what one role may do')
    .addHelpText(
      'after',
      '\nExamples:\n  npx middletier permissions\n  npx middletier permissions --role "elected member" --json',
    )
    .action(({ role }: { role?: string }) => {
      const decisions = readDecisions(role === undefined ? null : roleAsked(role));
      tellDecisions(parts.terminal, decisions);
      parts.terminal.document(decisions);
    });
}
