import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import type { AdoptionOutcome } from './adopt-scheme.ts';
import { problemInWords } from './open-scheme-file.ts';
import type { CheckedScheme } from './read-scheme-file.ts';
import { tellComparison } from './tell-runs.ts';
import type { SchemeTrial } from './try-scheme.ts';

/** Lists schemes: name, title and what each is about in brief. */
export function tellSchemes(terminal: Terminal, schemes: readonly Scheme[]): void {
  terminal.table(
    ['Name', 'Title', 'Categories', 'Indicators', 'From'],
    schemes.map(({ id, title, usual, categories, indicators, from }) => [
      id,
      usual === true ? `${title} (used where none is adopted)` : title,
      categories.map(({ code }) => code).join(', '),
      indicators.length,
      dateInWords(from),
    ]),
  );
}

/** Says what a check of a scheme's file found, when it found nothing wrong. */
export function tellChecked(
  terminal: Terminal,
  { scheme, cautions }: Pick<CheckedScheme, 'cautions'> & { readonly scheme: Scheme },
): void {
  terminal.line(
    `${scheme.title} (${scheme.id}) can be used: ${plural(scheme.categories.length, 'category', 'categories')}, ${plural(scheme.indicators.length, 'indicator')}, ${plural(scheme.rules.length, 'row')}. Every row decides for some school, and more risk never gives less concern.`,
  );
  for (const caution of cautions) terminal.line(`To know: ${problemInWords(caution)}`);
}

/** Says what a scheme would change. */
export function tellTrial(terminal: Terminal, { authority, asAt, from, to, comparison }: SchemeTrial): void {
  terminal.line(
    `${authority.name}, as known on ${dateInWords(asAt)}: ${to.title} instead of ${from.title}. Nothing is kept.`,
  );
  if (authority.invented) terminal.line('Invented: this authority and its schools do not exist.');
  tellComparison(terminal, comparison, from, to);
}

/** Says which scheme was adopted, and what happens next. */
export function tellAdopted(terminal: Terminal, authority: string, outcome: AdoptionOutcome): void {
  const { scheme, version, already, adoptedBy, adoptedAt, why } = outcome;
  const when = `adopted by ${adoptedBy} on ${dateInWords(adoptedAt)}: ${why}`;
  terminal.line(
    already
      ? `${scheme.title} is in use already, ${when}`
      : `${scheme.title} (${outcome.id}, version ${version}) ${when}`,
  );
  if (!already) terminal.line(`The next analysis uses it: npx middletier analyse --authority ${authority}`);
}
