import { randomUUID } from 'node:crypto';
import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import {
  bySoonest,
  workGroupOf,
  workGroups,
  workingDaysLate,
  workingDaysLeft,
  type WorkGroup,
} from '#/people/rules/work-due.ts';
import { KnownError } from '#/platform/errors.ts';
import type { WorkItem, WorkSource } from '#/platform/work.ts';
import { permit } from './permit.ts';

/** Something to do, with where it stands today. */
export interface WorkDue extends WorkItem {
  /** Of the source it came from. */
  readonly source: string;
  readonly group: WorkGroup;
  /** Working days: 0 while it is in time. */
  readonly daysLate: number;
  /** Working days until it is due; 0 on the day itself and after it. */
  readonly daysLeft: number;
}

/** What one person has to do or waits for in an authority today. */
export interface MyWork {
  readonly today: string;
  /** In the order of `workGroups`, and in each the soonest due first. */
  readonly items: readonly WorkDue[];
  /** The sources that have something for this person, by their headings. */
  readonly sources: readonly Pick<WorkSource, 'name' | 'heading'>[];
  /** Sources that could not be asked: what they have is missing, and the page says so. */
  readonly faults: readonly {
    readonly heading: string;
    readonly error: unknown;
    readonly reference: string;
  }[];
}

/** Everything a person has to do or waits for, of every source at once. One that fails takes none of the others with it. */
export async function readMyWork(
  { today: day, reference }: Pick<Parts, 'today' | 'reference'>,
  person: Person,
  authority: string,
  sources: readonly WorkSource[],
): Promise<MyWork> {
  permit(person, 'read published data', authority);
  const [today, { bankHolidays }] = [day(), reference()];
  const read = await Promise.all(sources.map((source) => readSource(source, person, authority)));
  const items = read.flatMap(({ source, items: found }) =>
    found.map((item) => ({
      ...item,
      source: source.name,
      group: workGroupOf({ dueOn: item.dueOn, mine: item.waitsFor === 'me' }, today, bankHolidays),
      daysLate: item.dueOn === null ? 0 : workingDaysLate(item.dueOn, today, bankHolidays),
      daysLeft: item.dueOn === null ? 0 : workingDaysLeft(item.dueOn, today, bankHolidays),
    })),
  );
  return {
    today,
    items: items.toSorted(
      (a, b) => workGroups.indexOf(a.group) - workGroups.indexOf(b.group) || bySoonest(a, b),
    ),
    sources: read.flatMap(({ source, items: found }) =>
      found.length === 0 ? [] : [{ name: source.name, heading: source.heading }],
    ),
    faults: read.flatMap(({ source, fault }) =>
      fault === null ? [] : [{ heading: source.heading, ...fault }],
    ),
  };
}

async function readSource(source: WorkSource, person: Person, authority: string) {
  try {
    return { source, items: await source.read(person, authority), fault: null };
  } catch (error) {
    // A signed-out reader is sent to sign in, as on every other page.
    if (error instanceof KnownError && error.code === 'signed-out') throw error;
    // Its people are known before the first file is imported: until then there is nothing to do about any school.
    if (error instanceof KnownError && error.code === 'authority-unknown')
      return { source, items: [], fault: null };
    return { source, items: [], fault: { error, reference: randomUUID().slice(0, 8) } };
  }
}
