import { everything, readReadings, type LogRead, type ReadingEntry } from '#/people/actions/read-logs.ts';
import type { Parts } from '#/parts.ts';
import { changeLogAddress, readingLogAddress, withQuery } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { count, dateInWords, plural, someOf } from '#/platform/web/words.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';

/** Who read in confidence this week, and how much: for whoever looks after information. */
export function logsPanel(parts: Parts): HomePanel {
  return {
    name: 'readings-this-week',
    heading: 'Who read what, this week',
    for: { permission: 'read the reading log' },
    order: 10,
    orderFor: { auditor: 90 },
    read: async (person, { slug }) => {
      const from = addDays(parts.today(), -6);
      const asked = { ...everything, from, to: parts.today() };
      return readingsOfWeek(await readReadings(parts, person, slug, asked, 'all'), from, slug);
    },
  };
}

const peopleShown = 5;

/** The number of the week, and who read most: much reading is no wrong, and is looked at. */
export function readingsOfWeek(
  { entries, total, head }: LogRead<ReadingEntry>,
  from: IsoDate,
  slug: string,
): PanelContent {
  const readers = [...Map.groupBy(entries, ({ person }) => person)]
    .map(([id, all]) => ({
      id,
      name: all[0]?.personName ?? '',
      readings: all.length,
      schools: new Set(all.flatMap(({ urn }) => (urn === null ? [] : [urn]))).size,
    }))
    .toSorted((a, b) => b.readings - a.readings || a.name.localeCompare(b.name, 'en-GB'));
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${plural(total, 'reading')} in confidence since ${dateInWords(from)}, by ${plural(readers.length, 'person', 'people')}.`,
      },
      ...(readers.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: readers.length > peopleShown ? 'Who read most' : 'Who read',
              columns: [
                { text: 'Person' },
                { text: 'Readings', number: true },
                { text: 'Schools named', number: true },
              ],
              rows: readers.slice(0, peopleShown).map(({ name, readings, schools }) => [
                [
                  {
                    text: name,
                    href: withQuery(readingLogAddress(slug), { person: [name], from: [from] }),
                  },
                ],
                someOf(readings, total, 'reading'),
                count(schools),
              ]),
            } as const,
          ]),
      {
        kind: 'sentence',
        text:
          head === null
            ? 'The chain that shows whether a log was altered has no link yet.'
            : `The chain that shows whether a log was altered has ${plural(head.position, 'link')}; it is checked with: npx middletier logs check`,
      },
    ],
    more: { text: 'The log of changes', href: changeLogAddress(slug) },
  };
}
