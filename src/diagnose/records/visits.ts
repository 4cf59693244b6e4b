import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A visit, or a meeting, as far as lists tell of it. */
export interface VisitKept {
  readonly paper: string;
  readonly urn: Urn;
  readonly kind: 'visit' | 'meeting';
  readonly template: string;
  readonly partOf: string | null;
  /** The day for which it is planned, or on which it was; `null` where none is said. */
  readonly on: IsoDate | null;
  /** As typed; empty where nothing was. */
  readonly time: string;
  readonly focus: string;
  readonly goes: string;
  readonly openedOn: IsoDate;
  readonly openedBy: string;
  /** In the order in which they were taken. */
  readonly steps: readonly {
    readonly step: string;
    readonly on: IsoDate;
    readonly opened: boolean;
    readonly words: string;
  }[];
}

/**
 * Visits and meetings that who acts may read, as they were known on a day: what was opened and done by then, in the words of
 * the newest version of then. Of a paper that came into the records later than the days it tells of, the first version.
 */
export async function visitsKnownOn(
  transaction: AuthorityTransaction,
  { knownOn, urn }: { readonly knownOn: IsoDate; readonly urn?: Urn },
): Promise<readonly VisitKept[]> {
  const { rows } = await sql<VisitKept>`
    select p.id as paper, p.urn, p.kind, p.template, p.part_of as "partOf", v.about_on as on,
           coalesce(v.content ->> 'time', '') as time, coalesce(v.content ->> 'focus', '') as focus,
           coalesce(v.content ->> 'goes', '') as goes, p.opened_on as "openedOn", p.opened_by as "openedBy",
           coalesce(s.steps, '[]') as steps
      from paper p
      left join lateral (
        select one.about_on, one.content from paper_version one where one.paper = p.id
         order by (one.saved_at at time zone 'Europe/London')::date > ${knownOn}::date,
                  case when (one.saved_at at time zone 'Europe/London')::date <= ${knownOn}::date
                       then -one.number else one.number end
         limit 1) v on true
      left join lateral (
        select json_agg(json_build_object('step', t.step, 'on', t.on_date, 'opened', t.opened, 'words', t.words) order by t.number) as steps
          from paper_step t where t.paper = p.id and t.on_date <= ${knownOn}::date) s on true
     where p.kind in ('visit', 'meeting') and p.opened_on <= ${knownOn}::date
       and (${urn ?? null}::text is null or p.urn = ${urn ?? null})
     order by v.about_on, p.kept_at, p.id`.execute(transaction);
  return rows;
}

/** What a note of a visit says, as far as its quality is compared. */
export interface NoteKept {
  readonly paper: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The newest version of the notes named, as far as who acts may read them. */
export async function notesOf(
  transaction: AuthorityTransaction,
  papers: readonly string[],
): Promise<readonly NoteKept[]> {
  if (papers.length === 0) return [];
  return await transaction
    .selectFrom('paper_version')
    .select(['paper', 'content'])
    .distinctOn('paper')
    .where('paper', '=', sql<string>`any(${[...papers]}::uuid[])`)
    .orderBy('paper')
    .orderBy('number', 'desc')
    .execute();
}
