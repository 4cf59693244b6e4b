import type { Intake, IntakeDimension } from '#/schools/rules/similar.ts';

/** A primary school's intake; facts not given are not known. */
export function intakeOf(
  urn: string,
  facts: Partial<Record<IntakeDimension, number | null>>,
  changes: Partial<Intake> = {},
): Intake {
  const figure = (dimension: IntakeDimension): Intake['pupils'] => {
    const number = facts[dimension] ?? null;
    return number === null ? null : { number, year: 2019 };
  };
  return {
    urn,
    name: `School ${urn}`,
    authority: 'invented-county',
    phase: 'primary',
    pupils: figure('pupils'),
    priorAttainment: figure('priorAttainment'),
    disadvantaged: figure('disadvantaged'),
    eal: figure('eal'),
    senSupport: figure('senSupport'),
    senPlan: figure('senPlan'),
    idaciQuintile: figure('idaciQuintile'),
    ...changes,
  };
}
