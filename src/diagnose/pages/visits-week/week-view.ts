import type { VisitRead, VisitsRead } from '#/diagnose/actions/visits.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { planVisitsAddress, visitsAddress, weekOfVisitsAddress } from '#/platform/web/visit-addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What the address asks for. */
export interface WeekAsked {
  /** Identity of whoever goes; `null` is everybody. */
  readonly officer: string | null;
  /** A Monday. */
  readonly monday: IsoDate;
}

/** One week: the visits of each day, in the order of their times. */
export function weekView(read: VisitsRead, { officer, monday }: WeekAsked, mayPlan: boolean) {
  const { slug } = read.authority;
  const address = weekOfVisitsAddress(slug);
  const who = read.visitors.find(({ person }) => person === officer) ?? null;
  const at = (day: IsoDate): string =>
    withQuery(address, { officer: officer === null ? [] : [officer], week: [day] });
  const visits = read.schools.flatMap((school) =>
    school.visits
      .filter(({ stands, goes }) => stands !== 'cancelled' && (who === null || goes === who.name))
      .map((visit) => ({ visit, school })),
  );
  const days = weekdays.map((name, index) => {
    const on = addDays(monday, index);
    const some = visits
      .filter(({ visit }) => visit.on === on)
      .toSorted((a, b) => a.visit.time.localeCompare(b.visit.time));
    return {
      heading: `${name} ${dateInWords(on)}`,
      today: on === read.today,
      weekend: index > 4,
      visits: some.map(({ visit, school }) => ({
        time: visit.time === '' ? 'no time yet' : visit.time,
        school: school.name,
        href: paperAddress(slug, visit.urn, visit.paper),
        purpose: visit.purpose,
        goes: visit.goes,
        stands: standsWords(visit),
      })),
    };
  });
  const held = days.reduce((sum, day) => sum + day.visits.length, 0);
  return {
    lead: `${plural(held, 'visit')}${who === null ? '' : ` of ${who.name}`} in the week from ${dateInWords(monday)}.`,
    address,
    officers: read.visitors.map(({ person, name }) => ({
      value: person,
      text: name,
      chosen: person === officer,
    })),
    week: dateInWords(monday),
    previous: at(addDays(monday, -7)),
    next: at(addDays(monday, 7)),
    days: days.filter((day) => !day.weekend || day.visits.length > 0),
    mayPlan,
    planAddress: planVisitsAddress(slug),
    listAddress: visitsAddress(slug),
  };
}

function standsWords({ state, stands }: VisitRead): string {
  if (stands === 'held') return 'made';
  return state === 'arranged' ? 'arranged with the school' : 'planned, school not yet invited';
}
