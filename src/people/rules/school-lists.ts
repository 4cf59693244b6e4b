import type { School } from '#/schools/rules/school.ts';
import type { ListKind } from './known-scopes.ts';

/** That a school belongs to a trust, diocese, federation or division. */
export interface ListEntry {
  readonly name: string;
  readonly urn: string;
}

/** What the register writes where a school belongs to none. */
const none = new Set([
  '',
  'none',
  'not applicable',
  'does not apply',
  'not known',
  'not under a federation',
  'not supported by a trust',
]);

/** Kinds of which the register tells; divisions it does not know. */
export const kindsOfTheRegister = ['trust', 'diocese', 'federation'] as const satisfies readonly ListKind[];

/** Which schools belong to which trust, diocese and federation, as the register says: in order of name and number. */
export function listsOfRegister(
  schools: readonly Pick<School, 'urn' | 'trust' | 'diocese' | 'federation'>[],
): Readonly<Record<(typeof kindsOfTheRegister)[number], readonly ListEntry[]>> {
  const entries = (kind: (typeof kindsOfTheRegister)[number]): readonly ListEntry[] =>
    inOrder(
      schools.flatMap((school) => {
        const name = (school[kind] ?? '').trim().replaceAll(/\s+/g, ' ');
        return none.has(name.toLowerCase()) ? [] : [{ name, urn: school.urn }];
      }),
    );
  return { trust: entries('trust'), diocese: entries('diocese'), federation: entries('federation') };
}

/** Entries in order, each once. */
export function inOrder(entries: readonly ListEntry[]): readonly ListEntry[] {
  const sorted = entries.toSorted((a, b) => compare(a.name, b.name) || compare(a.urn, b.urn));
  return sorted.filter((one, index) => index === 0 || !same(one, sorted[index - 1]));
}

/** Whether two lists, both in order, say the same. */
export function sameList(one: readonly ListEntry[], two: readonly ListEntry[]): boolean {
  return one.length === two.length && one.every((entry, index) => same(entry, two[index]));
}

function same(one: ListEntry, two: ListEntry | undefined): boolean {
  return one.name === two?.name && one.urn === two.urn;
}

/** By code units, as one machine and the next sort alike. */
function compare(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0;
}
