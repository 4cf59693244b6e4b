import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import { whatCanHappen } from './what-if-address.ts';
import { schoolAddress, trajectoryAddress, withQuery } from '#/platform/web/addresses.ts';
import { chancePercent } from '#/platform/web/chance-words.ts';
import { problemOfEach } from '#/platform/web/form-problems.ts';
import { dateInWords, difference } from '#/platform/web/words.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { forecastInWords } from './headline.ts';
import { sameOf } from '#/analyse/actions/trajectory-chosen.ts';
import type { Chosen } from '#/analyse/actions/trajectory-read.ts';
import type { TrajectoryAsked } from '#/analyse/actions/trajectory-read.ts';
import { queryOf } from './trajectory-request.ts';
import { happensInWords } from './trajectory-words.ts';

/** The form to try what would be, and what came of it; `null` for whoever may not. */
export function whatIfView(read: TrajectoryRead, request: TrajectoryAsked, chosen: Chosen) {
  const { authority, mayTry, problems, trial, whatIf } = read;
  if (!mayTry) return null;
  const { kept, shown } = chosen;
  const { typed } = request;
  const target = shown.target;
  return {
    action: trajectoryAddress(authority.slug),
    hidden: hiddenOf(queryOf(request, whatIf)),
    schools: kept.schools.flatMap(({ urn, name, path }) => (path === null ? [] : [`${name} (${urn})`])),
    typed: typed ?? { school: '', on: '', happens: '' },
    happens: whatCanHappen.map((one) => ({
      value: one,
      text: happensInWords(one, target),
      chosen: typed?.happens === one,
    })),
    example: dateInWords(kept.run.dates[1] ?? kept.run.asAt),
    problems: problemOfEach(['school', 'day', 'happens'], problems),
    notUnderstood:
      read.notUnderstood === 0
        ? null
        : 'Not everything in the address could be tried: a school is named twice, is none whose category you may read, or the day is not one of the forecast. It is left out.',
    on: dateInWords(chosen.point.on),
    tried: (trial?.tried ?? []).map((one) => ({
      name: one.name,
      href: schoolAddress(authority.slug, one.urn),
      words: happensInWords(one.happens, target),
      on: dateInWords(one.on),
      chance: chanceOf(read, chosen, one.urn),
      remove: withQuery(
        trajectoryAddress(authority.slug),
        queryOf(
          request,
          whatIf.filter(({ urn }) => urn !== one.urn),
        ),
      ),
    })),
    clear: withQuery(trajectoryAddress(authority.slug), queryOf(request, [])),
    result: resultOf(read, chosen),
    academy:
      (trial?.tried ?? []).some(({ happens }) => happens === 'becomes an academy') &&
      shown.denominator !== 'own grades only',
    model:
      trial === null || trial.model.digest === kept.run.model.digest
        ? null
        : `What is tried, before and after, is made with the model ${trial.model.id} as it is now; the forecast that was kept was made before with ${kept.run.model.id}, and differs a little.`,
  };
}

/** How the chance of a school that is tried goes, on the day chosen. */
function chanceOf({ trial }: TrajectoryRead, { kept, point }: Chosen, urn: Urn): string | null {
  const path = trial?.paths.find(({ after }) => after.urn === urn);
  const [before, after] = [path?.before, path?.after].map(
    (one) => one?.chances[kept.run.dates.indexOf(point.on)],
  );
  return before === undefined || after === undefined
    ? null
    : `${chancePercent(before)} to ${chancePercent(after)}`;
}

/** What is tried beside what is not, on the day chosen. */
function resultOf({ trial }: TrajectoryRead, { shown, of, point }: Chosen) {
  if (trial === null) return null;
  const [before, after] = [trial.before, trial.after].map((some) =>
    sameOf(some, shown)?.[of].find(({ on }) => on === point.on),
  );
  if (before === undefined || after === undefined) return null;
  const chances =
    before.chanceOfTarget === null || after.chanceOfTarget === null
      ? null
      : `The chance of the target goes from ${chancePercent(before.chanceOfTarget)} to ${chancePercent(after.chanceOfTarget)}.`;
  return {
    words: `By ${dateInWords(point.on)}: ${forecastInWords(after)} instead of ${forecastInWords(before)}, a difference of ${pointsInWords(after.middle - before.middle)}.`,
    chances,
  };
}

/** A difference of two shares: `+1.2 points`. */
export function pointsInWords(by: number): string {
  return `${difference(100 * by, 1)} points`;
}

/** What a form carries along. */
export function hiddenOf(query: ReturnType<typeof queryOf>) {
  return Object.entries(query).flatMap(([name, values]) => values.map((value) => ({ name, value })));
}
