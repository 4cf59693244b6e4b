import type { Process, Side } from './process.ts';
import { settingAside } from './process.ts';
import type { Standing } from './standing.ts';

/** A paper as far as it decides who at the authority owes it. */
interface Handled {
  readonly side: Side;
  readonly opened: { readonly person: string };
  readonly steps: readonly { readonly by: string; readonly for: Side }[];
  readonly newest: { readonly person: string } | null;
}

/** Who there is at the authority for a school. */
export interface Officers {
  /** Everybody who may write papers of the school. */
  readonly writers: ReadonlySet<string>;
  /** Those the school is given to. */
  readonly given: readonly string[];
  /** Whose it is when it is nobody’s. */
  readonly otherwise: readonly string[];
}

/**
 * Who at the authority has to do what a paper waits for: whoever wrote its newest version, took the last step for the
 * authority or opened it; when they are no longer there, those the school is given to; and else whoever leads the service,
 * so that it is always somebody’s.
 */
export function ownersOf({ side, opened, steps, newest }: Handled, officers: Officers): readonly string[] {
  const lastStep = steps.findLast((one) => one.for === 'authority')?.by;
  const handled = side === 'authority' ? [newest?.person, lastStep, opened.person] : [lastStep];
  const one = handled.find((person) => person !== undefined && officers.writers.has(person));
  if (one !== undefined) return [one];
  return officers.given.length > 0 ? officers.given : officers.otherwise;
}

/** What has to be done to a paper now, by which side; `null` where nothing has. */
export interface Turn {
  readonly what: string;
  readonly by: Side;
  readonly since: string | null;
  readonly dueOn: string | null;
}

/** What a paper waits for; one that waits for nothing but is still being written is gone on with. */
export function turnOf(process: Process, standing: Standing, openedOn: string): Turn | null {
  const { awaited, over, writtenBy } = standing;
  if (awaited !== null) {
    const { what, by, since, dueOn } = awaited;
    return { what, by, since, dueOn };
  }
  if (over || writtenBy === null) return null;
  return { what: `go on with the ${process.name}`, by: writtenBy, since: openedOn, dueOn: null };
}

/** The steps with which papers of each kind are over, for now or for good. */
export function endsOf(
  processes: readonly Process[],
): readonly { readonly kind: string; readonly step: string }[] {
  return processes.flatMap(({ kind, states, steps }) => [
    ...steps
      .filter(({ to }) => to !== 'as before' && states[to]?.over === true)
      .map(({ step }) => ({ kind, step })),
    { kind, step: settingAside.aside.step },
  ]);
}
