import { Command } from 'commander';
import type { Parts } from '#/parts.ts';
import { asFailure } from '#/people/actions/change-words.ts';
import { makeAdministrator } from '#/people/actions/first-administrator.ts';
import { momentInWords } from '#/platform/web/words.ts';

export function commands(parts: Parts): Command[] {
  return [administratorCommand(parts)];
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
