import type { MarkingRead } from '#/analyse/actions/marking-read.ts';
import { markingAddress } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { count, dateInWords, plural } from '#/platform/web/words.ts';
import { categoriesView } from './categories-view.ts';
import { expectationsView } from './expectations-view.ts';
import { chosenQuery, fieldsOf } from './marking-request.ts';
import { sharesView } from './shares-view.ts';
import { warningsView } from './warnings-view.ts';

/** Everything the page of marks shows. */
export function markingView(read: MarkingRead) {
  const { authority, kept, followedUntil, settings } = read;
  const warnings = warningsView(read);
  const shares = sharesView(read);
  const categories = categoriesView(read);
  const expectations = expectationsView(read);
  const address = markingAddress(authority.slug);
  return {
    authority: authority.name,
    until:
      followedUntil === null
        ? 'No file imported tells of inspections, so nothing can be marked.'
        : `Files tell of inspections to ${dateInWords(followedUntil)}.`,
    kept: kept === null ? null : keptInWords(kept),
    /** What stands first: the first of the answers that there are. */
    answer:
      warnings?.answer ?? shares.answer ?? categories?.answer ?? expectations?.ownAnswer ?? nothingYet(read),
    form: { action: address, label: 'Choose what is marked', fields: fieldsOf(read) },
    downloads: downloadLinks(address, chosenQuery(read)),
    warnings,
    shares,
    categories,
    expectations,
    settings: [
      settings.highChance,
      settings.bins,
      settings.fewestInBin,
      settings.fewestFalls,
      settings.fewestMarks,
      settings.shownToOthersAfter,
      settings.categoryHeldFor,
    ].map(({ words, basis, source }) => ({ words, basis, source })),
  };
}

function keptInWords({ forecasts, first, last, madeLater }: NonNullable<MarkingRead['kept']>): string {
  const all =
    forecasts === 1
      ? `One forecast was kept, as at ${dateInWords(first)}.`
      : `${plural(forecasts, 'forecast')} were kept, as at ${dateInWords(first)} to ${dateInWords(last)}.`;
  if (madeLater === 0) return all;
  const later =
    madeLater === forecasts
      ? forecasts === 1
        ? 'It was'
        : 'All were'
      : `${count(madeLater)} of them ${madeLater === 1 ? 'was' : 'were'}`;
  return `${all} ${later} made more than three months after that day, from what was known on it and a model fitted to no later day.`;
}

function nothingYet({ kept, categories }: MarkingRead): string {
  if (kept === null && (categories === null || categories.runs === 0))
    return 'Nothing has been kept yet that could be marked.';
  return 'Nothing is due yet: what was kept is about days of which no file tells.';
}
