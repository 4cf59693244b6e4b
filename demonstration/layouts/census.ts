import type { SchoolYear } from '#/schools/rules/dates.ts';
import { isOpenOn, isPrimary, type Establishment, type Lineage } from '../county/lineage.ts';
import type { CountyLife } from '../life/county-life.ts';
import { nationalPupils } from '../results/national-pupils.ts';
import { pupilsIn, type Pupils } from '../results/pupils.ts';
import { columnsOf, csvText, inUtf8WithMark, rowOf } from './csv.ts';

/** Years for which England's shares are known: without them nothing could date the table. */
export const censusYears: readonly SchoolYear[] = [...nationalPupils.keys()];

type Values = Readonly<Record<string, string | number>>;

/** Pupils in the January census of a year: every school, and England's rows at the end. */
export function censusTable({ establishments }: CountyLife, year: SchoolYear): Buffer {
  const signed = year >= 2022;
  const columns = columnsOf(signed ? 'census-2024-25' : 'census-2018-19');
  const england = nationalPupils.get(year);
  if (england === undefined) throw new Error(`England's pupils in ${year} are not known.`);
  const schools = establishments
    .filter((establishment) => isOpenOn(establishment, `${year}-01-18`))
    .toSorted((one, other) => (one.urn < other.urn ? -1 : 1))
    .map((establishment) => rowOf(columns, schoolRow(establishment, year, signed)));
  const rows = (['PRI', 'SEC'] as const).map((kind, index) => {
    // The shares of England, out of a round number of pupils.
    const of = 1_000_000;
    return rowOf(columns, {
      ...counts(
        {
          all: of,
          girls: of * 0.49,
          boys: of * 0.51,
          freeMeals: Math.round((england.freeMeals[index] ?? 0) * 10_000),
          freeMealsEver: Math.round((england.freeMeals[index] ?? 0) * 11_000),
          receptionToYear11: of * 0.95,
          otherLanguage: Math.round((england.otherLanguage[index] ?? 0) * 10_000),
          support: of * 0.13,
          plan: of * 0.03,
        },
        signed,
      ),
      URN: 'NAT',
      [signed ? 'Estab' : 'ESTAB']: kind,
      SCHOOLTYPE: index === 0 ? 'State-funded primary' : 'State-funded secondary',
    });
  });
  return inUtf8WithMark(csvText(columns, [...schools, ...rows]));
}

function schoolRow({ urn, estab, lineage }: Establishment, year: SchoolYear, signed: boolean): Values {
  return {
    ...counts(pupilsIn(lineage, year), signed),
    URN: urn,
    LA: lineage.authority.code,
    [signed ? 'Estab' : 'ESTAB']: estab,
    SCHOOLTYPE: typeOf(lineage, signed),
  };
}

function typeOf({ kind }: Lineage, signed: boolean): string {
  if (isPrimary(kind)) return 'State-funded primary';
  if (kind === 'secondary') return 'State-funded secondary';
  if (kind === 'special') return 'State-funded special school';
  if (kind === 'nursery') return 'State-funded nursery';
  return signed ? 'State-funded AP school' : 'Pupil referral unit';
}

/** Counts and their shares, with one decimal, or since 2022 with two and a sign. */
function counts(pupils: Pupils, signed: boolean): Values {
  const share = (part: number, of = pupils.all): string =>
    signed ? `${decimals(part, of, 2)}%` : String(Number(decimals(part, of, 1)));
  const english = pupils.all - pupils.otherLanguage;
  return {
    NOR: pupils.all,
    NORG: pupils.girls,
    NORB: pupils.boys,
    PNORG: share(pupils.girls),
    PNORB: share(pupils.boys),
    TSENELSE: pupils.plan,
    PSENELSE: share(pupils.plan),
    TSENELK: pupils.support,
    PSENELK: share(pupils.support),
    NUMEAL: pupils.otherLanguage,
    NUMENGFL: english,
    NUMUNCFL: 0,
    PNUMEAL: share(pupils.otherLanguage),
    PNUMENGFL: share(english),
    [signed ? 'PNUMUNCLF' : 'PNUMUNCFL']: 0,
    NUMFSM: pupils.freeMeals,
    NUMFSMEVER: pupils.freeMealsEver,
    ...(signed ? { NORFSMEVER: pupils.receptionToYear11 } : {}),
    PNUMFSMEVER: share(pupils.freeMealsEver, pupils.receptionToYear11),
  };
}

/** A percentage by whole-number arithmetic, halves upwards. */
function decimals(part: number, of: number, digits: 1 | 2): string {
  const scale = digits === 1 ? 10 : 100;
  const scaled = Math.floor((200 * scale * part + of) / (2 * of));
  return `${Math.floor(scaled / scale)}.${String(scaled % scale).padStart(digits, '0')}`;
}
