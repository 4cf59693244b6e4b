import type { WatchedSchool, Watchlist } from '#/analyse/actions/read-watchlist.ts';
import { reachInWords } from '#/platform/web/reach-words.ts';
import type { FilterName } from './list-request.ts';
import { chipsOf, notStated } from './register-filters.ts';
import { pagesOf } from '#/platform/web/list-pages.ts';
import { filterView } from './register-view.ts';
import { onAPageAddress, schoolAddress, watchlistAddress } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, plural, sentence, someOf, yearsInWords } from '#/platform/web/words.ts';
import type { WatchlistRequest } from './watchlist-request.ts';
import { matchingSchools, rulesAsked, watchlistListAddress } from './watchlist-request.ts';

const filtersShown: readonly FilterName[] = ['group', 'phase', 'district'];

/** Everything the watchlist shows for what was asked of it. */
export function watchlistView(watchlist: Watchlist, request: WatchlistRequest) {
  const { authority, run, previous, watched } = watchlist;
  const matching = matchingSchools(watchlist, request);
  const address = (list: WatchlistRequest['list']): string =>
    watchlistListAddress(authority.slug, { ...request, list });
  const pages = pagesOf(matching.length, request.list, address);
  const rows = watched.map(({ row }) => row);
  const chips = chipsView(watchlist, request);
  return {
    authority: authority.name,
    run: run === null ? null : { asAt: dateInWords(run.asAt) },
    command: `npx middletier analyse --authority ${authority.slug}`,
    summary: summaryOf(watchlist),
    reach: reachInWords(watchlist),
    comparison:
      previous === null
        ? 'There is no earlier run by this scheme, so nothing is told of what changed since.'
        : `What changed is told since the run as known on ${dateInWords(previous.asAt)}.`,
    notAsked: watchlist.notAsked.length === 0 ? null : notAskedInWords(watchlist),
    found: `${count(matching.length)} of ${plural(watched.length, 'school')} on the list`,
    narrowed: chips.length > 0,
    chips,
    clearAddress: watchlistAddress(authority.slug),
    formAddress: watchlistAddress(authority.slug),
    csvAddress: watchlistListAddress(authority.slug, request, '.csv'),
    xlsxAddress: watchlistListAddress(authority.slug, request, '.xlsx'),
    search: request.list.search,
    hidden: [],
    filters: [
      reasonFilter(watchlist, request),
      ...filtersShown.flatMap((name) => filterView(rows, name, request.list)),
    ],
    rows: matching.slice(pages.from, pages.to).map((one) => rowView(one, watchlist)),
    pages,
    rules: watchlist.rules.map(({ title, words }) => ({ title, words })),
  };
}

function summaryOf({ watched, schools }: Watchlist): string {
  const several = watched.filter(({ reasons }) => reasons.length > 1).length;
  const more =
    several === 0 ? '' : ` ${sentence(plural(several, 'school has', 'schools have'))} more than one.`;
  return watched.length === 0
    ? `None of ${plural(schools, 'school')} gives a reason to look now.`
    : `${sentence(someOf(watched.length, schools, 'school'))} ${watched.length === 1 ? 'gives' : 'give'} a reason to look now.${more}`;
}

function notAskedInWords({ notAsked, run }: Watchlist): string {
  const names = notAsked.map(({ school }) => `${school.name} (${school.urn})`).join(', ');
  return `The files now imported tell nothing of ${plural(notAsked.length, 'school')} as known on ${dateInWords(run?.asAt ?? '')}, so the rules could not be asked: ${names}.`;
}

function reasonFilter({ rules }: Watchlist, { reasons }: WatchlistRequest) {
  return {
    name: 'reason',
    title: 'Why it is here',
    kind: 'ticks' as const,
    chosen: '',
    options: rules.map(({ kind, title, schools }) => ({
      value: kind,
      text: title,
      schools,
      chosen: reasons.includes(kind),
    })),
  };
}

function chipsView(watchlist: Watchlist, request: WatchlistRequest) {
  const { authority, watched } = watchlist;
  const { slug } = authority;
  const rows = watched.map(({ row }) => row);
  return [
    ...rulesAsked(watchlist, request).map(({ kind, title }) => ({
      heading: 'Why it is here',
      text: title,
      href: watchlistListAddress(slug, {
        list: { ...request.list, page: 1 },
        reasons: request.reasons.filter((other) => other !== kind),
      }),
    })),
    ...chipsOf(rows, request.list).map(({ heading, text, without }) => ({
      heading,
      text,
      href: watchlistListAddress(slug, { ...request, list: without }),
    })),
  ];
}

function rowView({ row, reasons }: WatchedSchool, { authority, scheme, rules }: Watchlist) {
  const { school, proposal, lastInspection } = row;
  return {
    href: schoolAddress(authority.slug, school.urn),
    onAPage: onAPageAddress(authority.slug, school.urn),
    name: school.name,
    urn: school.urn,
    phase: school.phase,
    district: school.district ?? notStated,
    tag: categoryTag({ ...categoryOf(scheme, proposal.category), meaning: inBrief(proposal.meaning) }),
    sureness: sentence(proposal.sureness.level),
    inspection:
      lastInspection === null
        ? 'No full inspection known'
        : `Last inspection: ${lastInspection.words}, ${yearsInWords(lastInspection.ageYears)} ago`,
    reasons: reasons.map(({ kind, words, on }) => ({
      title: rules.find((rule) => rule.kind === kind)?.title ?? kind,
      words,
      // The day of the run stands above the list.
      on: on === proposal.asAt ? null : dateInWords(on),
    })),
  };
}
