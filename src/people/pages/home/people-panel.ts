import { readPeople, type PeopleRead } from '#/people/actions/read-people.ts';
import type { Parts } from '#/parts.ts';
import { accessAddress, peopleAddress, personAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { addDays } from '#/schools/rules/dates.ts';

/** Whose access ends soon, and who holds no role: for whoever gives and ends access. */
export function peoplePanel(parts: Parts): HomePanel {
  return {
    name: 'people',
    heading: 'Who has access',
    for: { roles: ['administrator'] },
    order: 10,
    read: async (person, { slug }) => access(await readPeople(parts, person, slug), slug),
  };
}

const soonDays = 30;
const peopleShown = 8;

/** How many may sign in, then the roles that end within a month, the first to end first. */
export function access({ people, today }: PeopleRead, slug: string): PanelContent {
  const standing = people.filter(({ roles }) => roles.some((role) => role.standing === 'now'));
  const until = addDays(today, soonDays);
  const ending = people
    .flatMap(({ id, name, roles }) =>
      roles
        .filter(({ standing: now, span }) => now === 'now' && span.last !== null && span.last <= until)
        .map(({ words, span }) => ({ id, name, words, last: span.last ?? '' })),
    )
    .toSorted((a, b) => a.last.localeCompare(b.last) || a.name.localeCompare(b.name, 'en-GB'));
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${plural(standing.length, 'person', 'people')} of ${plural(people.length, 'person', 'people')} known here ${standing.length === 1 ? 'holds' : 'hold'} a role today, ${dateInWords(today)}. ${
          ending.length === 0
            ? `No role ends before ${dateInWords(until)}.`
            : `${plural(ending.length, 'role')} ${ending.length === 1 ? 'ends' : 'end'} by ${dateInWords(until)}.`
        }`,
      },
      ...(ending.length === 0
        ? []
        : [
            {
              kind: 'links',
              links: ending.slice(0, peopleShown).map(({ id, name, words, last }) => ({
                text: `${name}: ${words}`,
                href: personAddress(slug, id),
                when: { words: `last day ${dateInWords(last)}`, state: 'due' as const },
              })),
            } as const,
          ]),
      {
        kind: 'links',
        links: [
          { text: 'People', href: peopleAddress(slug), detail: 'Invite, change, end; take in a list.' },
          { text: 'Access', href: accessAddress(slug), detail: 'Who may do what, since when and why.' },
        ],
      },
    ],
  };
}
