import { sql } from 'kysely';
import type { Side } from '#/papers/rules/process.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A paper without what it says: enough to tell where it stands and whose turn it is. */
export interface PaperInBrief {
  readonly id: string;
  readonly urn: Urn;
  readonly kind: string;
  readonly side: Side;
  readonly opened: { readonly person: string; readonly on: IsoDate };
  /** In the order in which they were taken. */
  readonly steps: readonly {
    readonly step: string;
    readonly by: string;
    readonly for: Side;
    readonly on: IsoDate;
    readonly opened: boolean;
  }[];
  /** Of the newest version that who acts may read; `null` where none was saved. */
  readonly newest: { readonly aboutOn: IsoDate | null; readonly person: string } | null;
}

/**
 * The papers that who acts may read and that are not over, in the order in which they were opened.
 *
 * @param ends the steps with which papers of a kind are over
 */
export async function papersNotOver(
  transaction: AuthorityTransaction,
  ends: readonly { readonly kind: string; readonly step: string }[],
): Promise<readonly PaperInBrief[]> {
  const [kinds, last] = [ends.map(({ kind }) => kind), ends.map(({ step }) => step)];
  const { rows } = await sql<{
    id: string;
    urn: Urn;
    kind: string;
    side: Side;
    openedOn: IsoDate;
    openedBy: string;
    steps: PaperInBrief['steps'] | null;
    aboutOn: IsoDate | null;
    savedBy: string | null;
  }>`
    select p.id, p.urn, p.kind, p.side, p.opened_on as "openedOn", p.opened_by as "openedBy", s.steps,
           v.about_on as "aboutOn", v.saved_by as "savedBy"
      from paper p
      left join lateral (select n.step from paper_step n where n.paper = p.id order by n.number desc limit 1) l on true
      left join lateral (
        select json_agg(json_build_object('step', t.step, 'by', t.taken_by, 'for', t.taken_for, 'on', t.on_date, 'opened', t.opened)
                        order by t.number) as steps
          from paper_step t where t.paper = p.id) s on true
      left join lateral (select one.about_on, one.saved_by from paper_version one where one.paper = p.id
                          order by one.number desc limit 1) v on true
     where (p.kind, coalesce(l.step, '')) not in (select * from unnest(${kinds}::text[], ${last}::text[]))
     order by p.opened_on, p.kept_at, p.id`.execute(transaction);
  return rows.map(({ openedOn, openedBy, steps, aboutOn, savedBy, ...row }) => ({
    ...row,
    opened: { on: openedOn, person: openedBy },
    steps: steps ?? [],
    newest: savedBy === null ? null : { aboutOn, person: savedBy },
  }));
}
