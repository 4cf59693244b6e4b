import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '#/published/facts/sql.ts';
import type { Phase } from '#/schools/rules/school.ts';
import { placesSql } from './latest-values-sql.ts';
import { readRows, text, textOrNull } from './read-rows.ts';
import type { Urn } from '#/schools/rules/urn.ts';

export interface SchoolsNamedQuery {
  readonly asAt: string;
  /** As a person types it: every word is somewhere in the name, or the digits begin the reference number. */
  readonly words: string;
  readonly invented?: boolean;
}

/** A school by its name, as far as choosing it needs. */
export interface NamedSchool {
  readonly urn: Urn;
  readonly name: string;
  readonly authority: string | null;
  readonly district: string | null;
  readonly phase: Phase;
}

/** Most answers to a name: with more, a further word is asked for. */
const mostNamed = 20;

/** Schools of every authority in the registers imported by their name, open or closed, in order of name. */
export async function readSchoolsNamed(
  connection: DuckDBConnection,
  { asAt, words, invented = false }: SchoolsNamedQuery,
): Promise<readonly NamedSchool[]> {
  const asked = words
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (asked.length === 0) return [];
  const plain = `replace(replace(lower(name), '''', ''), '’', '')`;
  const inName = asked.map((word) => `contains(${plain}, ${literal(word)})`).join(' and ');
  const number = /^\d{3,6}$/.test(words.trim()) ? ` or starts_with(urn, ${literal(words.trim())})` : '';
  const kind = `${invented ? '' : 'not '}(length(urn) = 6 and urn like '9%')`;
  const rows = await readRows(
    connection,
    `with ${placesSql(asAt)}
select urn, name, slug, district, phase from listed
where ${kind} and (${inName}${number}) order by name, urn limit ${mostNamed}`,
  );
  return rows.map((row) => ({
    urn: text(row, 0),
    name: text(row, 1),
    authority: textOrNull(row, 2),
    district: textOrNull(row, 3),
    phase: text(row, 4) as Phase,
  }));
}
