import { loadReference } from '#/law/reference.ts';
import { normalQuantile } from '#/statistics/normal.ts';
import { word } from './by-hand-columns.ts';

/**
 * Points of results and of the last inspection by the rules of the scheme `norfolk-2013`, written anew in SQL. What
 * differs: a share's range is taken from the normal distribution, as there is no inverse of the beta distribution in SQL.
 */
export function pointsByHand(asAt: string): readonly string[] {
  return [
    ...figures(),
    yearly,
    pooled,
    underlying(asAt),
    resultPoints(),
    trend(asAt),
    inspectionPoints(asAt),
  ];
}

const number = (value: number | null | undefined): string => `${String(value ?? null)}::double`;

/** England's figures, what is known of each measure, and the years between which a line may be drawn. */
function figures(): readonly string[] {
  const { nationalFigures, measures } = loadReference();
  const england = nationalFigures.map(
    (figure) => `(${word(figure.measure)}, ${figure.year}, ${number(figure.number)})`,
  );
  const about = measures.map(
    (measure) =>
      `(${[
        word(measure.id),
        word(measure.kind),
        number(measure.priorPupils?.number),
        number(measure.schoolSd?.number),
        number(measure.pupilSd?.number),
        number(measure.yearlyPersistence?.number),
        number(measure.yearlyChangeSd?.number),
        number(measure.floor?.number),
      ].join(', ')})`,
  );
  const spans = measures.flatMap(({ id, spans: all }) =>
    all.map(({ from, to }) => `(${word(id)}, ${from}, ${to ?? 9999})`),
  );
  return [
    `create table england as select * from (values ${england.join(', ')}) t(measure, year, number)`,
    `create table measure as select * from (values ${about.join(', ')}) t(measure, kind, prior_pupils, school_sd, pupil_sd, kept_a_year, change_sd, floor)`,
    `create table span as select * from (values ${spans.join(', ')}) t(measure, first_year, last_year)`,
  ];
}

/** A year without a number of the school itself is read from its predecessors, pupils added together. */
const yearly = `create table yearly as
with own as (
  select a.urn, v.measure, v.year, v.number, v.cohort, v.low, v.high, v.urn = a.urn as own
  from member m join ancestor a using (urn) join value v on v.urn = a.ancestor
  where m.status like 'open%' and v.grp = 'all' and v.number is not null and v.cohort > 0
), added as (
  select urn, measure, year, sum(number * cohort) / sum(cohort) as number, sum(cohort) as pupils,
    case when count(*) = 1 then any_value(high - low) end / (2 * 1.959964) as published_error
  from (select *, bool_or(own) over (partition by urn, measure, year) as has_own from own) where own = has_own group by all
), beside as (
  select a.*, m.kind, case when m.kind = 'progress' then 0 else e.number end as england,
    coalesce(nullif(a.published_error, 0), m.pupil_sd / sqrt(a.pupils)) as error
  from added a join measure m using (measure) left join england e using (measure, year)
)
select b.*, s.last_year as span_end, max(b.year) over (partition by b.urn, b.measure) as newest
from beside b join span s on s.measure = b.measure and b.year between s.first_year and s.last_year
where b.england is not null`;

/** Up to three years in one span, each pupil counting the same. */
const pooled = `create table pooled as
select urn, measure, sum(number * pupils) / sum(pupils) as number, sum(pupils) as pupils, sum(england * pupils) / sum(pupils) as england,
  sqrt(sum((pupils * error) ** 2)) / sum(pupils) as error, min(year) as first, max(year) as last
from yearly where year > newest - 3 and newest <= span_end group by urn, measure`;

/** What is believed of each school and measure today: pooled, shrunk towards England, and aged. */
function underlying(asAt: string): string {
  const level = loadReference().schemes.find(({ id }) => id === 'norfolk-2013')?.settings.intervalLevel
    .number;
  const z = normalQuantile((1 + (level ?? Number.NaN)) / 2);
  return `create table underlying as
with prior as (
  select p.*, m.kind, m.school_sd, m.prior_pupils, m.floor,
    m.kept_a_year ** greatest(0, datesub('year', make_date(p.last, 12, 31), date '${asAt}')) as kept,
    least(0.99, greatest(0.01, p.england / 100)) as rate
  from pooled p join measure m using (measure)
), fresh as (
  select *, case kind when 'proportion' then 100 * rate else england end as prior,
    case kind when 'proportion' then 100 * sqrt(rate * (1 - rate) / (prior_pupils + 1)) else school_sd end as prior_sd,
    case kind when 'proportion' then 100 * sqrt(england / 100 * (1 - england / 100) / (prior_pupils + 1)) else school_sd end as spread,
    case kind when 'proportion' then 100 * (number / 100 * pupils + prior_pupils * rate) / (pupils + prior_pupils)
      else england + school_sd ** 2 / (school_sd ** 2 + error ** 2) * (number - england) end as mean
  from prior
), spread as (
  select *, case kind when 'proportion' then 100 * sqrt(mean / 100 * (1 - mean / 100) / (pupils + prior_pupils + 1))
    else sqrt(school_sd ** 2 * error ** 2 / (school_sd ** 2 + error ** 2)) end as sd
  from fresh
), aged as (
  select * exclude (mean, sd), prior + kept * (mean - prior) as estimate,
    sqrt(prior_sd ** 2 * (1 - kept ** 2) + kept ** 2 * sd ** 2) as sd
  from spread
)
select *, estimate - ${z} * sd as low, estimate + ${z} * sd as high from aged`;
}

const steps = (value: string, all: readonly number[]): string =>
  all.map((step) => `(${value} >= ${step})::integer`).join(' + ');

