import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';

/**
 * Shares of schools are for whoever is told how many schools are in each group, and for whoever opens lists of schools. Of
 * single schools the row policies show each of them what they may know, which may be nothing.
 *
 * @throws KnownError `not-permitted`
 */
export function permitShares(person: Person, authority: string): void {
  permit(person, 'read the trajectory', authority);
}
