import type { ChoiceEffect, ForecastChoiceRead } from '#/analyse/actions/read-forecast-choice.ts';
import { inventedAuthority, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { deprivationEffect, type SchoolBothWays } from '#/analyse/rules/forecast/deprivation-effect.ts';

/** A school of a fifth with its two chances; the second `null` where the deprivation is not known. */
export function schoolMoving(
  urn: string,
  without: number,
  withIt: number | null,
  fifth: number | null = 5,
): SchoolBothWays {
  return {
    name: `Sedge <b>${urn}</b> School`,
    warning: { urn, withoutDeprivation: without, withDeprivation: withIt },
    school: { phase: 'primary', idaciQuintile: fifth, pupils: 200 },
  };
}

/** What the choice does in an invented forecast of report cards. */
export function inventedEffect(
  schools: readonly SchoolBothWays[] = [
    schoolMoving('900001', 0.1, 0.18),
    schoolMoving('900002', 0.3, 0.24, 1),
    schoolMoving('900003', 0.2, 0.2, 3),
    schoolMoving('900004', 0.2, null, null),
  ],
  changes: Partial<ChoiceEffect> = {},
): ChoiceEffect {
  return {
    run: {
      ...{
        id: '4',
        authority: inventedAuthority.slug,
        asAt: '2026-04-30',
        target: 'any area below expected',
      },
      model: { id: 'grades-2025-08-31', fittedAsAt: '2025-08-31', digest: 'd' },
      ...{ deprivation: false, schools: 5, sources: [inventedSource.id], dates: [] },
      ...{ madeAt: '2026-05-01T09:00:00.000Z', madeBy: 'An analyst' },
    },
    effect: deprivationEffect(schools),
    whole: true,
    sources: [inventedSource],
    ...changes,
  };
}

/** A director's reading of an authority that has not chosen yet. */
export function inventedChoiceRead(changes: Partial<ForecastChoiceRead> = {}): ForecastChoiceRead {
  return { authority: inventedAuthority, choices: [], mayChoose: true, effect: inventedEffect(), ...changes };
}

export const chosenToUse = {
  ...{ deprivation: true, why: 'Agreed with <i>heads</i>', chosenOn: '2026-03-02', chosenBy: 'A director' },
} as const;