function settings() {
  const scheme = loadReference().schemes.find(({ id }) => id === 'norfolk-2013');
  if (scheme === undefined) throw new Error('There is no scheme norfolk-2013.');
  return scheme.settings;
}

/** Which measure is read for attainment: of secondary schools key stage 2 where they have no Attainment 8. */
const chosen = `select m.urn, m.phase, case
  when m.phase = 'primary' then 'ks2-rwm-expected'
  when m.phase = 'secondary' and exists (select 1 from yearly y where y.urn = m.urn and y.measure = 'ks4-attainment-8') then 'ks4-attainment-8'
  when m.phase = 'secondary' then 'ks2-rwm-expected' end as measure,
  case when m.phase = 'primary' then 'ks2' when m.phase = 'secondary' then
    case when exists (select 1 from yearly y where y.urn = m.urn and y.measure = 'ks4-progress-8') then 'ks4' else 'ks2' end end as progress
from member m where m.status like 'open%'`;

function resultPoints(): string {
  const { attainmentStepsSd, progressStepsToFloor } = settings();
  const attainment = (value: string): string =>
    steps(`(u.england - ${value}) / u.spread`, attainmentStepsSd.numbers);
  const floors = (value: string): string =>
    steps(`coalesce(max(${value} / u.floor) filter (where u.high < 0), 0)`, progressStepsToFloor.numbers);
  return `create table result_points as
with chosen as (${chosen}), attainment as (
  select c.urn, case when u.high < u.england then least(${attainment('u.estimate')}, ${attainment('u.number')}) else 0 end as attainment
  from chosen c join underlying u using (urn, measure)
), progress as (
  select c.urn, least(${floors('u.estimate')}, ${floors('u.number')}) as progress
  from chosen c join underlying u using (urn)
  where u.measure like '%-progress%' and u.measure like c.progress || '-%' group by c.urn
)
select c.urn, c.measure, a.attainment, p.progress from chosen c left join attainment a using (urn) left join progress p using (urn)`;
}

/** A line through each school's differences from England, by precision, shrunk towards no change. */
function trend(asAt: string): string {
  const { trendProbabilities, resultsWithinYears } = settings();
  const surely = trendProbabilities.numbers.map((probability) => normalQuantile(probability));
  return `create table trend_points as
with difference as (
  select y.urn, y.measure, y.year, y.number - y.england as away, m.change_sd,
    1 / case y.kind when 'proportion' then y.england * (100 - y.england) / y.pupils else y.error ** 2 end as weight
  from yearly y join result_points r using (urn, measure) join measure m using (measure)
  where y.newest <= y.span_end and greatest(0, datesub('year', make_date(y.newest, 12, 31), date '${asAt}')) < ${resultsWithinYears.number}
), middle as (
  select *, sum(weight * year) over (partition by urn) / sum(weight) over (partition by urn) as centre from difference
), line as (
  select urn, sum(weight * (year - centre) * away) / sum(weight * (year - centre) ** 2) as slope,
    sum(weight * (year - centre) ** 2) as spread, max(year) - min(year) + 1 as years, any_value(change_sd) as change_sd
  from middle group by urn having count(*) > 1
), kept as (
  select *, change_sd ** 2 * 6 * (years ** 2 + 1) / (5 * years * (years ** 2 - 1)) as between_schools,
    between_schools / (between_schools + 1 / spread) as keep
  from line
)
select urn, ${steps('-keep * slope / sqrt(keep / spread)', surely)} as trend from kept`;
}

/** Where a school stands by its last full inspection, and whether that is old or in doubt since. */
function inspectionPoints(asAt: string): string {
  const years = settings().goodInspectionAgesAfterYears.number;
  const weak = (grade: string): string => `len(list_filter(judged, x -> x.grade = '${grade}'))`;
  return `create table inspection_points as
with full_one as (
  select *, from_json(judgements, '[{"area":"VARCHAR","grade":"VARCHAR"}]') as judged from latest where kind <> 'ungraded'
  qualify row_number() over (partition by urn order by place) = 1
), standing as (
  select *, case when category in ('SM', 'SWK', 'RSI', 'NTI') then 'serious'
    when overall in ('1', '2', '3', '4') then ['strongest', 'secure', 'below', 'serious'][overall::integer]
    when len(list_filter(judged, x -> x.grade in ('1', '2', '3', '4', 'Met', 'Not met'))) = 0 then 'none'
    when ${weak('4')} + ${weak('Not met')} > 0 then 'serious'
    when len(list_filter(judged, x -> x.grade = '3' and regexp_replace(lower(x.area), '^effectiveness of ', '')
      in ('quality of education', 'leadership and management'))) > 0 then 'below'
    when ${weak('3')} > 0 then 'partly below'
    when len(list_filter(judged, x -> x.grade = '2')) = 0 then 'strongest' else 'secure' end as standing
  from full_one
), since as (
  select s.urn, arg_max(l.started_on, (l.started_on, l.number)) as started_on, arg_max(l.outcome, (l.started_on, l.number)) as outcome
  from standing s join latest l on l.urn = s.urn and l.kind = 'ungraded' and l.started_on > s.started_on group by s.urn
)
select s.urn, s.standing, greatest(
  case standing when 'serious' then 3 when 'below' then 2 when 'partly below' then 1 else 0 end,
  (datesub('year', coalesce(t.started_on, s.started_on), date '${asAt}') >= ${years})::integer,
  coalesce(regexp_matches(t.outcome, '(?i)concerns|not as strong'), false)::integer) as points
from standing s left join since t using (urn) where standing <> 'none'`;
}
