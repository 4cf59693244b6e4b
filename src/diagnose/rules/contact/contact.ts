import type { Tone } from '#/diagnose/rules/allocation/wanted-challenger.ts';
import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

export const contactKinds = [
  'visit',
  'meeting',
  'review',
  'reply of the school',
  'reply of the authority',
  'request',
  'answer',
  'category read',
] as const;

/** How a school and the authority came together: face to face, or in writing one way or the other. */
export type ContactKind = (typeof contactKinds)[number];

/** Face to face. */
export const inPerson: readonly ContactKind[] = ['visit', 'meeting'];

export interface Contact {
  readonly urn: Urn;
  readonly on: IsoDate;
  readonly kind: ContactKind;
  /** Who of the authority or the school, by name. */
  readonly by: string;
}

/** How long a school may be without any contact, by the concern it is of. */
export interface WeeksWithout {
  /** Of its group in the scheme; `null`: any that is not named. */
  readonly tone: Tone | null;
  readonly weeks: number;
}

export interface ContactOfSchool {
  readonly last: Contact | null;
  readonly lastInPerson: Contact | null;
  /** In the year up to today, by kind; kinds without any are left out. */
  readonly inYear: ReadonlyMap<ContactKind, number>;
  /** Whole weeks since the last; `null` where there was none at all. */
  readonly weeksSince: number | null;
  /** The most weeks that it may be without. */
  readonly atMost: number;
  readonly warns: boolean;
}

/** The contact with one school up to a day, and whether it has been without for longer than it may. */
export function contactOf(
  contacts: readonly Contact[],
  { tone, today, without }: { tone: Tone | null; today: IsoDate; without: readonly WeeksWithout[] },
): ContactOfSchool {
  const been = contacts.filter(({ on }) => on <= today).toSorted((a, b) => a.on.localeCompare(b.on));
  const last = been.at(-1) ?? null;
  const yearOf = been.filter(({ on }) => daysBetween(on, today) < 365);
  const weeksSince = last === null ? null : Math.floor(daysBetween(last.on, today) / 7);
  const atMost = (without.find((one) => one.tone === tone) ?? without.find((one) => one.tone === null))
    ?.weeks;
  if (atMost === undefined) throw new Error('The reference data on contact says nothing of other schools.');
  return {
    last,
    lastInPerson: been.findLast(({ kind }) => inPerson.includes(kind)) ?? null,
    inYear: new Map(
      contactKinds
        .map((kind) => [kind, yearOf.filter((one) => one.kind === kind).length] as const)
        .filter(([, number]) => number > 0),
    ),
    weeksSince,
    atMost,
    warns: weeksSince === null || weeksSince >= atMost,
  };
}
