import { countShare, whyNotCounted } from '#/analyse/rules/forecast/marking/count-shares.ts';
import type { FollowedSchools } from '#/analyse/rules/forecast/marking/followed-schools.ts';
import {
  chooseShares,
  markShares,
  type KeptShare,
  type ShareCounted,
  type SharesMarked,
} from '#/analyse/rules/forecast/marking/shares.ts';
import type { Parts } from '#/parts.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { keptAnswers, type KeptAnswers } from '#/published/store/kept-answers.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** Shares by what they are of; a day's are counted from one reading of its schools. */
type CountedOnDay = Map<string, ShareCounted | 'nobody judged'>;

/** For each open store: to read how schools stood on a day takes a fifth of a second, and it changes with an import only. */
const kept = new WeakMap<PublishedStore, KeptAnswers<CountedOnDay>>();
const daysKept = 200;

/** Shares that were forecast, held against how they came to stand. */
export async function markedShares(
  parts: Pick<Parts, 'published' | 'reference'>,
  authority: string,
  shares: readonly KeptShare[],
  followed: Pick<FollowedSchools, 'until' | 'gradedUntil'>,
): Promise<SharesMarked> {
  const chosen = chooseShares(shares, (share) => whyNotCounted(share, followed));
  const counted = new Map<IsoDate, CountedOnDay>();
  const wanted = chosen.chosen.flatMap((one) => one.shares);
  for (const [on, ofDay] of Map.groupBy(wanted, (share) => share.on))
    counted.set(on, await countedOn(parts, authority, on, ofDay));
  return markShares(chosen, (share) => counted.get(share.on)?.get(keyOf(share)) ?? 'nobody judged');
}

async function countedOn(
  parts: Pick<Parts, 'published' | 'reference'>,
  authority: string,
  on: IsoDate,
  shares: readonly KeptShare[],
): Promise<CountedOnDay> {
  const store = await parts.published();
  const answers = kept.get(store) ?? keptAnswers<CountedOnDay>(daysKept);
  kept.set(store, answers);
  const wanted = [...new Map(shares.map((share) => [keyOf(share), share])).entries()];
  const imported = (await store.sources()).map(({ id, importedAt }) => `${id} ${importedAt}`);
  const question = JSON.stringify([authority, on, wanted.map(([key]) => key).toSorted(), imported]);
  return await answers.answer(question, async () => {
    const histories = await store.histories({ authority, asAt: on, measures: [] });
    return new Map(wanted.map(([key, share]) => [key, countShare(histories, share, parts.reference())]));
  });
}

function keyOf({ target, group, denominator, of }: KeptShare): string {
  return JSON.stringify([target, group.kind, group.name, denominator, of]);
}
