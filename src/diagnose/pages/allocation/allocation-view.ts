import type { AdviserRead, AllocationRead, SchoolAllocated } from '#/diagnose/actions/allocation-read.ts';
import { schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import {
  adviserAddress,
  allocationAddress,
  contactAddress,
  giveSchoolsAddress,
} from '#/platform/web/allocation-addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { pagesOf } from '#/platform/web/list-pages.ts';
import { count, dateInWords, list, plural, sentence, share } from '#/platform/web/words.ts';
import {
  chosenSchools,
  queryOf,
  sectorOf,
  sectors,
  shown,
  type AllocationAsked,
} from './allocation-asked.ts';
import {
  continuityWords,
  gapsInWords,
  gapWords,
  givenWords,
  roleWords,
  standingTag,
} from './allocation-words.ts';

const gapsShown = 10;

/** Who has which schools: what is missing, how much each has to do, then school by school. */
export function allocationView(read: AllocationRead, asked: AllocationAsked) {
  const { slug } = read.authority;
  const { schools, advisers, today, mayAllocate } = read;
  const address = allocationAddress(slug);
  const gaps = schools.filter(({ gap }) => gap !== null);
  const words = gapsInWords(schools);
  const rows = chosenSchools(read, asked);
  const pages = pagesOf(rows.length, asked, (other) => withQuery(address, queryOf(other)));
  return {
    asAt: dateInWords(today),
    analysed: read.run !== null,
    words,
    address,
    contact: contactAddress(slug),
    give: mayAllocate ? giveSchoolsAddress(slug) : null,
    gaps: {
      rows: gaps.slice(0, gapsShown).map((one) => ({
        ...schoolCells(read, one),
        gap: gapWords[one.gap?.gap ?? 'nobody'],
        because: one.gap?.because ?? '',
        give: mayAllocate ? withQuery(giveSchoolsAddress(slug), { schools: [one.urn] }) : null,
      })),
      more:
        gaps.length > gapsShown
          ? {
              text: `All ${count(gaps.length)} schools with a gap`,
              href: `${withQuery(address, { show: ['gaps'] })}#found`,
            }
          : null,
    },
    advisers: advisersView(read),
    organisations: organisationsOf(advisers),
    sectors: sectorsOf(schools),
    form: formOf(read, asked),
    found: `${plural(rows.length, 'school')} of ${count(schools.length)}`,
    rows: rows.slice(pages.from, pages.to).map((one) => ({
      ...schoolCells(read, one),
      wanted: roleWords[one.wanted.role],
      given: one.given.map(givenWords),
      gap: one.gap === null ? null : gapWords[one.gap.gap],
      doubts: one.doubts.map(({ text }) => text),
      continuity: continuityWords(one, read.settings.continuity.years),
      tooOften: one.continuity.tooOften,
    })),
    pages,
    years: read.settings.continuity.years,
    mostChanges: plural(read.settings.continuity.mostChanges, 'change'),
    files: downloadLinks(address, queryOf({ ...asked, page: 1 })),
  };
}

function schoolCells({ authority, scheme }: AllocationRead, one: SchoolAllocated) {
  return {
    name: one.school.name,
    href: schoolAddress(authority.slug, one.urn),
    phase: sentence(one.school.phase),
    tag: standingTag(scheme, one),
  };
}

function advisersView({ advisers, authority, schools }: AllocationRead) {
  const phasesOf = (one: AdviserRead) => (one.profile === null ? null : list([...one.profile.phases]));
  return advisers
    .toSorted((a, b) => b.caseload.schools - a.caseload.schools || a.name.localeCompare(b.name, 'en-GB'))
    .map((one) => ({
      name: one.name,
      href: adviserAddress(authority.slug, one.person),
      roles: one.roles.map((role) => roleWords[role]).join(', '),
      schools: count(one.caseload.schools),
      ofConcern: count(one.caseload.ofConcern),
      capacity: one.caseload.capacity === null ? null : count(one.caseload.capacity),
      state:
        one.caseload.over > 0
          ? { words: `${count(one.caseload.over)} too many`, late: true }
          : one.caseload.free === null
            ? { words: 'not said how many are possible', late: false }
            : {
                words: one.caseload.free === 0 ? 'full' : `room for ${count(one.caseload.free)}`,
                late: false,
              },
      phases: phasesOf(one),
      independent: one.profile === null ? null : one.profile.independent ? 'yes' : 'no',
      inPlace: schools.length === 0 ? '' : share(one.caseload.schools, schools.length),
    }));
}

/** Partners by who sends them, where a provider is under contract. */
function organisationsOf(advisers: readonly AdviserRead[]) {
  const sent = advisers.filter(({ profile }) => (profile?.organisation ?? '') !== '');
  return [...Map.groupBy(sent, ({ profile }) => profile?.organisation ?? '')]
    .map(([name, some]) => ({
      name,
      people: plural(some.length, 'person', 'people'),
      schools: plural(new Set(some.flatMap((one) => one.schools)).size, 'school'),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Whether schools of one type go without more often than those of another. */
function sectorsOf(schools: readonly SchoolAllocated[]) {
  return Object.entries(sectors).flatMap(([id, name]) => {
    const of = schools.filter((one) => sectorOf(one) === id);
    if (of.length === 0) return [];
    return [{ name, share: share(of.filter(({ gap }) => gap === null).length, of.length) }];
  });
}

function formOf(read: AllocationRead, asked: AllocationAsked) {
  const address = allocationAddress(read.authority.slug);
  const without = (name: string) =>
    withQuery(address, queryOf({ ...asked, page: 1, [name]: name === 'show' ? 'all' : '' }));
  const filter = (
    name: keyof AllocationAsked,
    title: string,
    options: readonly { value: string; text: string; schools: number }[],
  ) => ({
    ...{ kind: 'one', name, title, chosen: String(asked[name]) },
    options: options.filter(({ schools }) => schools > 0),
  });
  const counted = (text: string, value: string, is: (one: SchoolAllocated) => boolean) => ({
    ...{ text, value },
    schools: read.schools.filter(is).length,
  });
  const distinct = (of: (one: SchoolAllocated) => string | null) =>
    [...new Set(read.schools.flatMap((one) => of(one) ?? []))].toSorted();
  const filters = [
    filter(
      'show',
      'Which schools',
      Object.entries(shown).flatMap(([value, text]) =>
        value === 'all' ? [] : [{ value, text, schools: chosenSchools(read, everyOne(value)).length }],
      ),
    ),
    filter('who', 'Who has it', [
      counted('Nobody', 'nobody', ({ given }) => given.length === 0),
      ...read.advisers.map(({ person, name }) =>
        counted(name, person, ({ given }) => given.some((one) => one.person === person)),
      ),
    ]),
    filter(
      'phase',
      'Phase',
      distinct(({ school }) => school.phase).map((phase) =>
        counted(sentence(phase), phase, ({ school }) => school.phase === phase),
      ),
    ),
    filter(
      'sector',
      'Type',
      Object.entries(sectors).map(([id, text]) => counted(text, id, (one) => sectorOf(one) === id)),
    ),
    filter(
      'district',
      'District',
      distinct(({ school }) => school.district).map((district) =>
        counted(district, district, ({ school }) => school.district === district),
      ),
    ),
  ];
  return {
    formAddress: `${address}#found`,
    clearAddress: address,
    search: asked.search,
    hidden: [],
    filters,
    chips: [
      ...(asked.search === ''
        ? []
        : [{ heading: 'Name or URN', text: asked.search, href: without('search') }]),
      ...filters.flatMap(({ name, title, chosen, options }) => {
        const option = options.find(({ value }) => value === chosen);
        return option === undefined ? [] : [{ heading: title, text: option.text, href: without(name) }];
      }),
    ],
  };
}

function everyOne(show: string): AllocationAsked {
  return {
    ...{ search: '', who: '', phase: '', sector: '', district: '', page: 'all' },
    show: show as AllocationAsked['show'],
  };
}
