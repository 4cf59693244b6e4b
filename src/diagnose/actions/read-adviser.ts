import { interestsSaid, profilesSaid } from '#/diagnose/records/advisers.ts';
import {
  interestsOn,
  profileOn,
  type AdviserProfile,
  type DeclaredInterest,
} from '#/diagnose/rules/allocation/adviser.ts';
import { nothingThere } from '#/people/actions/permit.ts';
import { withPeople } from '#/people/actions/people-context.ts';
import { standingOn } from '#/people/rules/held-roles.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import type { School } from '#/schools/rules/school.ts';
import type { AdviserRead, AllocationRead, HadBy, SchoolAllocated } from './allocation-read.ts';
import { allocationIn, type AllocationParts } from './read-allocation.ts';

/** One officer or partner, with all that is known of them as such. */
export interface OneAdviserRead extends Pick<
  AllocationRead,
  'authority' | 'today' | 'scheme' | 'settings' | 'mayAllocate'
> {
  readonly person: string;
  readonly name: string;
  /** `null` where they hold no such role today. */
  readonly adviser: AdviserRead | null;
  /** What was said of them last, also where it has not begun yet. */
  readonly profile: AdviserProfile | null;
  /** Everything said of them, the newest first. */
  readonly profiles: readonly AdviserProfile[];
  /** Interests that stand; then those that are over or were said otherwise later. `null`: the reader may not know. */
  readonly interests: {
    readonly now: readonly DeclaredInterest[];
    readonly before: readonly DeclaredInterest[];
  } | null;
  /** Schools they have today, greatest need first. */
  readonly schools: readonly SchoolAllocated[];
  /** What they had, or will have, and do not have today; the newest first. */
  readonly others: readonly { readonly school: SchoolAllocated; readonly had: HadBy }[];
  /** Schools in which an interest can be declared, in order of name. */
  readonly open: readonly Pick<School, 'urn' | 'name'>[];
  readonly self: boolean;
  /** Whether the reader may say what they bring and which interests they have. */
  readonly maySpeak: boolean;
}

/** One officer or partner. Partners open their own page only; another’s is answered as one that is not there. */
export async function readAdviser(
  parts: AllocationParts,
  person: Person,
  { authority, id }: { readonly authority: string; readonly id: string },
): Promise<OneAdviserRead> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'open the page of an adviser' },
    async (context, transaction) => {
      const { slug } = context.authority;
      const self = id === person.id;
      if (!self && !mayFor(person, 'read the allocation', slug)) throw nothingThere();
      const read = await allocationIn(parts, person, context, transaction);
      const adviser = read.advisers.find((one) => one.person === id) ?? null;
      const name = adviser?.name ?? context.people.find((one) => one.id === id)?.name;
      const had = read.schools.flatMap((school) =>
        school.had.filter((one) => one.person === id).map((one) => ({ school, had: one })),
      );
      if (name === undefined || (adviser === null && had.length === 0)) throw nothingThere();
      const profiles = (await profilesSaid(transaction, id)).toReversed();
      const said = await interestsSaid(transaction, id);
      const now = interestsOn(said, read.today);
      const { authority: of, today, scheme, settings, mayAllocate } = read;
      return {
        ...{ authority: of, today, scheme, settings, mayAllocate, person: id, name, adviser, self, profiles },
        profile: profileOn(profiles.toReversed(), today) ?? profiles[0] ?? null,
        interests:
          self || read.readsInterests
            ? { now, before: said.filter((one) => !now.includes(one)).toReversed() }
            : null,
        schools: read.schools.filter(({ given }) => given.some((one) => one.person === id)),
        others: had
          .filter((one) => standingOn(one.had, today) !== 'now')
          .toSorted((a, b) => b.had.from.localeCompare(a.had.from)),
        open: read.schools
          .map(({ urn, school }) => ({ urn, name: school.name }))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
        maySpeak: mayAllocate || (self && mayFor(person, 'speak of advisers', slug)),
      };
    },
  );
}
