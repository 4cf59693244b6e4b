import type { EarlyWarningRead, WarnedSchool } from '#/analyse/actions/early-warning-read.ts';
import { readEarlyWarning } from '#/analyse/actions/read-early-warning.ts';
import type { Parts } from '#/parts.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { outOf } from '#/platform/web/chance-words.ts';
import { earlyWarningAddress, schoolForecastAddress } from '#/platform/web/forecast-addresses.ts';
import { findingWords } from '#/platform/web/forecast-words.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { horizonOf, inOrder, riseOf } from './warning-list.ts';

/** The schools given to an officer that could fall next: the likeliest, and those whose chance rose. */
export function schoolsToWatchPanel(parts: Parts): HomePanel {
  return {
    name: 'schools-to-watch',
    heading: 'Schools to watch',
    for: { roles: ['intervention officer', 'challenge partner'] },
    order: 115,
    read: async (person, { slug }) => schoolsToWatch(await readEarlyWarning(parts, person, slug), person.id),
  };
}

const likeliestShown = 4;
const risingShown = 2;
const months = 18;

/** Of the officer's own schools; of all, where none are given to them. `null` where no forecast was kept. */
export function schoolsToWatch(read: EarlyWarningRead, person: string): PanelContent | null {
  const { run, schools, authority } = read;
  if (run === null || schools.length === 0) return null;
  const given = schools.filter(({ officers }) => officers.some((one) => one.person === person));
  const own = given.length === 0 ? schools : given;
  const likeliest = inOrder(own, { sort: 'chance', order: 'descending', months }).slice(0, likeliestShown);
  const rising = inOrder(own, { sort: 'rose', order: 'descending', months })
    .filter((one) => (riseOf(one, months) ?? 0) > 0 && !likeliest.includes(one))
    .slice(0, risingShown);
  const whose =
    given.length === 0 ? plural(own.length, 'school') : `${plural(own.length, 'school')} given to me`;
  return {
    parts: [
      {
        kind: 'sentence',
        text: `Of ${whose} with a forecast, these have the highest chance of ${findingWords[run.target].of} within ${String(months)} months, as known on ${dateInWords(run.asAt)}.`,
      },
      { kind: 'links', links: [...likeliest, ...rising].map((one) => linkTo(one, authority.slug)) },
    ],
    more: {
      text: 'All of them, with reasons',
      href: withQuery(earlyWarningAddress(authority.slug), given.length === 0 ? {} : { officer: [person] }),
    },
    readings: [{ event: 'read categories' }],
  };
}

function linkTo(one: WarnedSchool, slug: string) {
  const { urn, name, warning, before, reasons } = one;
  const rose = (riseOf(one, months) ?? 0) > 0 && before !== null;
  const then = rose ? `, before ${outOf(horizonOf(before, months).found.chance)}` : '';
  return {
    text: name,
    href: schoolForecastAddress(slug, urn),
    detail: `${outOf(horizonOf(warning, months).found.chance)}${then}${reasons.raises === null ? '' : `. ${reasons.raises.words}`}`,
  };
}
