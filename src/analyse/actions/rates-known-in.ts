import { followSchools } from '#/analyse/rules/forecast/marking/followed-schools.ts';
import { ratesKnown, type RatesKnown } from '#/analyse/rules/forecast/marking/rates-known.ts';
import type { WarningsAsked } from '#/analyse/rules/forecast/marking/warnings.ts';
import type { Parts } from '#/parts.ts';
import { keptAnswers, type KeptAnswers } from '#/published/store/kept-answers.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** Rates by length of time and day. */
export interface Rates {
  readonly of: (months: number, asAt: IsoDate) => RatesKnown | null;
}

/** For each open store: to follow all schools of England takes more than a second, and they change with an import only. */
const kept = new WeakMap<PublishedStore, KeptAnswers<Rates>>();
const questionsKept = 20;

/**
 * The rates that could be known on each of some days, of all schools in the files imported: real ones for an authority that
 * exists, invented ones for an invented one.
 */
export async function ratesKnownIn(
  parts: Pick<Parts, 'published' | 'reference'>,
  { invented }: { readonly invented: boolean },
  asked: readonly (WarningsAsked & { readonly days: readonly IsoDate[] })[],
): Promise<Rates> {
  if (asked.every(({ days }) => days.length === 0)) return { of: () => null };
  const store = await parts.published();
  const answers = kept.get(store) ?? keptAnswers<Rates>(questionsKept);
  kept.set(store, answers);
  const imported = (await store.sources()).map(({ id, importedAt }) => `${id} ${importedAt}`);
  return await answers.answer(JSON.stringify([invented, asked, imported]), async () => {
    const everyone = followSchools(await store.histories({ invented, measures: [] }), parts.reference());
    const rates = new Map(
      asked.flatMap(({ target, months, population, days }) =>
        days.map((asAt) => [
          `${String(months)} ${asAt}`,
          ratesKnown(everyone, { asAt, months, target }, population),
        ]),
      ),
    );
    return { of: (months, asAt) => rates.get(`${String(months)} ${asAt}`) ?? null };
  });
}
