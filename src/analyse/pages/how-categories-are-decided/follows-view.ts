import type { SchemeOfAuthority } from '#/analyse/actions/read-scheme.ts';
import { dateInWords, list, sentence } from '#/platform/web/words.ts';

/** What follows from each category, on a day: what schools may count on, which visits they are owed, and who comes. */
export function followsView({ scheme, follows }: Pick<SchemeOfAuthority, 'scheme' | 'follows'>) {
  const entitled = [
    { title: 'Every school', categories: '', kept: follows.everySchool },
    ...follows.groups.map(({ name, categories, entitlements }) => ({
      ...{ title: `Schools ${name}`, categories: list([...categories]), kept: entitlements },
    })),
  ];
  return {
    on: dateInWords(follows.on),
    nothingKept: entitled.every(({ kept }) => kept === null)
      ? `For the scheme ${scheme.title} no entitlements are kept here for this day.`
      : null,
    entitled: entitled.flatMap(({ title, categories, kept }) =>
      kept === null
        ? []
        : kept.entitlements.map(({ what, by, status }) => ({
            ...{ title, categories, what, by, from: dateInWords(kept.from) },
            confirmed: confirmedWords(status),
          })),
    ),
    visits: follows.visits.map(({ for: schools, what, by, from, status, source }) => ({
      whom: typeof schools === 'string' ? sentence(schools) : `Category ${list([...schools.categories])}`,
      ...{ what, source, from: dateInWords(from), confirmed: confirmedWords(status) },
      by: by === null ? 'Whoever has the school' : sentence(by),
    })),
  };
}

function confirmedWords(status: 'confirmed' | 'unconfirmed'): string {
  return status === 'confirmed' ? 'as its source says' : 'a local convention, not confirmed';
}
