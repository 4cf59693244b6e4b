import type { SchoolForecast } from '#/analyse/records/forecast-rows.ts';
import type { WhatIf } from '#/analyse/rules/forecast/forecast.ts';
import type { AimedAt } from '#/analyse/rules/forecast/trajectory/trajectories.ts';
import { sharesToKeep } from '#/analyse/rules/told-to-members/shares-to-keep.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { MakeForecast } from './keep-forecast.ts';
import { makeForecast } from './make-forecast.ts';
import type { KeptTrajectory, Trial } from './trajectory-read.ts';

type Needed = Pick<Parts, 'published' | 'reference'>;

/**
 * What would be of an authority's shares if some things happened to schools of which the person may read what is forecast:
 * the forecast as at the same day, with the same targets, made without them and with them. Nothing is kept.
 *
 * @throws KnownError for a person who opens no lists, and for a school that they may not know of
 */
export async function tryWhatIf(
  parts: Needed,
  person: Person,
  authority: string,
  { run, trajectories, schools }: Pick<KeptTrajectory, 'run' | 'trajectories' | 'schools'>,
  whatIf: readonly WhatIf[],
  make: MakeForecast = makeForecast,
): Promise<Trial> {
  permit(person, 'read lists of categories', authority);
  const tried = whatIf.map((one) => ({ ...one, name: nameOf(one, schools) }));
  const { asAt, deprivation } = run;
  const asked = { authority, asAt, deprivation, targets: targetsOf(trajectories) };
  const before = await make(parts, asked);
  const after = await make(parts, { ...asked, whatIf });
  return {
    tried,
    before: sharesToKeep(before.trajectories),
    after: sharesToKeep(after.trajectories),
    paths: whatIf.flatMap(({ urn }) => {
      const [was, is] = [before, after].map(({ paths }) => paths.find((path) => path.urn === urn));
      return was === undefined || is === undefined ? [] : [{ before: was, after: is }];
    }),
    model: before.model,
  };
}

function nameOf({ urn }: WhatIf, schools: readonly SchoolForecast[]): string {
  const school = schools.find((one) => one.urn === urn);
  if (school === undefined) throw nothingThere();
  return school.name;
}

/** The shares aimed at when the forecast was made, each once: a share is the same however schools are counted. */
function targetsOf(trajectories: KeptTrajectory['trajectories']): readonly AimedAt[] {
  const all = trajectories.flatMap(({ group, schools }) =>
    schools.flatMap(({ on, target }) => (target === null ? [] : [{ group, on, share: target }])),
  );
  return [...new Map(all.map((one) => [`${one.group.kind} ${one.group.name} ${one.on}`, one])).values()];
}
