import type { RoundRead } from '#/analyse/actions/deciding/read-round.ts';
import { judged, type SchoolToDecide } from '#/analyse/actions/deciding/held-against.ts';
import {
  inventedAuthority,
  inventedRows,
  inventedRun,
  inventedScheme,
  inventedSource,
} from '#/analyse/pages/invented.fixture.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import { categoriesToChoose } from '#/analyse/rules/deciding/check-decision.ts';
import type { CategoryDecision, CategoryRound, DidBy } from '#/analyse/rules/deciding/decision.ts';
import { standingOfDecision } from '#/analyse/rules/deciding/decision-standing.ts';
import { whyModerated, type ModerationEvidence } from '#/analyse/rules/deciding/moderation.ts';
import { progressOfRound } from '#/analyse/rules/deciding/progress.ts';

/** An invented round in the shapes that the actions answer with. None of it is about a real school. */

export const decidedBy = (name: string, on: string): DidBy => ({
  person: name,
  name,
  on,
  keptAt: `${on}T10:00:00.000Z`,
});

export const inventedRound: CategoryRound = {
  ...{ number: '2', run: inventedRun.id, name: 'Autumn term 2025', urn: null },
  ...{ decideBy: '2025-10-10', tellBy: '2025-10-24', why: 'A new term' },
  opened: decidedBy('Ada Marsh', '2025-09-15'),
};

export function inventedDecision(changes: Partial<CategoryDecision> = {}): CategoryDecision {
  return {
    ...{ id: 'd1', round: '2', urn: '900001', run: inventedRun.id, proposed: 'A4', scheme: 'norfolk-2013' },
    ...{ category: 'A4', group: 'causing concern', ofConcern: true, why: '', revises: null },
    ...{ decided: decidedBy('Ada Marsh', '2025-09-20'), signed: null, told: null },
    ...changes,
  };
}

const nothing: Omit<ModerationEvidence, 'proposal' | 'was'> = {
  ...{ lastDecision: null, ownView: null, chance: null, expectations: [] },
  heard: { entries: 0, suggests: null },
};

export function schoolToDecide(
  row: RegisterRow,
  decision: CategoryDecision | null,
  against: Partial<ModerationEvidence> = {},
): SchoolToDecide {
  const evidence = { ...nothing, proposal: row.proposal, was: row.was, ...against };
  const reasons = whyModerated(evidence, inventedScheme, { low: 0.02, high: 0.1 });
  return {
    ...{ row, decision, confirmed: false, urn: row.school.urn, proposed: row.proposal.category },
    standing: standingOfDecision(decision, false),
    lastDecision: evidence.lastDecision,
    against: evidence,
    reasons,
    ...judged({ decision, proposed: row.proposal.category }, reasons, inventedScheme),
  };
}

const [concern, good, unknown] = inventedRows;
if (concern === undefined || good === undefined || unknown === undefined) throw new Error('Three schools');

/** Everything that can be said of a school at a meeting. */
export const everythingSaid: Partial<ModerationEvidence> = {
  lastDecision: inventedDecision({
    ...{
      id: 'd0',
      round: '1',
      category: 'B3',
      proposed: 'B3',
      group: 'requiring improvement',
      ofConcern: false,
    },
    ...{
      why: 'A visit',
      told: decidedBy('Ada Marsh', '2025-05-01'),
      decided: decidedBy('Ada Marsh', '2025-04-20'),
    },
  }),
  ownView: { words: 'good', good: true, on: '2025-09-01' },
  chance: { chance: 0.12, low: 0.08, high: 0.18 },
  expectations: [{ name: 'Bo Sedge', standing: 'good or better' }],
  heard: { entries: 3, suggests: 'a stage of concern' },
};

export const schoolsOfMeeting = {
  concern: (decision: CategoryDecision | null) => schoolToDecide(concern, decision, everythingSaid),
  good: (decision: CategoryDecision | null) =>
    schoolToDecide(good, decision, { chance: everythingSaid.chance ?? null }),
  unknown: (decision: CategoryDecision | null) => schoolToDecide(unknown, decision),
};

/** A round of three schools as its pages are given it. */
export function inventedRoundRead(
  schools: readonly SchoolToDecide[],
  changes: Partial<RoundRead> = {},
): RoundRead {
  return {
    ...{ authority: inventedAuthority, today: '2025-09-21', round: inventedRound, run: inventedRun },
    ...{ scheme: inventedScheme, followedBy: null, schools, mayDecide: true, reader: 'Ada Marsh' },
    chances: null,
    choices: categoriesToChoose(inventedScheme),
    maySign: new Set(),
    progress: progressOfRound(schools, inventedScheme),
    told: { on: '2025-09-21', told: 0, late: 0, of: schools.length },
    toSign: { byReader: 0, ofReader: 0 },
    sources: [inventedSource],
    ...changes,
  };
}
