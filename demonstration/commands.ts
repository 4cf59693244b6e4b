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
      .option('--folder <folder>', 'where to write the files', 'demonstration-files')
      .option('--load', 'import them too, and analyse the county as at a year ago, a term ago and now')
      .addHelpText(
        'after',
        '\nExamples:\n  middletier demonstration --folder /tmp/larkshire\n  middletier demonstration --load',
      )
      .action(async (options: { folder: string; load?: true }) => {
        const folder = resolve(options.folder);
        if (options.load) {
          const { authority } = await loadDemonstration(parts, folder);
          parts.terminal.line(`${authority} is loaded and analysed. Its files are in ${folder}.`);
          parts.terminal.document({ authority, folder, loaded: true });
          return;
        }
        const { authority, files } = await generateDemonstration(folder);
        for (const file of files) parts.terminal.line(file);
        parts.terminal.line(`${files.length} files of ${authority}, an invented county, are in ${folder}.`);
        parts.terminal.line(`Import them with: middletier import ${folder}`);
        parts.terminal.document({ authority, folder, files, loaded: false });
      }),
  ];
}
