import path from 'node:path';
import nunjucks from 'nunjucks';
import { folderOf } from './assets.ts';
import { withQuery } from './addresses.ts';
import { formTokenField } from './form-token.ts';
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

/**
 * Fills a template (path below `src`) with a view; everything is escaped, and a name that is not there is a bug. Each form
 * that is sent by `post` has `{{ formToken() }}` in it.
 *
 * @param formToken makes the token of one form; `null` where forms have none
 */
export type Render = (template: string, view: object, formToken: () => string | null) => string;

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
  // Templates are filled in one go, so that whoever is being answered is whoever was asked for last. A global reaches
  // into macros, which do not see the view.
  let ofThisPage: () => string | null = () => null;
  environment.addGlobal('formToken', () => tokenField(ofThisPage()));
  return (template, view, formToken) => {
    ofThisPage = formToken;
    return environment.render(template, view);
  };
}

/** Not filled in again by a browser that shows the page a second time: a token is good once. */
function tokenField(token: string | null): nunjucks.runtime.SafeString {
  const field =
    token === null
      ? ''
      : `<input type="hidden" name="${formTokenField}" value="${token}" autocomplete="off">`;
  return new nunjucks.runtime.SafeString(field);
}
