import path from 'node:path';
import nunjucks from 'nunjucks';
import { folderOf } from './assets.ts';
import { withQuery } from './addresses.ts';
import {
  count,
  dateInWords,
  decimals,
  difference,
  list,
  momentInWords,
  percent,
  plural,
  sentence,
  share,
  yearsInWords,
} from './words.ts';

/** Fills a template (path below `src`) with a view; everything is escaped, and a name that is not there is a bug. */
export type Render = (template: string, view: object) => string;

/** Templates are compiled once, on first use, and kept. */
export function loadTemplates(globals: Readonly<Record<string, string>>): Render {
  const source = path.join(import.meta.dirname, '..', '..');
  const folders = [
    source,
    folderOf('govuk-frontend/package.json', 'dist'),
    folderOf('@ministryofjustice/frontend/package.json', ''),
  ];
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const filters = {
    count,
    dateInWords,
    decimals,
    difference,
    list,
    momentInWords,
    percent,
    plural,
    sentence,
    share,
    withQuery,
    yearsInWords,
  };
  for (const [name, filter] of Object.entries(filters)) {
    environment.addFilter(name, filter as (...values: unknown[]) => string);
  }
  for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value);
  return (template, view) => environment.render(template, view);
}
