import type { Reference } from '#/law/reference.ts';
import { isSchoolDay } from '#/law/terms.ts';
import { isBankHoliday, isWorkingDay } from '#/law/working-days.ts';
import { readTime } from '#/papers/rules/check-value.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Visits as somebody typed them: one focus and one visitor, and for every school its day. */
export interface VisitsTyped {
  readonly template: string;
  readonly focus: string;
  readonly goes: string;
  readonly asked: readonly string[];
  readonly whyNoGovernor: string;
  readonly schools: readonly { readonly urn: string; readonly day: string; readonly time: string }[];
  /** Plan them although something speaks against it that is no mistake. */
  readonly anyway: boolean;
}

export interface VisitsChecked {
  readonly template: string;
  readonly focus: string;
  readonly goes: string;
  readonly asked: readonly string[];
  readonly whyNoGovernor: string;
  readonly visits: readonly { readonly urn: Urn; readonly on: IsoDate; readonly time: string }[];
}

/** A visit that stands already. */
export interface VisitStanding {
  readonly school: string;
  readonly goes: string;
  readonly on: IsoDate;
  readonly time: string;
}

interface Known {
  readonly schools: ReadonlyMap<Urn, string>;
  readonly templates: ReadonlySet<string>;
  readonly visitors: ReadonlySet<string>;
  readonly standing: readonly VisitStanding[];
  readonly today: IsoDate;
  readonly terms: Reference['schoolTerms'];
  readonly bankHolidays: Reference['bankHolidays'];
}

/** Those of `asked` that stand for the governing body. */
export const ofGovernors = ['Chair of governors', 'Representative of the governing body'] as const;

/** A person who has to be in two schools has this long to get from one to the other: a local convention. */
const hoursApart = 2;

/**
 * Visits that can be planned, or all that is wrong, in the order of the fields. Days on which schools are closed and a person
 * who would be in two places are told, and planned all the same when asked to.
 */
export function checkVisits(
  typed: VisitsTyped,
  known: Known,
): { readonly visits: VisitsChecked } | { readonly problems: readonly TypingProblem[] } {
  const [focus, goes, whyNoGovernor] = [typed.focus.trim(), typed.goes.trim(), typed.whyNoGovernor.trim()];
  const governor = ofGovernors.some((one) => typed.asked.includes(one));
  const rows = typed.schools.map(({ urn, day, time }) => ({
    urn,
    name: known.schools.get(urn),
    on: readDate(day),
    time: time.trim() === '' ? '' : readTime(time),
  }));
  const problems: TypingProblem[] = [
    ...when(!known.templates.has(typed.template), 'template', 'Choose what kind of visit it is.'),
    ...when(focus === '', 'focus', 'Say what the visit is about: the school reads it.'),
    ...when(focus.length > 2000, 'focus', 'Use at most 2,000 characters.'),
    ...when(!known.visitors.has(goes), 'goes', 'Choose who goes.'),
    ...when(typed.asked.length === 0, 'asked', 'Choose who is asked to be there.'),
    ...when(
      typed.asked.length > 0 && !governor && whyNoGovernor === '',
      'why-no-governor',
      'Ask the chair or a representative of the governing body, or say why neither is asked.',
    ),
    ...when(rows.length === 0, 'schools', 'Choose the schools to visit.'),
    ...rows.flatMap(({ urn, name, on, time }) =>
      name === undefined
        ? [{ field: 'schools', text: 'One of the schools is not open, or not yours to visit. Choose again.' }]
        : [
            ...when(on === null, `day-${urn}`, `Say on which day ${name} is visited, such as 1 July 2026.`),
            ...when(
              on !== null && on < known.today,
              `day-${urn}`,
              `${name}: the day is over. A visit that was made is written down on the page of the school.`,
            ),
            ...when(time === null, `time-${urn}`, `${name}: write the time such as 9:30am, or leave it out.`),
          ],
    ),
  ];
  if (problems.length > 0) return { problems };
  const visits = rows.map(({ urn, on, time }) => ({ urn, on: on ?? known.today, time: time ?? '' }));
  const against = typed.anyway ? [] : speaksAgainst(visits, goes, known);
  if (against.length > 0) return { problems: against };
  return { visits: { template: typed.template, focus, goes, asked: typed.asked, whyNoGovernor, visits } };
}

/** Schools closed on the day, and a visitor who would be in two places at once. */
function speaksAgainst(
  visits: VisitsChecked['visits'],
  goes: string,
  { schools, standing, terms, bankHolidays }: Known,
): readonly TypingProblem[] {
  const name = (urn: Urn): string => schools.get(urn) ?? urn;
  return visits.flatMap(({ urn, on, time }, index) => {
    const others = [
      ...standing.filter((one) => one.goes === goes),
      ...visits.slice(0, index).map((one) => ({ ...one, school: name(one.urn) })),
    ];
    const clash = others.find((one) => one.on === on && !isApart(one.time, time));
    return [
      ...when(!isSchoolDay(on, terms, bankHolidays), `day-${urn}`, closed(name(urn), on, bankHolidays)),
      ...(clash === undefined
        ? []
        : [
            {
              field: `day-${urn}`,
              text: `${name(urn)}: ${goes} is at ${clash.school} on that day${clash.time === '' ? '' : ` at ${clash.time}`}.`,
            },
          ]),
    ];
  });
}

function closed(school: string, on: IsoDate, bankHolidays: Reference['bankHolidays']): string {
  if (isBankHoliday(on, bankHolidays)) return `${school}: that day is a bank holiday.`;
  return isWorkingDay(on, bankHolidays)
    ? `${school}: that day is in the school holidays.`
    : `${school}: that day is at a weekend.`;
}

/** Whether one person can be at both: both times are known, and far enough from one another. */
function isApart(one: string, other: string): boolean {
  const [a, b] = [minutesOf(one), minutesOf(other)];
  return a !== null && b !== null && Math.abs(a - b) >= hoursApart * 60;
}

function minutesOf(time: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(time);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

function when(holds: boolean, field: string, text: string): readonly TypingProblem[] {
  return holds ? [{ field, text }] : [];
}
