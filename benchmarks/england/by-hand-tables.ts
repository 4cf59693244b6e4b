import { registerColumns } from '#/published/facts/register-sql.ts';
import type { InspectionFacts, Layout } from '#/published/layout.ts';
import {
  cohortSql,
  dateSql,
  inFile,
  mapped,
  measuresIn,
  numberSql,
  quoted,
  textSql,
  word,
} from './by-hand-columns.ts';

/** One file as SQL reads it: where it is, what it is, and what its header says. */
export interface HandFile {
  readonly path: string;
  readonly layout: Layout;
  readonly header: readonly string[];
  /** School year of results. */
  readonly year: number;
}

/** The file's rows, every cell as text. */
function rowsOf({ path }: HandFile): string {
  return `read_csv(${word(path)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
  null_padding = true, strict_mode = false)`;
}

/** Open state-funded schools and what the register says of them, each fact typed. */
export function registerByHand(file: HandFile, knownOn: string): string {
  const { layout, header } = file;
  const { register } = layout;
  if (register === undefined) throw new Error(`${layout.id} is no register.`);
  const facts = Object.entries(registerColumns).map(([field, column]) => {
    const text = (register.text as Record<string, Parameters<typeof textSql>[1]>)[field];
    const date = (register.dates as Record<string, Parameters<typeof textSql>[1]>)[field];
    const number = (register.numbers as Record<string, Parameters<typeof textSql>[1]>)[field];
    if (date !== undefined) return `${dateSql(header, date, layout.dates)} as ${column}`;
    if (number !== undefined) return `try_cast(${textSql(header, number)} as integer) as ${column}`;
    if (column.endsWith('_on')) return `null::date as ${column}`;
    if (
      ['lowest_age', 'highest_age', 'pupils', 'capacity', 'idaci_quintile', 'easting', 'northing'].includes(
        column,
      )
    )
      return `null::integer as ${column}`;
    return `${textSql(header, text)} as ${column}`;
  });
  const phase = `coalesce(${register.phase.map(([column, words]) => mapped(textSql(header, column), words)).join(', ')})`;
  const status =
    register.status === null ? `'open'` : mapped(textSql(header, register.status[0]), register.status[1]);
  const name = textSql(header, register.text.authority);
  return `select ${word(layout.id)} as source, ${word(knownOn)}::date as known_on, ${quoted(inFile(header, layout.urn) ?? '')} as urn,
  ${phase} as phase, ${mapped(textSql(header, register.text.type), register.sectors)} as sector, ${status} as status,
  trim(regexp_replace(lower(${name}), '[^a-z0-9]+', '-', 'g'), '-') as slug, ${facts.join(', ')}
from ${rowsOf(file)} where sector is not null and phase is not null`;
}

export function linksByHand(file: HandFile, knownOn: string): string {
  const { layout, header } = file;
  const on = dateSql(header, layout.links?.establishedOn, layout.dates);
  return `select ${quoted(inFile(header, layout.urn) ?? '')} as urn, ${textSql(header, layout.links?.to)} as other,
  ${textSql(header, layout.links?.type)} as type, ${on} as established_on, ${word(knownOn)}::date as told_on from ${rowsOf(file)}`;
}

/** Every inspection a file tells of; the same one may be told several times. */
export function inspectionsByHand(file: HandFile, knownOn: string): string {
  return (file.layout.inspections ?? [])
    .map((inspection) => told(file, inspection, knownOn))
    .join('\nunion all by name\n');
}

function told(file: HandFile, inspection: InspectionFacts, knownOn: string): string {
  const { layout, header } = file;
  const urn = quoted(inFile(header, layout.urn) ?? '');
  const text = (column: Parameters<typeof textSql>[1]): string => textSql(header, column);
  const judgements = inspection.judgements
    .filter(({ column }) => inFile(header, column) !== null)
    .map(({ area, column, grades }) => `{'area': ${word(area)}, 'grade': ${mapped(text(column), grades)}}`);
  const overall =
    inspection.overall === null ? 'null' : mapped(text(inspection.overall[0]), inspection.overall[1]);
  return `select ${urn} as told_of, ${word(inspection.kind)} as kind, ${word(inspection.slot)} as slot, ${word(knownOn)}::date as told_on,
  ${text(inspection.number)} as number, coalesce(${text(inspection.urnAtTime)}, ${urn}) as urn_at_time, ${text(inspection.nameAtTime)} as name_at_time,
  ${text(inspection.typeAtTime)} as type_at_time, ${text(inspection.inspectionType)} as inspection_type,
  ${dateSql(header, inspection.startedOn, layout.dates)} as started_on, ${dateSql(header, inspection.publishedOn, layout.dates)} as published_on,
  ${overall} as overall, ${text(inspection.category)} as category, ${text(inspection.outcome)} as outcome,
  ${judgements.length === 0 ? `'[]'` : `to_json(list_filter([${judgements.join(', ')}], x -> x.grade is not null))::varchar`} as judgements
from ${rowsOf(file)} where started_on is not null`;
}

/** Values of every measure and group of a table, cell by cell, for schools, authorities and England. */
export function valuesByHand(file: HandFile, source: number, knownOn: string): string {
  const { layout, header, year } = file;
  const { results } = layout;
  if (results === undefined) throw new Error(`${layout.id} has no results.`);
  const measures = measuresIn(layout, header);
  const cell = (column: Parameters<typeof inFile>[1]): string =>
    `trim(${quoted(inFile(header, column) ?? '')})`;
  const limit = (which: 0 | 1): string =>
    measures
      .map(({ interval }) =>
        interval === null || inFile(header, interval[which]) === null
          ? 'null::double'
          : numberSql(cell(interval[which])),
      )
      .join(', ');
  const about = measures.map(
    ({ measure, group, range }, index) =>
      `(${index + 1}, ${word(measure)}, ${word(group)}, ${range[0]}::double, ${range[1]}::double)`,
  );
  const codes = Object.entries(results.missing)
    .filter(([code]) => code !== 'absent')
    .map(([code, meaning]) => `when ${word(code)} then ${word(meaning)}`);
  return `select ${source} as source, ${year} as year, ${word(knownOn)}::date as known_on, level, urn, code, measure, grp,
  case when read between least and most then read end as number, cohort, low, high,
  case when number is null then case when printed is null then ${word(results.missing['absent'] ?? 'not published')}
    else case upper(printed) ${codes.join(' ')} else 'not published' end end end as missing
from (
  select told.*, about.measure, about.grp, about.least, about.most, ${numberSql('printed')} as read from (
    select coalesce(${mapped(cell(results.recordType), results.levels)}, ${results.otherwise === undefined ? 'null' : word(results.otherwise)}) as level, ${cell(layout.urn)} as urn, ${cell(results.authorityCode)} as code,
      unnest(range(1, ${measures.length + 1})) as place, unnest([${measures.map(({ column }) => cell(column)).join(', ')}]) as printed,
      unnest([${measures.map((measure) => cohortSql(measure, header)).join(', ')}]) as cohort,
      unnest([${limit(0)}]) as low, unnest([${limit(1)}]) as high
    from ${rowsOf(file)}
  ) told join (values ${about.join(', ')}) about(place, measure, grp, least, most) using (place)
  where level is not null and (about.grp = 'all' or coalesce(told.printed, '') <> ''))`;
}
