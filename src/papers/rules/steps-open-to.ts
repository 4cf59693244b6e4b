import { settingAside, type Process, type Side, type Step, type Taken } from './process.ts';

/** A step as a page offers it. */
export type StepOffered = Omit<Step, 'from' | 'to'>;

/** A step from the state a paper is in. */
export interface StepToTake {
  readonly step: StepOffered;
  /** Why this person cannot take it yet; `null` where they can. */
  readonly notYet: string | null;
}

interface Asked {
  /** Where it stands. */
  readonly state: string;
  /** Taken so far, in their order. */
  readonly taken: readonly Taken[];
  readonly isOpened: boolean;
  /** For which sides this person acts at this school. */
  readonly sides: readonly Side[];
  readonly person: string;
  /** How many things are missing or wrong in the newest version, for a step that needs all. */
  readonly missing: number;
}

/**
 * The steps that can be taken from where a paper stands on the sides of a person, in the order of the process, with why one
 * of them has to wait.
 */
export function stepsOpenTo(process: Process, asked: Asked): readonly StepToTake[] {
  return [...process.steps.filter(({ from }) => from.includes(asked.state)), ...asides(process, asked)]
    .filter(({ by }) => asked.sides.includes(by))
    .map((step) => ({ step, notYet: whyNotYet(step, asked) }));
}

function whyNotYet(step: StepOffered, { taken, person, missing }: Asked): string | null {
  if (step.notByWhoTook !== undefined) {
    const last = taken.findLast((one) => one.step === step.notByWhoTook);
    if (last?.by === person) return 'You took the step before it: somebody else takes this one.';
  }
  if (step.needsAll === true && missing > 0) {
    return missing === 1
      ? 'One thing is still missing in it.'
      : `${String(missing)} things are still missing in it.`;
  }
  return null;
}

/** Only the side whose paper it is sets it aside, while it is theirs alone. */
function asides(process: Process, { state, isOpened }: Asked): readonly StepOffered[] {
  const { side } = process;
  if (state === settingAside.words) return [{ ...settingAside.back, by: side }];
  if (isOpened || process.states[state]?.over === true) return [];
  const { label, ...aside } = settingAside.aside;
  return [{ ...aside, by: side, says: { label, required: true } }];
}
