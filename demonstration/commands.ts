import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Parts } from '#/parts.ts';
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
      .option('--load', 'import them too, and analyse the county as at a year ago, a term ago and now')
      .addHelpText(
        'after',
        '\nExamples:\n  npx middletier demonstration --folder /tmp/larkshire\n  npx middletier demonstration --load',
      )
      .action((options: { folder?: string; load?: true }) =>
        options.load ? load(parts, options.folder) : write(parts, options.folder ?? 'demonstration-files'),
      ),
  ];
}

async function load(parts: Parts, folder: string | undefined): Promise<void> {
  const { terminal } = parts;
  const { authority } = await loadDemonstration(parts, folder === undefined ? undefined : resolve(folder));
  terminal.line(`${authority}, an invented county, is loaded and analysed.`);
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
