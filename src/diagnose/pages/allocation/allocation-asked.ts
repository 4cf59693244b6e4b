import type { AllocationRead, SchoolAllocated } from '#/diagnose/actions/allocation-read.ts';
import type { Query } from '#/platform/web/addresses.ts';

/** What the list shows first: every school. */
export const shown = {
  all: 'Every school',
  gaps: 'With a gap',
  concern: 'Of concern',
  'concern-gaps': 'Of concern, with a gap',
  doubts: 'Where something speaks against who has it',
  changed: 'Changed hands too often',
} as const;

export type Shown = keyof typeof shown;

/** What the address asks for. */
export interface AllocationAsked {
  readonly search: string;
  readonly show: Shown;
  /** Identity of an officer or partner, or `nobody`. */
  readonly who: string;
  readonly phase: string;
  readonly sector: string;
  readonly district: string;
  readonly page: number | 'all';
}

/** Academies and free schools on one side, maintained schools on the other: alike in what they are given. */
export function sectorOf({ school }: Pick<SchoolAllocated, 'school'>): 'maintained' | 'academies' | 'others' {
  if (school.sector === 'maintained') return 'maintained';
  return school.sector === 'academy' || school.sector === 'free school' ? 'academies' : 'others';
}

export const sectors = {
  maintained: 'Maintained schools',
  academies: 'Academies and free schools',
  others: 'Other schools',
} as const;

/** What is not understood is left out, so that old links work. */
export function allocationAsked(query: Query, read: AllocationRead): AllocationAsked {
  const one = (name: string) => query[name]?.at(-1) ?? '';
  const of = (name: string, known: readonly string[]) => (known.includes(one(name)) ? one(name) : '');
  const page = one('page');
  return {
    search: one('search').trim().slice(0, 100),
    show: one('show') in shown ? (one('show') as Shown) : 'all',
    who: of('who', ['nobody', ...read.advisers.map(({ person }) => person)]),
    phase: of(
      'phase',
      read.schools.map(({ school }) => school.phase),
    ),
    sector: of('sector', Object.keys(sectors)),
    district: of(
      'district',
      read.schools.map(({ school }) => school.district ?? ''),
    ),
    page: page === 'all' ? 'all' : /^[1-9][0-9]{0,3}$/.test(page) ? Number(page) : 1,
  };
}

export function queryOf({ page, show, ...asked }: AllocationAsked): Query {
  return {
    ...Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value === '' ? [] : [value]])),
    show: show === 'all' ? [] : [show],
    page: page === 1 ? [] : [String(page)],
  };
}

/** The schools asked for, greatest need first. */
export function chosenSchools(read: AllocationRead, asked: AllocationAsked): readonly SchoolAllocated[] {
  const search = asked.search.toLowerCase();
  return read.schools.filter(
    (one) =>
      isShown(one, asked.show) &&
      (search === '' || one.school.name.toLowerCase().includes(search) || one.urn === search) &&
      (asked.who === '' ||
        (asked.who === 'nobody'
          ? one.given.length === 0
          : one.given.some(({ person }) => person === asked.who))) &&
      (asked.phase === '' || one.school.phase === asked.phase) &&
      (asked.sector === '' || sectorOf(one) === asked.sector) &&
      (asked.district === '' || one.school.district === asked.district),
  );
}

function isShown(one: SchoolAllocated, show: Shown): boolean {
  const ofConcern = one.standing?.ofConcern ?? false;
  switch (show) {
    case 'all':
      return true;
    case 'gaps':
      return one.gap !== null;
    case 'concern':
      return ofConcern;
    case 'concern-gaps':
      return ofConcern && one.gap !== null;
    case 'doubts':
      return one.doubts.length > 0;
    case 'changed':
      return one.continuity.tooOften;
  }
}
