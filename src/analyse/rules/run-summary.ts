import type { Phase, School } from '#/schools/rules/school.ts';
import { phases } from '#/schools/rules/school.ts';
import type { Proposal } from './proposal.ts';
import { insufficientEvidence } from './scheme.ts';

export interface Portion {
  readonly numerator: number;
  readonly denominator: number;
}

/** How many schools of each phase a run proposes each category for, and how sure it is. */
export interface RunSummary {
  readonly schools: number;
  /** Phases that have schools, in the order of `phases`, with their number of schools. */
  readonly phases: readonly { readonly phase: Phase; readonly schools: number }[];
  /** Most concern first; `insufficient evidence` last. Every school is in exactly one. */
  readonly categories: readonly {
    readonly category: string;
    readonly meaning: string;
    readonly group: string | null;
    readonly all: Portion;
    readonly byPhase: readonly Portion[];
  }[];
  readonly sureness: readonly { readonly level: Proposal['sureness']['level']; readonly all: Portion }[];
  /** Schools whose category differs from the run before; `null` when there is none. */
  readonly changed: Portion | null;
  /** Schools that no register known on the run's date tells of, only a later one. */
  readonly knownLater: Portion;
}

/** Counts a run. Numerators of a phase's categories add up to its schools: nobody is left out and nobody counted twice. */
export function summariseRun(
  rows: readonly { readonly school: School; readonly proposal: Proposal; readonly was: string | null }[],
  hasPrevious: boolean,
): RunSummary {
  const present = phases.filter((phase) => rows.some(({ school }) => school.phase === phase));
  const portion = (of: typeof rows, holds: (row: (typeof rows)[number]) => boolean): Portion => ({
    numerator: of.filter(holds).length,
    denominator: of.length,
  });
  const inPhase = new Map(
    present.map((phase) => [phase, rows.filter(({ school }) => school.phase === phase)]),
  );
  const proposals = new Map(rows.map(({ proposal }) => [proposal.category, proposal]));
  const worstFirst = [...proposals.values()].toSorted(
    (a, b) =>
      Number(a.category === insufficientEvidence) - Number(b.category === insufficientEvidence) ||
      (b.concern ?? -1) - (a.concern ?? -1) ||
      a.category.localeCompare(b.category),
  );
  return {
    schools: rows.length,
    phases: [...inPhase].map(([phase, schools]) => ({ phase, schools: schools.length })),
    categories: worstFirst.map(({ category, meaning, group }) => ({
      category,
      meaning,
      group,
      all: portion(rows, ({ proposal }) => proposal.category === category),
      byPhase: [...inPhase.values()].map((schools) =>
        portion(schools, ({ proposal }) => proposal.category === category),
      ),
    })),
    sureness: (['firm', 'borderline', 'uncertain'] as const).map((level) => ({
      level,
      all: portion(rows, ({ proposal }) => proposal.sureness.level === level),
    })),
    knownLater: portion(rows, ({ school }) => school.registerKnownLater),
    changed: hasPrevious ? portion(rows, ({ was }) => was !== null) : null,
  };
}
