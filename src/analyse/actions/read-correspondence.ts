import { receipts, replies, type Reply } from '#/analyse/records/correspondence.ts';
import { confirmationOf } from '#/analyse/rules/receipts.ts';
import type { Parts } from '#/parts.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { LeaderRead } from './our-view.ts';
import { toldToSchool } from './told-to-school.ts';

/** What a school's profile says of what it was told and what it said. */
export interface CorrespondenceRead {
  /** Whether the reader may open the school's own page. */
  readonly mayOpen: boolean;
  readonly leaders: readonly LeaderRead[];
  readonly lastReply: Reply | null;
}

/**
 * Who has confirmed what the school is told, and the last that was said. Nothing where the reader may not read the
 * correspondence of this school, or there are no records yet.
 *
 * @param slug of an authority that is there
 */
export async function readCorrespondence(
  parts: Pick<Parts, 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<CorrespondenceRead> {
  const mayOpen = mayForSchool(person, 'read the school’s own page', slug, urn) === true;
  const nothing = { mayOpen, leaders: [], lastReply: null };
  if (mayForSchool(person, 'read the correspondence', slug, urn) !== true) return nothing;
  const kept = await ifAnyRecords(parts, person, slug, async (transaction) => {
    const { now } = await toldToSchool(transaction, parts.reference(), slug, urn, parts.today());
    if (now === null) return null;
    const given = await receipts(transaction, urn);
    const leaders = await holdersOf(transaction, ['headteacher', 'chair'], urn);
    return {
      mayOpen,
      leaders: leaders.map((holder) => ({
        holder,
        confirmation: confirmationOf(now.told, holder, given, parts.today()),
      })),
      lastReply: (await replies(transaction, urn)).at(-1) ?? null,
    };
  });
  return kept ?? nothing;
}
