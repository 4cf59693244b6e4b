import type { SchoolToDecide } from '#/analyse/actions/deciding/held-against.ts';
import { withQuery, type Query } from '#/platform/web/addresses.ts';
import { moderationAddress } from '#/platform/web/round-addresses.ts';
import { reasonKinds } from './moderation-words.ts';
import { standingsInOrder } from './round-words.ts';

export const filterNames = ['why', 'standing', 'phase', 'district', 'proposed'] as const;
export type FilterName = (typeof filterNames)[number];

/** What the reader asked of the meeting’s list; all of it is in the address. */
export interface ModerationRequest {
  readonly search: string;
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
  /** From 1; `all` puts every school on one page, for printing. */
  readonly page: number | 'all';
}

/** What is said of schools without a reason to look at them first. */
export const noReason = 'nothing';

/** Reads the address. What is not understood is left out, so that old links work. */
export function moderationAsked(query: Query): ModerationRequest {
  const page = query['page']?.at(-1) ?? '';
  const asked = (name: FilterName): readonly string[] =>
    [...new Set(query[name] ?? [])].filter((one) => isKnown(name, one));
  return {
    search: (query['search']?.at(-1) ?? '').trim().slice(0, 100),
    filters: {
      ...{ why: asked('why'), standing: asked('standing'), phase: asked('phase') },
      ...{ district: asked('district'), proposed: asked('proposed') },
    },
    page: page === 'all' ? 'all' : /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}

const known: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  why: [...reasonKinds, noReason],
  standing: standingsInOrder,
};

function isKnown(name: FilterName, value: string): boolean {
  return value !== '' && (known[name]?.includes(value) ?? true);
}

/** The values of a school by which it is found. */
export function valuesOf(
  { row, reasons, standing, proposed }: SchoolToDecide,
  name: FilterName,
): readonly string[] {
  switch (name) {
    case 'why':
      return reasons.length === 0 ? [noReason] : [...new Set(reasons.map(({ kind }) => kind))];
    case 'standing':
      return [standing];
    case 'phase':
      return [row.school.phase];
    case 'district':
      return [row.school.district ?? 'not stated'];
    case 'proposed':
      return [proposed];
  }
}

/** The schools asked for, in the order of the meeting. */
export function schoolsAsked(
  schools: readonly SchoolToDecide[],
  { search, filters }: ModerationRequest,
): readonly SchoolToDecide[] {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[’']/g, '');
  const words = plain(search).split(/\s+/);
  return schools.filter(
    (one) =>
      filterNames.every(
        (name) =>
          filters[name].length === 0 || valuesOf(one, name).some((value) => filters[name].includes(value)),
      ) && words.every((word) => plain(`${one.row.school.name} ${one.urn}`).includes(word)),
  );
}

/** The list as asked for. */
export function moderationListAddress(
  authority: string,
  round: string,
  { search, filters, page }: ModerationRequest,
): string {
  return withQuery(moderationAddress(authority, round), {
    search: search === '' ? [] : [search],
    ...filters,
    page: page === 1 ? [] : [String(page)],
  });
}
