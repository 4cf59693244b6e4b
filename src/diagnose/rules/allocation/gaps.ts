import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Challenger, Wanted } from './wanted-challenger.ts';

/** Somebody who has a school on a day. */
export interface GivenTo {
  readonly person: string;
  readonly name: string;
  readonly role: Challenger;
  readonly since: IsoDate;
}

export const gaps = ['nobody', 'wrong kind', 'two'] as const;

export type Gap = (typeof gaps)[number];

const named: Readonly<Record<Challenger, string>> = {
  'intervention officer': 'an intervention officer',
  'challenge partner': 'a challenge partner',
};

/**
 * What is wrong with who has a school, and why; `null` where it has one person of the kind it should have. Somebody of the
 * other kind besides does no harm: who answers for it is clear.
 */
export function gapOf(
  { role, because }: Wanted,
  given: readonly GivenTo[],
): { readonly gap: Gap; readonly because: string } | null {
  const asWanted = [
    ...new Map(given.filter((one) => one.role === role).map((one) => [one.person, one])).values(),
  ];
  if (asWanted.length === 1) return null;
  if (asWanted.length > 1)
    return {
      gap: 'two',
      because: `It has ${namesOf(asWanted)}: nobody knows which of them answers for it.`,
    };
  if (given.length > 0)
    return {
      gap: 'wrong kind',
      because: `It has ${namesOf(given)} as ${kindsOf(given)}, and should have ${named[role]}. ${because}`,
    };
  return { gap: 'nobody', because: `It should have ${named[role]}, and has nobody. ${because}` };
}

function namesOf(given: readonly GivenTo[]): string {
  const names = [...new Set(given.map(({ name }) => name))];
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function kindsOf(given: readonly GivenTo[]): string {
  return [...new Set(given.map((one) => named[one.role]))].join(' and ');
}
