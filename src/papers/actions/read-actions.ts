import { agreedActions, type ActionKept } from '#/papers/records/actions.ts';
import { actionStands, doneInTime, stepsOfAction } from '#/papers/rules/agreed/action-stands.ts';
import type { Side } from '#/papers/rules/process.ts';
import { nothingThere, permit, permitForSchool } from '#/people/actions/permit.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { ActionRead, ActionsRead } from './actions-read.ts';
import { processesOf, sidesOf } from './papers-known.ts';
import type { PaperParts } from './papers.ts';

/** What was agreed with schools and what became of it: of one school, or of all whose papers the person may read. */
export async function readActions(
  parts: PaperParts,
  person: Person,
  asked: {
    readonly authority: string;
    readonly urn?: Urn;
    readonly papers?: readonly string[];
    /** What was replaced too: it is in no list. */
    readonly withReplaced?: true;
  },
): Promise<ActionsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  const { authority: _, withReplaced = false, ...which } = asked;
  const { slug } = authority;
  if (asked.urn === undefined) permit(person, 'open papers', slug);
  else permitForSchool(person, 'open papers', slug, asked.urn);
  const today = parts.today();
  const found = await store.evidence({
    ...{ asAt: today, authority: slug, includeClosed: true, withoutValues: true },
    ...(asked.urn === undefined ? {} : { urns: [asked.urn] }),
  });
  const names = new Map(found.map(({ school }) => [school.urn, school.name]));
  if (asked.urn !== undefined && !names.has(asked.urn)) throw nothingThere();
  const kept =
    (await ifAnyRecords(parts, person, slug, (transaction) => agreedActions(transaction, which))) ?? [];
  const actions = kept
    .map((one) => actionRead(parts, person, slug, one, names.get(one.urn)))
    .filter(({ stands }) => withReplaced || stands.state !== 'replaced')
    .toSorted(latestFirst);
  return {
    authority,
    today,
    school: asked.urn === undefined ? null : { urn: asked.urn, name: names.get(asked.urn) ?? '' },
    actions,
    counts: doneInTime(
      actions.map(({ stands }) => stands),
      today,
    ),
  };
}

/** One action as it stands today, with what this person may do with it. */
export function actionRead(
  parts: Pick<PaperParts, 'processes' | 'today'>,
  person: Person,
  authority: string,
  kept: ActionKept,
  school: string | undefined,
): ActionRead {
  const stands = actionStands(kept, parts.today());
  const side = sideToFollow(sidesOf(person, authority, kept.urn), kept);
  return {
    ...kept,
    school: school ?? `school ${kept.urn}`,
    agreedIn: processesOf(parts).find(({ kind }) => kind === kept.kind)?.name ?? 'paper',
    stands,
    may: side === null ? [] : stepsOfAction(stands),
  };
}

/** For which side somebody follows an action up: the authority any, the school what is its own to do. */
export function sideToFollow(
  sides: readonly Side[],
  { ownerSide }: Pick<ActionKept, 'ownerSide'>,
): Side | null {
  if (sides.includes('authority')) return 'authority';
  return sides.includes('school') && ownerSide === 'school' ? 'school' : null;
}

const order = { open: 0, done: 1, dropped: 2, replaced: 3 } as const;

function latestFirst({ stands: one }: ActionRead, { stands: other }: ActionRead): number {
  const byState = order[one.state] - order[other.state];
  if (byState !== 0) return byState;
  return (
    other.daysLate - one.daysLate || (one.dueOn ?? '9999-12-31').localeCompare(other.dueOn ?? '9999-12-31')
  );
}
