import type { PersonPageRead } from '#/people/actions/read-people.ts';
import type { RoleRead } from '#/people/actions/people-read.ts';
import {
  personAddress,
  personEverythingAddress,
  personFormAddress,
  schoolPeopleAddress,
} from '#/platform/web/addresses.ts';
import { dateInWords, momentInWords } from '#/platform/web/words.ts';
import { roleLine } from './people-view.ts';

/**
 * One person: what they hold, what they held, and what can be done.
 *
 * @param readsLogs whether the reader may open everything held about them
 */
export function personView(read: PersonPageRead, readsLogs: boolean) {
  const { authority, person, self, manages, today } = read;
  const { slug } = authority;
  const form = (name: string) => personFormAddress(slug, person.id, name);
  const others = manages && !self;
  const standing = (wanted: RoleRead['standing']) =>
    person.roles
      .filter((role) => role.standing === wanted)
      .map((role) => ({
        ...roleLine(role),
        school: role.scope.kind === 'school' ? schoolPeopleAddress(slug, role.scope.name) : null,
        why: role.why,
        given: `${role.given.byName}, ${dateInWords(role.given.at)}`,
        ended: role.ended === null ? null : `Ended by ${role.ended.byName}: ${role.ended.why}`,
        stoodInBy: role.stoodInBy.map(
          ({ name, span }) =>
            `${name} stands in from ${dateInWords(span.from)}${span.last === null ? '' : ` to ${dateInWords(span.last)}`}`,
        ),
        end: wanted !== 'over' && (others || role.standsInFor !== null) ? form(`end/${role.number}`) : null,
      }));
  return {
    name: person.name,
    self,
    facts: [
      { term: 'Mail', value: person.email ?? 'Not known' },
      { term: `Known to ${authority.name} since`, value: dateInWords(person.addedAt) },
      ...(read.tellsSignIn
        ? [
            {
              term: 'Signed in last',
              value: person.signedInAt === null ? 'Not yet' : momentInWords(person.signedInAt),
            },
          ]
        : []),
    ],
    asAt: dateInWords(today),
    now: standing('now'),
    toCome: standing('to come'),
    over: standing('over'),
    give: others ? form('role') : null,
    rename: manages ? form('name') : null,
    link: others ? form('link') : null,
    standIn: read.toDelegate.length > 0 ? form('stand-in') : null,
    everything: readsLogs ? personEverythingAddress(slug, person.id) : null,
    address: personAddress(slug, person.id),
  };
}
