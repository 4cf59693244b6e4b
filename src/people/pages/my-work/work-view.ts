import type { MyWork, WorkDue } from '#/people/actions/read-my-work.ts';
import { withQuery, type Query } from '#/platform/web/addresses.ts';
import { calendarAddress, myWorkAddress } from '#/platform/web/work-addresses.ts';
import { dateInWords, someOf } from '#/platform/web/words.ts';
import { lateAndSoon, whenInWords } from './work-words.ts';

/** What the address asks for. */
export interface WorkAsked {
  /** Name of a source. */
  readonly of: string | null;
  /** Part of the name of a school; empty for all. */
  readonly school: string;
}

const groups = [
  ['late', 'Late'],
  ['soon', 'Due within a week'],
  ['later', 'Later, or without a day'],
  ['waiting', 'Waiting for somebody else'],
] as const;

/** What is not understood is left out, so that old links work. */
export function workAsked(query: Query, { sources }: Pick<MyWork, 'sources'>): WorkAsked {
  const of = query['of']?.at(-1) ?? '';
  return {
    of: sources.some(({ name }) => name === of) ? of : null,
    school: (query['school']?.at(-1) ?? '').trim(),
  };
}

/** Everything the page shows. */
export function workView(
  { items, sources, faults, today }: MyWork,
  { of, school }: WorkAsked,
  authority: string,
  mayTakeDays: boolean,
) {
  const sought = school.toLocaleLowerCase('en-GB');
  const chosen = items.filter(
    (one) =>
      (of === null || one.source === of) &&
      (sought === '' || (one.school ?? '').toLocaleLowerCase('en-GB').includes(sought)),
  );
  const isChosen = of !== null || sought !== '';
  return {
    lead:
      items.length === 0
        ? 'Nothing waits for you, and you wait for nobody.'
        : isChosen
          ? `${someOf(chosen.length, items.length, 'thing')}. ${lateAndSoon(chosen)}`
          : lateAndSoon(items),
    asAt: dateInWords(today),
    action: myWorkAddress(authority),
    calendar: mayTakeDays ? calendarAddress(authority) : null,
    clear: withQuery(myWorkAddress(authority), {}),
    school,
    isChosen,
    some: items.length > 0,
    nothingLike: isChosen && chosen.length === 0,
    choices: sources.map(({ name, heading }) => ({ value: name, text: heading, chosen: name === of })),
    groups: groups.flatMap(([group, heading]) => {
      const rows = chosen.filter((one) => one.group === group);
      return rows.length === 0
        ? []
        : [{ id: group, heading: `${heading} (${String(rows.length)})`, rows: rows.map(rowOf) }];
    }),
    faults: faults.map(({ heading, reference }) => ({ heading, reference })),
  };
}

function rowOf(item: WorkDue) {
  return {
    what: item.what,
    href: item.href,
    school: item.school,
    when: whenInWords(item),
    who: item.waitsFor === 'me' ? null : item.waitsFor.somebody,
  };
}
