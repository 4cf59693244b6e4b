import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '#/published/facts/sql.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Intake, IntakeFigure } from '#/schools/rules/similar.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import type { Member } from './members.ts';
import { preferredSql } from './preferred-sql.ts';
import { numberOrNull, readRows, text, textOrNull, type Row } from './read-rows.ts';

export interface IntakesQuery {
  readonly asAt: IsoDate;
  readonly phase: Phase;
}

/** What each fact of intake is read from. Counts are read as shares of the pupils they were counted among. */
const facts = [
  { fact: 'pupils', measures: ['pupils-on-roll'], share: false },
  { fact: 'priorAttainment', measures: ['ks2-prior-attainment', 'ks4-prior-attainment'], share: false },
  { fact: 'disadvantaged', measures: ['pupils-free-meals-ever'], share: true },
  { fact: 'eal', measures: ['pupils-eal'], share: true },
  { fact: 'senSupport', measures: ['pupils-sen-support'], share: true },
  { fact: 'senPlan', measures: ['pupils-sen-plan'], share: true },
] as const satisfies readonly { fact: keyof Intake; measures: readonly MeasureId[]; share: boolean }[];

/** Prior attainment is of the key stage that the phase ends with. */
const priorAttainment: Partial<Record<Phase, MeasureId>> = {
  primary: 'ks2-prior-attainment',
  secondary: 'ks4-prior-attainment',
};

/** Newest year of each measure known on the date, one row a reference number: number and year of each fact in turn. */
function numbersSql({ asAt, phase }: IntakesQuery): string {
  const wanted = facts.flatMap(({ measures }): readonly MeasureId[] => measures);
  const number = (share: boolean): string =>
    share ? 'case when cohort > 0 then least(100, 100 * number / cohort) end' : 'number';
  const columns = facts.map(({ fact, measures, share }) => {
    const measure = fact === 'priorAttainment' ? (priorAttainment[phase] ?? '') : measures[0];
    const of = `filter (where measure = ${literal(measure)})`;
    return `max(${number(share)}) ${of}, max(year) ${of}`;
  });
  return `with newest as (
  select urn, measure, year, number, cohort from value
  where known_on <= ${literal(asAt)}::date and grp = 'all' and number is not null
    and measure in (${wanted.map(literal).join(', ')})
  qualify row_number() over (partition by urn, measure order by year desc, ${preferredSql()}) = 1
)
select urn, ${columns.join(', ')} from newest group by urn`;
}

/** Name, pupils and deprivation as the statement of the register nearest to the date says. */
function registeredSql(asAt: IsoDate): string {
  const nearest = `(known_on <= ${literal(asAt)}::date, -abs(known_on - ${literal(asAt)}::date), source)`;
  const fact = (column: string): string =>
    `arg_max(${column}, ${nearest}) filter (where ${column} is not null)`;
  return `select urn, ${fact('name')}, ${fact('pupils')}, ${fact('idaci_quintile')} from register group by urn`;
}

type Numbers = readonly (IntakeFigure | null)[];

function numbersOf(row: Row): Numbers {
  return facts.map((_, index) => {
    const number = numberOrNull(row, 1 + 2 * index);
    return number === null ? null : { number, year: numberOrNull(row, 2 + 2 * index) };
  });
}

/**
 * Who the pupils of every open school of a phase were, as known on the date, in order of reference number: the newest
 * year of each fact, a predecessor's where the school has none of its own yet. A school of which nothing is known is
 * there too, with nothing.
 */
export async function readIntakes(
  connection: DuckDBConnection,
  query: IntakesQuery,
  members: readonly Member[],
): Promise<readonly Intake[]> {
  const own = new Map<Urn, Numbers>(
    (await readRows(connection, numbersSql(query))).map((row) => [text(row, 0), numbersOf(row)]),
  );
  const registered = new Map(
    (await readRows(connection, registeredSql(query.asAt))).map((row) => [text(row, 0), row] as const),
  );
  const before = await readRows(
    connection,
    `select urn, ancestor from ancestor where known_on <= ${literal(query.asAt)}::date order by urn, ancestor desc`,
  );
  const predecessors = Map.groupBy(before, (row) => text(row, 0));
  const numbersFor = (urn: Urn): Numbers =>
    [urn, ...(predecessors.get(urn) ?? []).map((row) => text(row, 1))]
      .flatMap((each) => (own.has(each) ? [own.get(each) ?? []] : []))
      .at(0) ?? [];
  return members
    .filter(({ phase, status }) => phase === query.phase && status.startsWith('open'))
    .map(({ urn, slug, phase }) => {
      const row = registered.get(urn) ?? [];
      const [pupils, prior, disadvantaged, eal, senSupport, senPlan] = numbersFor(urn);
      return {
        urn,
        name: textOrNull(row, 1) ?? urn,
        authority: slug,
        phase,
        pupils: pupils ?? figureOf(row, 2),
        priorAttainment: prior ?? null,
        disadvantaged: disadvantaged ?? null,
        eal: eal ?? null,
        senSupport: senSupport ?? null,
        senPlan: senPlan ?? null,
        idaciQuintile: figureOf(row, 3),
      };
    });
}

/** The register names no school year. */
function figureOf(row: Row, index: number): IntakeFigure | null {
  const number = numberOrNull(row, index);
  return number === null ? null : { number, year: null };
}
