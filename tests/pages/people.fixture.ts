import type { PersonRead, RoleRead } from '#/people/actions/people-read.ts';

/** A headteacher’s role that stands, invented. */
export function inventedRole(changes: Partial<RoleRead> = {}): RoleRead {
  return {
    ...{ number: '1', role: 'headteacher', name: 'Headteacher' },
    words: 'Headteacher, Sedge Lane Primary School',
    of: 'Sedge Lane Primary School',
    scope: { kind: 'school', name: '900001' },
    span: { from: '2025-09-01', last: null },
    ...{ standing: 'now', why: 'Appointed by the governors' },
    given: { by: 'p', byName: 'Pearl Linnet', at: '2025-08-20T09:00:00.000Z' },
    ...{ ended: null, standsInFor: null, stoodInBy: [] },
    ...changes,
  };
}

/** Somebody who holds it. */
export function inventedPerson(changes: Partial<PersonRead> = {}): PersonRead {
  return {
    ...{ id: 'jo', name: 'Jo Marsh', email: 'jo@example.org', addedAt: '2025-08-20T09:00:00.000Z' },
    ...{ roles: [inventedRole()], signedInAt: '2026-05-01T09:00:00.000Z' },
    ...changes,
  };
}
