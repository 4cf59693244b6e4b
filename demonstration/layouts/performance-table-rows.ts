import { addDays, type SchoolYear } from '#/schools/rules/dates.ts';
import { constituencyCode } from '../county/county.ts';
import { isOpenOn, type Establishment } from '../county/lineage.ts';
import { withoutSeparators } from '../calendar.ts';
import type { Life } from '../life/life.ts';
import type { Values } from './ofsted-school.ts';
import { runningWords } from './words.ts';

/** Cohorts up to this many are suppressed: in England’s tables of 2016 to 2018 no cohort of 5 is shown and every one of 6 is. */
export const suppressedUpTo = 5;

/** A school's place in the tables of a year: who sat the tests, and what became of it before they were published. */
export interface Entry {
  readonly life: Life;
  readonly establishment: Establishment;
  /** The academy it has since become of its own will, and is shown with. */
  readonly became: Establishment | null;
  readonly closed: boolean;
  /** Opened since the tests: listed, with nothing to show. */
  readonly isNew: boolean;
}

/** Entries for a year's tables: schools open at the tests, and those that opened before publication. */
export function entriesFor(lives: readonly Life[], year: SchoolYear): readonly Entry[] {
  const tests = `${year}-05-15`;
  const tables = `${year}-11-30`;
  return lives.flatMap((life) => {
    const entries: Entry[] = [];
    const then = life.establishments.find((establishment) => isOpenOn(establishment, tests));
    const later = life.establishments.find((establishment) => isOpenOn(establishment, tables));
    if (then !== undefined) {
      const converted = later !== undefined && later !== then && later.openedBecause === 'Academy Converter';
      entries.push({
        life,
        establishment: then,
        became: converted ? later : null,
        isNew: false,
        closed: then.closesOn !== null && then.closesOn < tables && !converted,
      });
    }
    if (later !== undefined && later !== then && later.openedBecause !== 'Academy Converter') {
      entries.push({ life, establishment: later, became: null, closed: false, isNew: true });
    }
    return entries;
  });
}

/** Name, address and type, in the columns that tables of both key stages have. */
export function schoolColumns(entry: Entry, position: number): Values {
  const { establishment, became } = entry;
  const { lineage } = establishment;
  return {
    RECTYPE: lineage.kind === 'special' ? 2 : 1,
    ALPHAIND: position,
    AlphaIND: position,
    LEA: lineage.authority.code,
    ESTAB: establishment.estab,
    URN: establishment.urn,
    SCHNAME: establishment.name,
    ADDRESS1: lineage.street,
    ADDRESS2: lineage.locality === lineage.town ? '' : lineage.locality,
    TOWN: lineage.town,
    PCODE: lineage.postcode,
    PCON_CODE: constituencyCode(lineage.constituency),
    PCON_NAME: lineage.constituency,
    URN_AC: became?.urn ?? 0,
    SCHNAME_AC: became?.name ?? '',
    OPEN_AC: withoutSeparators(became?.opensOn ?? ''),
    NFTYPE: runningWords[establishment.running].tables,
    ICLOSE: entry.closed ? 1 : 0,
    RELDENOM:
      lineage.character === 'none'
        ? establishment.trust === null
          ? 'Does not apply'
          : 'None'
        : lineage.character,
    AGERANGE: `${lineage.lowestAge}-${lineage.highestAge}`,
  };
}

/** Only the columns the year's layout has. */
export function within(columns: ReadonlySet<string>, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([column]) => columns.has(column)));
}

/** Whether the entry's own reference number has results of an earlier year, as the tables show them beside this year's. */
export function hadTestsIn(entry: Entry, year: SchoolYear): boolean {
  return isOpenOn(entry.establishment, `${year}-05-15`) || keptItsNumber(entry, year);
}

/** A converter's tables go on showing its predecessor's results. */
function keptItsNumber({ life, establishment }: Entry, year: SchoolYear): boolean {
  if (establishment.openedBecause !== 'Academy Converter') return false;
  return life.establishments.some(
    (form) => form.form < establishment.form && isOpenOn(form, addDays(`${year}-05-15`, 0)),
  );
}

/** `63%`: a whole percentage, halves upwards. */
export function percent(part: number, whole: number): string {
  return `${Math.floor((200 * part + whole) / (2 * whole))}%`;
}

/** A number with so many decimals, without trailing zeros and without a minus before zero. */
export function trimmed(value: number, decimals: 1 | 2): string {
  return String(rounded(value, decimals));
}

export function rounded(value: number, decimals: 0 | 1 | 2): number {
  // Powers may differ in the last digit from one engine to another; these do not.
  const scale = [1, 10, 100][decimals] ?? 1;
  const whole = Math.floor(value * scale + 0.5);
  return whole === 0 ? 0 : whole / scale;
}
