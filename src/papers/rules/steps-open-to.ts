import type { Step } from './process.ts';

/** A step from the state a paper is in. */
export interface StepToTake {
  readonly step: Pick<Step, 'step' | 'button' | 'done'> & Partial<Step>;
  /** Why it cannot be taken yet; `null` where it can. */
  readonly notYet: string | null;
}
