import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, schoolYearOf } from '#/schools/rules/dates.ts';
import { loadReference } from './reference.ts';
import { termProblems } from './terms-schema.ts';
import {
  addSchoolWeeks,
  endOfHalfTerm,
  halfTermOn,
  halfTermsOfYear,
  isSchoolDay,
  schoolDayFrom,
  termOn,
  termsOfYear,
} from './terms.ts';
import { isBankHoliday } from './working-days.ts';

const { schoolTerms: terms, bankHolidays } = loadReference();
const years = Array.from({ length: 17 }, (_, index) => 2013 + index);
const words = (year: number): string =>
  halfTermsOfYear(year, terms)
    .map(({ from, to }) => `${from.slice(5)}/${to.slice(5)}`)
    .join(' ');

test('the usual half-terms are those of the convention, with Easter early, in between and late', () => {
  const expected: Readonly<Record<number, string>> = {
    2013: '09-05/10-19 10-29/12-21 01-07/02-15 02-25/03-28 04-15/05-24 06-03/07-24',
    2014: '09-04/10-25 11-04/12-20 01-06/02-14 02-24/04-04 04-22/05-23 06-02/07-23',
    2015: '09-03/10-24 11-03/12-19 01-05/02-13 02-23/03-27 04-13/05-22 06-01/07-22',
    2017: '09-07/10-21 10-31/12-16 01-03/02-10 02-20/03-31 04-18/05-26 06-05/07-19',
    2023: '09-07/10-21 10-31/12-16 01-03/02-10 02-20/03-31 04-17/05-26 06-05/07-19',
    2026: '09-03/10-24 11-03/12-19 01-05/02-13 02-23/03-27 04-13/05-22 06-01/07-22',
  };
  for (const [year, days] of Object.entries(expected)) assert.equal(words(Number(year)), days, year);
});

test('every school year from 2012/13 to 2028/29 has six half-terms in order, Easter and bank holidays outside or counted out', () => {
  for (const year of years) {
    const halves = halfTermsOfYear(year, terms);
    const days = halves.flatMap(({ from, to }) => [from, to]);
    assert.deepEqual(days, days.toSorted(), String(year));
    assert.ok(days.every((day) => schoolYearOf(day) === year));
    let open = 0;
    for (let day = `${String(year - 1)}-09-01`; day < `${String(year)}-09-01`; day = addDays(day, 1))
      open += Number(isSchoolDay(day, terms, bankHolidays));
    assert.ok(open >= 185 && open <= 199, `${String(year)} has ${String(open)} days of school`);
    for (const half of halves) {
      assert.ok(isSchoolDay(half.from, terms, bankHolidays), `${half.from} is a day of school`);
      assert.ok(isSchoolDay(half.to, terms, bankHolidays), `${half.to} is a day of school`);
    }
  }
});

test('a day in the half-term holiday is of the term and of no half-term; a day in August of neither', () => {
  assert.equal(termOn('2014-10-29', terms)?.term, 'autumn');
  assert.equal(halfTermOn('2014-10-29', terms), null);
  assert.deepEqual(halfTermOn('2014-11-03', terms), {
    schoolYear: 2015,
    term: 'autumn',
    half: 'second',
    from: '2014-11-03',
    to: '2014-12-19',
  });
  assert.equal(termOn('2014-08-12', terms), null);
  assert.deepEqual(
    termsOfYear(2014, terms).map(({ term, from, to }) => `${term} ${from} ${to}`),
    ['autumn 2013-09-04 2013-12-20', 'spring 2014-01-06 2014-04-04', 'summer 2014-04-22 2014-07-23'],
  );
});

test('six weeks of school leave the holidays out, and end on a day of school', () => {
  assert.equal(addSchoolWeeks('2014-06-03', 6, terms, bankHolidays), '2014-07-15');
  // Six weeks from 30 September: the week of 27 October is not counted.
  assert.equal(addSchoolWeeks('2014-09-30', 6, terms, bankHolidays), '2014-11-18');
  // Over the summer: the weeks of July and September only.
  assert.equal(addSchoolWeeks('2014-07-15', 2, terms, bankHolidays), '2014-09-03');
  assert.equal(addSchoolWeeks('2014-04-28', 1, terms, bankHolidays), '2014-05-06');
  assert.equal(schoolDayFrom('2014-07-24', terms, bankHolidays), '2014-09-03');
});

test('half-termly is by the end of the half-term after this one, over the end of a school year too', () => {
  assert.equal(endOfHalfTerm('2014-09-15', 0, terms), '2014-10-24');
  assert.equal(endOfHalfTerm('2014-09-15', 1, terms), '2014-12-19');
  assert.equal(endOfHalfTerm('2014-07-01', 1, terms), '2014-10-24');
  assert.equal(endOfHalfTerm('2014-08-01', 0, terms), '2014-10-24');
});

test('a day of school is never a bank holiday, a weekend or in the holidays, and weeks counted never shrink', () => {
  const day = fc.integer({ min: 0, max: 6_000 }).map((days) => addDays('2012-09-01', days));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 20 }), (from, weeks) => {
      const end = addSchoolWeeks(from, weeks, terms, bankHolidays);
      assert.ok(isSchoolDay(end, terms, bankHolidays));
      assert.ok(!isBankHoliday(end, bankHolidays));
      assert.ok(end >= addDays(from, 7 * weeks));
      assert.ok(addSchoolWeeks(from, weeks + 1, terms, bankHolidays) > end);
    }),
    { numRuns: 60 },
  );
});

test('dates an authority has of its own count instead of the usual ones, and are refused out of order', () => {
  const halfTerms = halfTermsOfYear(2016, terms).map(({ from, to }) => ({ from, to }));
  const moved = halfTerms.map((half, index) => (index === 0 ? { ...half, from: '2015-09-01' } : half));
  const own = (list: typeof halfTerms): typeof terms => ({
    ...terms,
    years: [
      { schoolYear: 2016, halfTerms: list, source: 'A calendar of the authority', status: 'confirmed' },
    ],
  });
  assert.equal(halfTermsOfYear(2016, own(moved))[0]?.from, '2015-09-01');
  assert.deepEqual(termProblems({ ...own(moved) }), []);
  assert.equal(termProblems({ ...own(halfTerms.toReversed()) }).length, 1);
});
