import type { PlanningRead } from '#/diagnose/actions/plan-visits.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { planVisitsAddress, visitsAddress } from '#/platform/web/visit-addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { addDays } from '#/schools/rules/dates.ts';

/** What was typed into the form so far. */
export interface PlanTyped {
  readonly template: string;
  readonly focus: string;
  readonly goes: string;
  readonly asked: readonly string[];
  readonly whyNoGovernor: string;
  readonly schools: readonly { readonly urn: string; readonly day: string; readonly time: string }[];
  readonly invite: boolean;
}

const people = [
  'Headteacher',
  'Chair of governors',
  'Representative of the governing body',
  'Senior leaders',
  'Subject leaders',
] as const;

/** The form: first which schools, then each with its day. */
export function planView(read: PlanningRead, typed: PlanTyped, problems: readonly FieldProblem[]) {
  const { authority, schools, templates, visitors, given, today } = read;
  const problemOf = (field: string): string | null =>
    problems
      .filter((one) => one.field === field)
      .map(({ text }) => text)
      .join(' ') || null;
  const names = new Map(schools.map(({ urn, name }) => [urn, name]));
  const chosen = typed.schools.filter(({ urn }) => names.has(urn));
  const options = (values: readonly { readonly id: string; readonly name: string }[], picked: string) =>
    values.map(({ id, name }) => ({ value: id, text: name, selected: id === picked }));
  const address = planVisitsAddress(authority.slug);
  return {
    action: address,
    back: visitsAddress(authority.slug),
    chooseAgain: withQuery(address, {}),
    count: plural(schools.length, 'school'),
    chosen: chosen.map(({ urn, day, time }) => ({
      urn,
      name: names.get(urn) ?? urn,
      day,
      time,
      dayProblem: problemOf(`day-${urn}`),
      timeProblem: problemOf(`time-${urn}`),
      planned: read.standing
        .filter((one) => one.urn === urn)
        .map(({ on, goes }) => `${dateInWords(on)}${goes === '' ? '' : `, ${goes}`}`),
    })),
    schools: schools.map(({ urn, name }) => ({
      value: urn,
      text: given.has(urn) ? `${name} (given to me)` : name,
      checked: false,
    })),
    templates: options(templates, typed.template),
    visitors: options(
      visitors.map((name) => ({ id: name, name })),
      typed.goes,
    ),
    people: people.map((value) => ({ value, checked: typed.asked.includes(value) })),
    typed,
    example: dateInWords(addDays(today, 21)),
    problems: {
      template: problemOf('template'),
      focus: problemOf('focus'),
      goes: problemOf('goes'),
      asked: problemOf('asked'),
      whyNoGovernor: problemOf('why-no-governor'),
      schools: problemOf('schools'),
    },
    // Days that can be read, and of which something else is said: closed schools, two places at once.
    mayAnyway:
      problems.length > 0 &&
      problems.every(({ field }) => field.startsWith('day-')) &&
      chosen.every(({ day }) => day !== ''),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
