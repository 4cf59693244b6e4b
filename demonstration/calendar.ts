import { addDays, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';

/** The newest day the demonstration knows: the register and the report-card file are drawn as at it. */
export const presentDay: IsoDate = '2026-04-30';

/**
 * An earlier day of the register. The analysis of a year ago rests on it: it still has the schools that have changed
 * their number since.
 */
export const earlierRegisterDay: IsoDate = '2025-06-30';

/** The day of the last management information with overall grades. */
export const managementInformationDay: IsoDate = '2025-08-31';

/** A term as inspectors know it: first and last day on which a school can be inspected. */
export interface Term {
  readonly year: SchoolYear;
  readonly name: 'autumn' | 'spring' | 'summer';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The terms of a school year, near enough to real ones for inspections to fall in them. */
export function termsOf(year: SchoolYear): readonly Term[] {
  const autumn = year - 1;
  return [
    { year, name: 'autumn', from: `${autumn}-09-10`, to: `${autumn}-12-11` },
    { year, name: 'spring', from: `${year}-01-09`, to: `${year}-03-26` },
    { year, name: 'summer', from: `${year}-04-24`, to: `${year}-07-08` },
  ];
}

/** 0 Sunday to 6 Saturday. */
export function weekday(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The date itself, or the next day that is a Tuesday, Wednesday or Thursday, when most inspections begin. */
export function inspectionDay(date: IsoDate): IsoDate {
  let day = date;
  while (weekday(day) < 2 || weekday(day) > 4 || inHalfTerm(day)) day = addDays(day, 1);
  return day;
}

/** The date itself, or the next working day. */
export function workingDay(date: IsoDate): IsoDate {
  let day = date;
  while (weekday(day) === 0 || weekday(day) === 6) day = addDays(day, 1);
  return day;
}

function inHalfTerm(date: IsoDate): boolean {
  const day = date.slice(5);
  return (
    (day >= '10-22' && day <= '10-31') ||
    (day >= '02-12' && day <= '02-20') ||
    (day >= '05-26' && day <= '06-02')
  );
}

/** As Get Information about Schools writes it: dd-mm-yyyy. */
export function withHyphens(date: IsoDate): string {
  return `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** As Ofsted writes it: dd/mm/yyyy. */
export function withSlashes(date: IsoDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** As performance tables and the compiled list write it: yyyymmdd. */
export function withoutSeparators(date: IsoDate): string {
  return date.replaceAll('-', '');
}

/** School years with results: none in 2020 and 2021. */
export const resultYears: readonly SchoolYear[] = [2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025];
