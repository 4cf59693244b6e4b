import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** Something somebody wrote to a school or for one or of one, or that is said of them: in a request, as an adviser of schools. */
export interface Written {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly what:
    | 'replied'
    | 'answered'
    | 'asked'
    | 'is named in a request'
    | 'expected'
    | 'aimed at'
    | 'chose'
    | 'brings'
    | 'has an interest'
    | 'rated'
    | 'is rated'
    | 'wrote'
    | 'took a step'
    | 'added a file'
    | 'told'
    | 'looked at'
    | 'corrected'
    | 'renewed'
    | 'withdrawn'
    | 'is named in an entry';
  /** `null` of a share aimed at and of what forecasts use, which are of no one school. */
  readonly urn: string | null;
  /** The request, in the words of who asked; what is expected, aimed at or chosen; `null` of a reply, which is to the category. */
  readonly request: string | null;
  /** Their own words, those on why; of a request that names them, why it was asked. */
  readonly words: string;
}

/** What one person wrote, and the requests that name them, newest first, as far as who acts may read it. */
export async function writtenBy(
  transaction: AuthorityTransaction,
  person: string,
): Promise<readonly Written[]> {
  const { rows } = await sql<Omit<Written, 'at'> & { at: Date }>`
    select said_at as at, 'replied' as what, urn, null as request, words from school_reply where said_by = ${person}
    union all
    select a.answered_at, 'answered', a.urn, q.what, a.words
      from school_request_answer a join school_request q on q.id = a.request where a.answered_by = ${person}
    union all
    select asked_at, 'asked', urn, what, why from school_request where asked_by = ${person}
    union all
    select q.asked_at, 'is named in a request', q.urn, q.what, q.why
      from school_request_reader r join school_request q on q.id = r.request where r.person = ${person}
    union all
    select kept_at, 'expected', urn, case when standing is null then 'withdrawn' else standing || ' by ' || by_date end
           || coalesce(', ' || sure || '% sure', '') || ' (on ' || made_on || ')', why
      from expectation where made_by = ${person}
    union all
    select kept_at, 'aimed at', null, coalesce(round((share * 100)::numeric, 1) || '% of ', 'withdrawn: ') || group_name || ', '
           || standing || ' on ' || on_date, rests_on
      from share_target where set_by = ${person}
    union all
    select kept_at, 'chose', null, 'forecasts ' || case when deprivation then 'with' else 'without' end || ' deprivation of the area',
           why
      from forecast_choice where chosen_by = ${person}
    union all
    select said_at, 'brings', null, concat_ws('; ', nullif(organisation, ''), case when independent then 'from outside the area' end,
             'phases ' || phases, capacity || ' schools at most', 'from ' || from_date || ', said by ' || said_by_name),
           concat_ws('; ', nullif(qualifications, ''), nullif(experience, ''))
      from adviser_profile where person = ${person}
    union all
    select said_at, 'has an interest', urn, 'from ' || from_date || coalesce(' to ' || until_date, '') || ', said by ' || said_by_name, what
      from declared_interest where person = ${person}
    union all
    select said_at, case when said_by = ${person} then 'rated' else 'is rated' end, urn,
           'credibility ' || credibility || ', challenge ' || challenge || ', consistency ' || consistency || ' of 4 (' || term || ' term '
             || school_year - 1 || '/' || right(school_year::text, 2) || ', said by ' || said_by_name || ')', comment
      from view_of_partner where said_by = ${person} or partner = ${person}
    union all
    select v.saved_at, 'wrote', v.urn, p.kind || ', version ' || v.number, v.content::text
      from paper_version v join paper p on p.id = v.paper where v.saved_by = ${person}
    union all
    select s.kept_at, 'took a step', s.urn, p.kind || ', ' || s.step || ' on ' || s.on_date, s.words
      from paper_step s join paper p on p.id = s.paper where s.taken_by = ${person}
    union all
    select f.kept_at, 'added a file', f.urn, p.kind, f.name
      from paper_file f join paper p on p.id = f.paper where f.added_by = ${person}
    union all
    select told_at, 'told', urn, source, words from intelligence where told_by = ${person}
    union all
    select s.taken_at, s.act, i.urn, coalesce(s.says, i.words), s.why
      from intelligence_step s join intelligence i on i.id = s.entry where s.taken_by = ${person}
    union all
    select i.told_at, 'is named in an entry', i.urn, i.source, i.words
      from intelligence_reader r join intelligence i on i.id = r.entry where r.person = ${person}
    order by 1 desc, 2`.execute(transaction);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
