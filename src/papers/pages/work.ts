import { readPaperWork } from '#/papers/actions/read-paper-work.ts';
import type { Parts } from '#/parts.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { sentence } from '#/platform/web/words.ts';
import type { WorkSource } from '#/platform/work.ts';

/** Notes, diagnoses, plans and reviews that wait for the reader, or for the school they have. */
export function paperWork(parts: Parts): WorkSource {
  return {
    name: 'papers',
    heading: 'Visits, plans and other papers',
    read: async (person, authority) =>
      (await readPaperWork(parts, person, authority)).map((one) => ({
        key: `paper ${one.paper}`,
        what: sentence(one.what),
        school: one.school,
        href: paperAddress(authority, one.urn, one.paper),
        dueOn: one.dueOn,
        since: one.since,
        waitsFor: one.mine ? 'me' : { somebody: one.by === 'school' ? 'the school' : 'the authority' },
      })),
  };
}
