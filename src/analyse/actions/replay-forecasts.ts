import type { AuthorityForecast, Denominator } from '#/analyse/rules/forecast/forecast.ts';
import { achievement } from '#/analyse/rules/forecast/norfolk-2013/direction-of-results.ts';
import { nothingPlanned } from '#/analyse/rules/forecast/norfolk-2013/school-then.ts';
import { forecastByMethod } from '#/analyse/rules/forecast/norfolk-2013/shares-by-method.ts';
import {
  daysToReplay,
  lastDayOfGrades,
  printedAsAt,
  usualDay,
} from '#/analyse/rules/forecast/replay/days-to-replay.ts';
import { replayOf } from '#/analyse/rules/forecast/replay/replay.ts';
import { movesBetween, sameSchools, shareKnown } from '#/analyse/rules/forecast/replay/what-happened.ts';
import { sharesToKeep } from '#/analyse/rules/told-to-members/shares-to-keep.ts';
import type { AimedAt } from '#/analyse/rules/forecast/trajectory/trajectories.ts';
import { findInForce } from '#/law/dated.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { PrintedForecast } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateAsked } from '#/published/store/date-asked.ts';
import { citedSources } from '#/schools/rules/cited-sources.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { categoriesFromPublished } from './categories-from-published.ts';
import type { OwnForecast, ReplayAsked, ReplayRead } from './replayed.ts';

/** Where the share came from, so that its next steps can be judged by its last. */
const yearsBefore = [2, 1];

type Needed = Pick<Parts, 'published' | 'reference' | 'today'>;

/** Our own forecast as at a day, with the chance of each share aimed at: `makeForecast`, or a test’s own. */
export type MakeForecast = (
  parts: Needed,
  asked: { readonly authority: string; readonly asAt: IsoDate; readonly targets: readonly AimedAt[] },
) => Promise<AuthorityForecast>;

/**
 * What was forecast of an authority's schools on a day, by what the authority printed, by a method of rules and by our own
 * model, each made of what was known then; and what happened. Published facts alone, and shares alone: no record of the
 * authority is read, so that a share tells nothing of what it thinks of a school.
 *
 * @throws KnownError for an authority that is not there, and for a reader who may not read shares
 */
export async function replayForecasts(
  parts: Needed,
  person: Person,
  slug: string,
  asked: ReplayAsked,
  make: MakeForecast,
): Promise<ReplayRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read the summary', authority.slug);
  const reference = parts.reference();
  const { forecastMethods: methods, printedForecasts } = reference;
  const method = methods.find(({ id }) => id === asked.method) ?? methods[0];
  if (method === undefined) throw new RangeError('reference/forecast-methods has no method');
  const lastOfGrades = lastDayOfGrades(reference);
  const usual = usualDay(printedForecasts, authority.slug, authority.newestKnownOn, lastOfGrades);
  const typed = asked.asAt ?? '';
  const day = typed === '' ? usual : dateAsked(typed, parts.today());
  const asAt = day instanceof KnownError ? usual : day;
  const printed = printedAsAt(printedForecasts, authority.slug, asAt);
  const denominator: Denominator = asked.count === 'own' ? 'own grades only' : 'with predecessors’ grades';
  const nothing: Omit<ReplayRead, 'state'> = {
    authority,
    asAt,
    typed,
    problem: day instanceof KnownError ? [day.message, ...day.whatToDo].join(' ') : null,
    usual,
    lastOfGrades,
    method,
    methods,
    ownGradesOnly: asked.count === 'own',
    printed,
    replays: [],
    ours: { made: false, why: '', whatToDo: [] },
    sources: [],
  };
  if (day instanceof KnownError) return { ...nothing, state: 'no day' };
  const days = daysToReplay(asAt, printed, lastOfGrades);
  const over = days.filter((on) => on <= authority.newestKnownOn);
  if (days.length === 0) return { ...nothing, state: 'after overall grades' };
  const until = over.at(-1);
  if (until === undefined) return { ...nothing, state: 'too late' };
  if (findInForce(reference.frameworks, asAt) === undefined) return { ...nothing, state: 'too early' };
  const then = await store.histories({ asAt, authority: authority.slug, measures: achievement });
  if (shareKnown(then, asAt, denominator).judged === 0) return { ...nothing, state: 'too early' };

  const evidence = await store.evidence({ asAt, authority: authority.slug });
  const categories = categoriesFromPublished(evidence, reference, method.settings.category.scheme, asAt);
  const schools = then.map((history) => ({
    history,
    category: categories.get(history.urn) ?? null,
    plans: nothingPlanned,
  }));
  const byMethod = forecastByMethod(method, schools, asAt, days);
  const laterOn = new Map(
    await Promise.all(
      over.map(async (on) => {
        const later = await store.histories({ asAt: on, authority: authority.slug, measures: [] });
        return [on, sameSchools(then, later)] as const;
      }),
    ),
  );
  const { ours, forecast } = await ownForecast(
    parts,
    { authority: authority.slug, asAt, targets: asAims(printed) },
    make,
  );
  const phases = sharesToKeep(byMethod.trajectories).filter(
    (one) => one.group.kind === 'phase' && one.denominator === denominator && one.now.judged > 0,
  );
  const latest = await store.evidence({ asAt: until, authority: authority.slug, withoutValues: true });
  const cited = new Set([...citedSources([...evidence, ...latest]), ...(forecast?.sources ?? [])]);
  return {
    ...nothing,
    state: 'replayed',
    ours,
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
    replays: phases.map((ofPhase) => {
      const { group } = ofPhase;
      const inPhase = then.filter(({ phase }) => phase === group.name);
      const laterIn = (on: IsoDate) => sameSchools(inPhase, laterOn.get(on) ?? []);
      return replayOf({
        before: yearsBefore.map((years) => shareKnown(inPhase, addMonths(asAt, -12 * years), denominator)),
        now: ofPhase.now,
        method: ofPhase,
        forecast:
          forecast?.trajectories.find(
            (one) =>
              one.group.kind === 'phase' && one.group.name === group.name && one.denominator === denominator,
          ) ?? null,
        printed: printed?.figures ?? [],
        happened: over.map((on) => shareKnown(laterIn(on), on, denominator)),
        moves: movesBetween(inPhase, asAt, laterIn(until), until),
      });
    }),
  };
}

/** What was printed, as if it were aimed at: so its chance is told, and its days are among those forecast. */
function asAims(printed: PrintedForecast | null): readonly AimedAt[] {
  return (printed?.figures ?? []).map(({ phase, on, prediction }) => ({
    group: { kind: 'phase', name: phase },
    on,
    share: prediction / 100,
  }));
}

/** Our own forecast, or why there is none: without a model of the time the rest of the page still tells what it can. */
async function ownForecast(
  parts: Needed,
  asked: Parameters<MakeForecast>[1],
  make: MakeForecast,
): Promise<{ readonly ours: OwnForecast; readonly forecast: AuthorityForecast | null }> {
  try {
    const forecast = await make(parts, asked);
    return { ours: { made: true, model: forecast.model }, forecast };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { ours: { made: false, why: error.message, whatToDo: error.whatToDo }, forecast: null };
  }
}
