import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What was decided of a school, as far as lists and pages need it: without the words of the letter. */
export interface DecisionBeside {
  readonly id: string;
  readonly urn: Urn;
  readonly round: string;
  readonly run: string;
  /** The day as at which that analysis was made. */
  readonly asAt: IsoDate;
  readonly proposed: string;
  readonly scheme: string;
  readonly category: string;
  readonly group: string | null;
  readonly ofConcern: boolean;
  readonly why: string;
  readonly decidedOn: IsoDate;
  readonly decidedBy: string;
  /** `null`: not signed, or the reader may not know. */
  readonly signedOn: IsoDate | null;
  readonly signedBy: string | null;
  /** `null`: head and chair are not told yet, and the reader may know of it all the same. */
  readonly told: {
    readonly on: IsoDate;
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly by: string;
    readonly way: 'here' | 'by post';
  } | null;
}

/** Every decision that who acts may read, of one school or of all, in the order in which they were made: in one query. */
export async function decisionsBeside(
  transaction: AuthorityTransaction,
  urn?: Urn,
): Promise<readonly DecisionBeside[]> {
  const rows = await transaction
    .selectFrom('category_decision as d')
    .innerJoin('risk_run as r', 'r.number', 'd.run')
    .leftJoin('category_signature as s', 's.decision', 'd.id')
    .leftJoin('category_letter as l', 'l.decision', 'd.id')
    .select(['d.id', 'd.urn', 'd.round', 'd.run', 'r.as_at as asAt', 'd.proposed', 'd.scheme', 'd.category'])
    .select(['d.group_told as group', 'd.of_concern as ofConcern', 'd.why'])
    .select(['d.decided_on as decidedOn', 'd.decided_by_name as decidedBy'])
    .select(['s.signed_on as signedOn', 's.signed_by_name as signedBy'])
    .select(['l.told_on as toldOn', 'l.kept_at as toldAt', 'l.told_by_name as toldBy', 'l.way'])
    .$if(urn !== undefined, (query) => query.where('d.urn', '=', urn ?? ''))
    .orderBy('d.kept_at')
    .orderBy('d.id')
    .execute();
  return rows.map(({ toldOn, toldAt, toldBy, way, ...row }) => ({
    ...row,
    told:
      toldOn === null || toldAt === null || toldBy === null || way === null
        ? null
        : { on: toldOn, at: toldAt.toISOString(), by: toldBy, way },
  }));
}

/** What is decided of a school: what it was last told, and what is decided since and not told. */
export interface DecidedNow {
  readonly told: DecisionBeside | null;
  readonly untold: DecisionBeside | null;
}

/** Of each school with a decision that who acts may read: what it was last told, and what waits to be told. */
export async function decidedNow(
  transaction: AuthorityTransaction,
  urn?: Urn,
): Promise<ReadonlyMap<Urn, DecidedNow>> {
  const of = new Map<Urn, DecidedNow>();
  for (const one of await decisionsBeside(transaction, urn)) {
    const before = of.get(one.urn)?.told ?? null;
    of.set(one.urn, one.told === null ? { told: before, untold: one } : { told: one, untold: null });
  }
  return of;
}
