import type { SchoolYear } from '#/schools/rules/dates.ts';
import { isOpenOn, isPrimary, type Lineage } from '../county/lineage.ts';
import type { CountyLife } from '../life/county-life.ts';
import { qualityIn, qualityOf } from '../life/quality.ts';
import { chanceFor } from '../random.ts';
import { kindsOfSchool, nationalAbsence, type KindOfSchool } from '../results/national-pupils.ts';
import { pupilsIn } from '../results/pupils.ts';
import { columnsOf, csvText, inUtf8WithMark, rowOf } from './csv.ts';
import { rounded } from './performance-table-rows.ts';

/** Years for which England's figures by kind of school are known: without them nothing could date the table. */
export const absenceYears: readonly SchoolYear[] = [...nationalAbsence.keys()];

/** Absence of a year: every primary, secondary and special school, and England's rows at the end. */
export function absenceTable({ establishments }: CountyLife, year: SchoolYear): Buffer {
  const columns = columnsOf('absence-2018-19');
  const england = nationalAbsence.get(year);
  if (england === undefined) throw new Error(`England's absence in ${year} is not known.`);
  const schools = establishments
    .filter((establishment) => isOpenOn(establishment, `${year}-07-15`))
    .toSorted((one, other) => (one.urn < other.urn ? -1 : 1))
    .flatMap(({ urn, estab, lineage }) => {
      const kind = kindOfSchool(lineage);
      if (kind === null) return [];
      const { overall, persistent } = absenceOf(lineage, year, england[kind]);
      return [
        rowOf(columns, {
          LA: lineage.authority.code,
          ESTAB: estab,
          URN: urn,
          PERCTOT: overall,
          // Few pupils could be known by such a share.
          PPERSABS10: pupilsIn(lineage, year).all < 30 ? 'SUPP' : persistent,
        }),
      ];
    });
  const rows = kindsOfSchool.map((kind) =>
    rowOf(columns, {
      LA: 'NAT',
      ESTAB: kind.slice(0, 3).toUpperCase(),
      PERCTOT: england[kind].overall,
      PPERSABS10: england[kind].persistent,
    }),
  );
  return inUtf8WithMark(csvText(columns, [...schools, ...rows]));
}

/** The kind a school counts as; none for nursery schools and pupil referral units, which are not in the tables. */
export function kindOfSchool({ kind }: Lineage): KindOfSchool | null {
  if (isPrimary(kind)) return 'primary';
  return kind === 'secondary' || kind === 'special' ? kind : null;
}

/** More where families are poorer and where the school is weaker, with the luck of the year. */
function absenceOf(
  lineage: Lineage,
  year: SchoolYear,
  england: { readonly overall: number; readonly persistent: number },
): { readonly overall: number; readonly persistent: number } {
  const chance = chanceFor('absence', lineage.id, year);
  const apart =
    0.11 * (lineage.quintile - 3) - 0.07 * qualityIn(qualityOf(lineage), year) + chance.normal() * 0.07;
  const persistent = england.persistent * (1 + 2.2 * apart) + chance.normal() * 1.2;
  return {
    overall: oneDecimal(Math.max(1.5, england.overall * (1 + apart))),
    persistent: oneDecimal(Math.min(90, Math.max(0.4, persistent))),
  };
}

function oneDecimal(value: number): number {
  return rounded(value, 1);
}
