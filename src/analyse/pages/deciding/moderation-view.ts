import type { RoundRead } from '#/analyse/actions/deciding/read-round.ts';
import type { SchoolToDecide } from '#/analyse/actions/deciding/held-against.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { pagesOf } from '#/platform/web/list-pages.ts';
import { moderationAddress, roundAddress } from '#/platform/web/round-addresses.ts';
import { categoryInALine } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, plural, sentence } from '#/platform/web/words.ts';
import { standingWords } from './round-words.ts';
import {
  filterNames,
  moderationListAddress,
  noReason,
  schoolsAsked,
  valuesOf,
  type FilterName,
  type ModerationRequest,
} from './moderation-request.ts';
import { reasonKindWords } from './moderation-words.ts';
import { schoolCard } from './school-card.ts';

const titles: Readonly<Record<FilterName, string>> = {
  why: 'Why to look at it',
  standing: 'How far it is',
  phase: 'Phase',
  district: 'District',
  proposed: 'Proposed category',
};

/** About as many as a meeting gets through before it looks up. */
const cardsOnAPage = 20;

/** The list of a moderation meeting: those that moved, are seen otherwise or rest on thin evidence first, each with all that is said. */
export function moderationView(read: RoundRead, request: ModerationRequest) {
  const { authority, round, scheme, schools, progress, chances } = read;
  const { slug } = authority;
  const address = (asked: ModerationRequest): string => moderationListAddress(slug, round.number, asked);
  const found = schoolsAsked(schools, request);
  const pages = pagesOf(found.length, request, address, cardsOnAPage);
  const looked = schools.filter(({ reasons }) => reasons.length > 0).length;
  return {
    name: round.name,
    lead: `${plural(progress.schools, 'school')}, ${count(progress.of['to decide'])} of them left to decide by ${dateInWords(round.decideBy)}. ${count(looked)} have a reason to be looked at first.`,
    chanceNote:
      chances === null
        ? null
        : `Chances are by the forecast as known on ${dateInWords(chances.asAt)}, within 18 months of it.`,
    roundAddress: roundAddress(slug, round.number),
    formAddress: moderationAddress(slug, round.number),
    clearAddress: moderationAddress(slug, round.number),
    search: request.search,
    hidden: [],
    chips: [
      ...(request.search === ''
        ? []
        : [{ heading: 'Search', text: request.search, href: address({ ...request, search: '', page: 1 }) }]),
      ...filterNames.flatMap((name) =>
        request.filters[name].map((value) => ({
          heading: titles[name],
          text: textOf(name, value, scheme),
          href: address({
            ...request,
            page: 1,
            filters: { ...request.filters, [name]: request.filters[name].filter((one) => one !== value) },
          }),
        })),
      ),
    ],
    filters: filterNames.map((name) => ({
      name,
      title: titles[name],
      kind: name === 'district' || name === 'proposed' ? 'choice' : 'ticks',
      chosen: request.filters[name][0] ?? '',
      options: optionsOf(schools, name, request, scheme),
    })),
    found: `${plural(found.length, 'school')} of ${count(schools.length)}`,
    pages,
    cards: found.slice(pages.from, pages.to).map((one) => schoolCard(one, scheme, slug, round.number)),
  };
}

function optionsOf(
  schools: readonly SchoolToDecide[],
  name: FilterName,
  request: ModerationRequest,
  scheme: Scheme | null,
) {
  const counted = new Map<string, number>();
  for (const one of schools) {
    for (const value of valuesOf(one, name)) counted.set(value, (counted.get(value) ?? 0) + 1);
  }
  const values = [...new Set([...counted.keys(), ...request.filters[name]])];
  return values
    .map((value) => ({
      value,
      text: textOf(name, value, scheme),
      schools: counted.get(value) ?? 0,
      chosen: request.filters[name].includes(value),
    }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'));
}

function textOf(name: FilterName, value: string, scheme: Scheme | null): string {
  if (name === 'proposed') return categoryInALine(scheme, value);
  if (name === 'why')
    return value === noReason
      ? 'Nothing to look at first'
      : (Object.entries(reasonKindWords).find(([kind]) => kind === value)?.[1].label ?? value);
  if (name === 'standing')
    return Object.entries(standingWords).find(([standing]) => standing === value)?.[1] ?? value;
  return sentence(value);
}
