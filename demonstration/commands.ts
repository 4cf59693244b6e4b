import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Parts } from '#/parts.ts';
import { plural } from '#/platform/web/words.ts';
import { generateEngland } from './england/generate.ts';
import { generateDemonstration } from './generate.ts';
import { loadDemonstration } from './load.ts';

export function commands(parts: Parts): Command[] {
  return [
    new Command('demonstration')
      .summary('make the files of an invented county')
      .description(
        'Writes the official files of Larkshire, an invented county of 431 schools: no such school, child or place exists.',
      )
      .option('--folder <folder>', 'where to write the files; ./demonstration-files if left out')
      .option(
        '--load',
        'import them too, analyse the county as at a year ago, a term ago and now, and forecast',
      )
      .addHelpText(
        'after',
        '\nExamples:\n  npx middletier demonstration --folder /tmp/larkshire\n  npx middletier demonstration --load',
      )
      .action((options: { folder?: string; load?: true }) =>
        options.load ? load(parts, options.folder) : write(parts, options.folder ?? 'demonstration-files'),
      ),
    new Command('generate-england')
      .summary('make the files of an invented England')
      .description(
        'Writes official files of an invented England of 150 authorities, about 250 MB, to measure with: register, links,\n' +
          'inspections, five years of results, absence and pupils. No such school, child or place exists.',
      )
      .argument('<folder>', 'where to write the files')
      .option('--schools <number>', 'at least so many open schools', wholeNumber, 22_000)
      .addHelpText(
        'after',
        '\nExamples:\n  npx middletier generate-england /tmp/england\n  npx middletier generate-england /tmp/small --schools 2000',
      )
      .action((folder: string, { schools }: { schools: number }) => {
        writeEngland(parts, folder, schools);
      }),
  ];
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Give a whole number of schools.');
  return Number(text);
}

function writeEngland({ terminal }: Parts, asked: string, wanted: number): void {
  const folder = resolve(asked);
  const made = generateEngland(folder, wanted);
  for (const file of made.files) terminal.line(file);
  terminal.line(
    `${made.files.length} files (${Math.round(made.bytes / 1e6)} MB) of ${plural(made.authorities, 'invented authority', 'invented authorities')} with ${plural(made.schools, 'open school')} are in ${folder}.`,
  );
  terminal.line(`Import them with: npx middletier import ${folder}`);
  terminal.document({ folder, ...made });
}

async function load(parts: Parts, folder: string | undefined): Promise<void> {
  const { terminal } = parts;
  const { authority } = await loadDemonstration(parts, folder === undefined ? undefined : resolve(folder));
  terminal.line(`${authority}, an invented county, is loaded and analysed. See it: npm start`);
  terminal.document({ authority, loaded: true });
}

async function write({ terminal }: Parts, asked: string): Promise<void> {
  const folder = resolve(asked);
  const { authority, files } = await generateDemonstration(folder);
  for (const file of files) terminal.line(file);
  terminal.line(`${files.length} files of ${authority}, an invented county, are in ${folder}.`);
  terminal.line(`Import them with: npx middletier import ${folder}`);
  terminal.document({ authority, folder, files, loaded: false });
}
