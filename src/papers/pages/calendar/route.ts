import { readDaysAhead, type DayAhead } from '#/papers/actions/read-paper-work.ts';
import type { Parts } from '#/parts.ts';
import { writeCalendar, type CalendarDay } from '#/platform/documents/write-calendar.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import type { PageRoute } from '#/platform/web/route.ts';

/** The reader’s visits, meetings and reviews to come, as a file that their calendar takes in. */
export function calendarRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/my-calendar.ics',
    permission: 'take part in papers',
    logs: { event: 'took days into a calendar' },
    handle: async ({ person, params }) => {
      const authority = params['authority'] ?? '';
      const days = await readDaysAhead(parts, person, authority, parts.today());
      return {
        kind: 'file',
        name: 'middle-tier.ics',
        type: 'text/calendar; charset=utf-8',
        body: writeCalendar(
          'Middle Tier',
          days.map((one) => calendarDay(one, authority, parts.site.address)),
          parts.now(),
        ),
      };
    },
  };
}

const titles: Readonly<Record<string, string>> = {
  visit: 'School visit',
  meeting: 'Meeting',
  review: 'Review',
};

/**
 * What a calendar is told: colleagues look into calendars, and firms keep them. The school’s name is where to go; what the day is
 * about, with whom and why stands behind the link.
 */
export function calendarDay(day: DayAhead, authority: string, site: string): CalendarDay {
  return {
    id: `${day.paper}@${new URL(site).hostname}`,
    on: day.on,
    title: `${titles[day.kind] ?? 'School'}: ${day.school}`,
    url: `${site}${paperAddress(authority, day.urn, day.paper)}`,
  };
}
