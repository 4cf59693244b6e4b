import { expectations as keptExpectations } from '#/analyse/records/expectations.ts';
import { shareForecasts } from '#/analyse/records/forecast-rows.ts';
import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import { forecastRuns } from '#/analyse/records/forecast-runs.ts';
import { chancesKept, type ChanceKept } from '#/analyse/records/kept-to-mark.ts';
import type { Expectation } from '#/analyse/rules/expected/expectation.ts';
import {
  horizonsInMonths,
  type ForecastTarget,
  type Horizon,
  type Trajectory,
} from '#/analyse/rules/forecast/forecast.ts';
import type { CategoryHeld } from '#/analyse/rules/forecast/marking/categories.ts';
import { followSchools, type FollowedSchools } from '#/analyse/rules/forecast/marking/followed-schools.ts';
import type { KeptShare } from '#/analyse/rules/forecast/marking/shares.ts';
import { dueApart, markWarnings, type WarningMarks } from '#/analyse/rules/forecast/marking/warnings.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { mayFor, reachOf, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateOf } from '#/schools/rules/dates.ts';
import { heardOf, sourcesOfInspections } from './sources-of-inspections.ts';
import { categoriesHeld } from './categories-held.ts';
import type { ForecastsKept, MarkingAsked, MarkingChosen, MarkingRead } from './marking-read.ts';
import { markedCategories, markedExpectations } from './marked-views.ts';
import { markedShares } from './marked-shares.ts';
import { ratesKnownIn } from './rates-known-in.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** Longer after the day a forecast is as at than this, it was made looking back. */
const madeLaterAfterMonths = 3;

/** What was kept that this person may read. */
interface Kept {
  readonly runs: readonly ForecastRun[];
  readonly trajectories: readonly Trajectory[];
  readonly chances: ReadonlyMap<Horizon, ReadonlyMap<string, readonly ChanceKept[]>>;
  readonly categories: readonly CategoryHeld[];
  readonly riskRuns: number;
  readonly written: readonly Expectation[];
}

/** Marks everything that was forecast, proposed and expected by the inspections that followed, as far as the reader may know. */
export async function readMarking(
  parts: Needed,
  person: Person,
  slug: string,
  asked: MarkingAsked,
): Promise<MarkingRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read how right we were', authority.slug);
  const reference = parts.reference();
  const { all: whole } = reachOf(person, 'read categories', authority.slug);
  const kept = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    keptFor(transaction, authority.slug, asked, reference, whole),
  );
  const histories = await store.histories({ authority: authority.slug, measures: [] });
  const followed = followSchools(histories, reference);
  const chosen = chosenOf(asked, kept?.runs ?? []);
  const sources = await sourcesOfInspections(store, authority);
  return {
    authority,
    settings: reference.marking,
    followedUntil: followed.until === null ? null : dateOf(followed.until),
    chosen,
    kept: forecastsKept(kept?.runs ?? []),
    warnings: whole ? await markedWarnings(parts, authority, kept, chosen, followed) : null,
    shares: await markedShares(parts, authority.slug, sharesOf(kept?.trajectories ?? [], chosen), followed),
    categories: whole ? markedCategories(kept, followed, reference) : null,
    expectations: mayFor(person, 'read expectations', authority.slug)
      ? markedExpectations(kept?.written ?? [], followed, {
          reference,
          person,
          others: mayFor(person, 'read the marks of officers', authority.slug),
          today: parts.today(),
          heardOf: (by) => heardOf(by, sources),
        })
      : null,
    sources,
  };
}

async function keptFor(
  transaction: AuthorityTransaction,
  authority: string,
  asked: MarkingAsked,
  reference: Reference,
  whole: boolean,
): Promise<Kept> {
  // In the order in which they were kept.
  const all = (await forecastRuns(transaction, authority)).toSorted((a, b) => Number(a.id) - Number(b.id));
  const { target } = chosenOf(asked, all);
  const ofTarget = all.filter((run) => run.target === target);
  const trajectories: Trajectory[] = [];
  for (const run of ofTarget) trajectories.push(...(await shareForecasts(transaction, run)));
  const chances = new Map<Horizon, ReadonlyMap<string, readonly ChanceKept[]>>();
  if (whole)
    for (const months of horizonsInMonths)
      chances.set(months, await chancesKept(transaction, ofTarget, months));
  const held = whole
    ? await categoriesHeld(transaction, authority, reference)
    : { categories: [], riskRuns: 0 };
  return { runs: all, trajectories, chances, ...held, written: await keptExpectations(transaction) };
}

const targets: readonly ForecastTarget[] = [
  'below good',
  'any area below expected',
  'leadership and governance below expected',
];

/** What is not said, or not understood, is the usual: the oldest target that was forecast, since its outcomes are known first. */
function chosenOf(asked: MarkingAsked, runs: readonly ForecastRun[]): MarkingChosen {
  const forecast = targets.filter((target) => runs.some((run) => run.target === target));
  return {
    target: forecast.find((target) => target === asked.target) ?? forecast[0] ?? 'below good',
    months: horizonsInMonths.find((months) => String(months) === asked.months) ?? 18,
    schools: asked.schools === 'every school' ? 'every school' : 'now good',
    denominator: asked.denominator === 'own grades only' ? 'own grades only' : 'with predecessors’ grades',
    of: asked.of === 'pupils' ? 'pupils' : 'schools',
  };
}

function forecastsKept(runs: readonly ForecastRun[]): ForecastsKept | null {
  const days = runs.map(({ asAt }) => asAt).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    ...{ forecasts: runs.length, first, last },
    madeLater: runs.filter(({ asAt, madeAt }) => madeAt.slice(0, 10) > addMonths(asAt, madeLaterAfterMonths))
      .length,
    targets: targets.filter((target) => runs.some((run) => run.target === target)),
  };
}

async function markedWarnings(
  parts: Needed,
  authority: { readonly invented: boolean },
  kept: Kept | null,
  { target, schools: population }: MarkingChosen,
  followed: FollowedSchools,
): Promise<readonly WarningMarks[]> {
  const runs = (kept?.runs ?? []).filter((run) => run.target === target);
  const settings = parts.reference().marking;
  const each = horizonsInMonths.map((months) => ({
    asked: { target, months, population },
    chances: runs.map((run) => ({ ...run, chances: kept?.chances.get(months)?.get(run.id) ?? [] })),
  }));
  const rates = await ratesKnownIn(
    parts,
    authority,
    each.map(({ asked, chances }) => ({
      ...asked,
      days: dueApart(chances, asked, followed).counted.map(({ asAt }) => asAt),
    })),
  );
  return each.map(({ asked, chances }) =>
    markWarnings(chances, asked, followed, (asAt) => rates.of(asked.months, asAt), settings),
  );
}

function sharesOf(
  trajectories: readonly Trajectory[],
  { denominator, of }: MarkingChosen,
): readonly KeptShare[] {
  return trajectories
    .filter((trajectory) => trajectory.denominator === denominator)
    .flatMap(({ asAt, target, group, [of]: points }) =>
      points.map(({ on, middle, ranges }) => ({
        ...{ asAt, target, group: { kind: group.kind, name: group.name }, denominator, of },
        ...{ on, middle, ranges },
      })),
    );
}
