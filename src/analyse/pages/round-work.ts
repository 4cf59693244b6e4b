import { readRounds, type RoundInBrief, type RoundsRead } from '#/analyse/actions/deciding/read-round.ts';
import type { Parts } from '#/parts.ts';
import { mayFor } from '#/people/rules/permissions.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { moderationAddress, openRoundAddress, signAddress } from '#/platform/web/round-addresses.ts';
import { plural } from '#/platform/web/words.ts';
import type { WorkItem, WorkSource } from '#/platform/work.ts';

/** Rounds of categories: for whoever decides. */
export function roundWork(parts: Parts): WorkSource {
  return {
    name: 'rounds-of-categories',
    heading: 'Deciding categories',
    read: async (person, authority) =>
      mayFor(person, 'decide categories', authority)
        ? roundItems(await readRounds(parts, person, authority))
        : [],
  };
}

/** What is left to decide and to sign in the rounds that are going on, and that a term has none yet. */
export function roundItems({ authority: { slug }, rounds, missed, today }: RoundsRead): readonly WorkItem[] {
  const going = rounds.filter(({ followedBy }) => followedBy === null);
  return [
    ...(missed === null
      ? []
      : [
          {
            key: `round missed ${missed}`,
            what: `Open a round of categories: there is none for the ${missed}`,
            href: openRoundAddress(slug),
            ...{ school: null, dueOn: today, since: null, waitsFor: 'me' as const },
          },
        ]),
    ...going.flatMap((one) => itemsOfRound(one, slug)),
  ];
}

function itemsOfRound({ round, progress, toSign }: RoundInBrief, authority: string): readonly WorkItem[] {
  const item = { school: null, dueOn: round.decideBy, since: round.opened.on };
  const when = (some: number, work: WorkItem): readonly WorkItem[] => (some === 0 ? [] : [work]);
  const left = progress.of['to decide'];
  const sign = signAddress(authority, round.number);
  return [
    ...when(left, {
      ...item,
      key: `round ${round.number} decide`,
      what: `Decide ${plural(left, 'category', 'categories')}: ${round.name}`,
      href: withQuery(moderationAddress(authority, round.number), { standing: ['to decide'] }),
      waitsFor: 'me',
    }),
    ...when(toSign.byReader, {
      ...item,
      key: `round ${round.number} sign`,
      what: `Sign ${plural(toSign.byReader, 'decision')} as the second person: ${round.name}`,
      href: sign,
      waitsFor: 'me',
    }),
    ...when(toSign.ofReader, {
      ...item,
      key: `round ${round.number} signature`,
      what: `Second signature of ${plural(toSign.ofReader, 'decision')} of yours: ${round.name}`,
      href: sign,
      waitsFor: { somebody: 'a second person who may decide' },
    }),
  ];
}
