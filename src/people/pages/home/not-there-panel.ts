import { readPeople, type PeopleRead } from '#/people/actions/read-people.ts';
import { isOf } from '#/people/actions/read-people-of-school.ts';
import type { Parts } from '#/parts.ts';
import { peopleAddress, schoolPeopleAddress, withQuery } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { plural, someOf } from '#/platform/web/words.ts';

const schoolsShown = 8;

/** Who was invited and has not come yet, and which schools have nobody: for whoever gives and ends access. */
export function notTherePanel(parts: Parts): HomePanel {
  return {
    name: 'not-there',
    heading: 'Who is not there yet',
    for: { permission: 'manage people' },
    order: 20,
    read: async (person, { slug }) => notThere(await readPeople(parts, person, slug), slug),
  };
}

/** People who have not signed in, and open schools without a head or a chair. */
export function notThere({ people, schools }: PeopleRead, slug: string): PanelContent {
  const standing = people.filter(({ roles }) => roles.some((role) => role.standing === 'now'));
  const waiting = standing.filter(({ signedInAt }) => signedInAt === null);
  const leaders = people
    .flatMap(({ roles }) => roles)
    .filter((role) => role.standing === 'now' && (role.role === 'headteacher' || role.role === 'chair'));
  const open = schools.filter(({ status }) => status.startsWith('open'));
  const without = open.filter((school) => {
    const there = new Set(leaders.filter((role) => isOf(role, school)).map(({ role }) => role));
    return there.size < 2;
  });
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${someOf(waiting.length, standing.length, 'role holder')} ${waiting.length === 1 ? 'has' : 'have'} not signed in yet.`,
      },
      {
        kind: 'sentence',
        text: `${someOf(without.length, open.length, 'open school')} ${without.length === 1 ? 'lacks' : 'lack'} a head or a chair who is known here.`,
      },
      ...(without.length === 0
        ? []
        : [
            {
              kind: 'links',
              links: without.slice(0, schoolsShown).map(({ urn, name }) => ({
                text: name,
                href: schoolPeopleAddress(slug, urn),
              })),
            } as const,
          ]),
    ],
    more: {
      text: `${plural(waiting.length, 'person', 'people')} who have not signed in`,
      href: withQuery(peopleAddress(slug), { show: ['not signed in'] }),
    },
  };
}
