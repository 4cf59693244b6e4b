import type { Parts } from '#/parts.ts';
import { operator } from '#/people/rules/permissions.ts';
import { refreshSchoolLists } from './refresh-school-lists.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'today'>;

const oneHour = 60 * 60 * 1000;
/** Whoever starts the site wants its pages first. */
const afterStart = 30 * 1000;

/**
 * Brings the lists of trusts, dioceses and federations of every authority that has records to what the register says now, as
 * whoever runs Middle Tier: importing the register belongs to no authority, and a trust that lost a school must not go on
 * reading of it until somebody there analyses anew. An authority that the files do not have keeps its lists.
 */
export async function refreshEverySchoolList({ published, records: opened, today }: Needed): Promise<void> {
  const [store, records] = await Promise.all([published(), opened()]);
  for (const { slug } of await store.authorities()) {
    if (!(await records.has(slug))) continue;
    const all = { asAt: today(), authority: slug, includeClosed: true, withoutValues: true };
    const schools = (await store.evidence(all)).map(({ school }) => school);
    await records.inAuthority(slug, operator, (transaction) =>
      refreshSchoolLists(transaction, operator, schools),
    );
  }
}

/** Does so soon after the start and then once an hour, as long as the program runs. Twice at once is as good as once. */
export function refreshSchoolListsHourly(parts: Needed, failed: (error: unknown) => void): void {
  const now = (): void => {
    refreshEverySchoolList(parts).catch(failed);
  };
  setTimeout(now, afterStart).unref();
  setInterval(now, oneHour).unref();
}
