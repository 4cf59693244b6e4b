import type { OurView } from '#/analyse/actions/our-view.ts';
import { dateInWords } from '#/platform/web/words.ts';

type Holder = OurView['asks']['ours'][number];

/** Whom the school asks, and how to reach them. A clerk is not told by which kind of officer how much concern there is. */
export function asksView({ asks, reader, authority, today }: OurView) {
  const person = (one: Holder, showRole: boolean) => ({
    name: one.name,
    role: showRole ? one.role : null,
    email: one.email,
    mail: one.email === null ? null : `mailto:${one.email}`,
    note: noteOf(one),
  });
  const known = new Set([...asks.ours, ...asks.instead].map((one) => one.person));
  return {
    ours: asks.ours.map((one) => person(one, reader.readsCategory)),
    instead: asks.instead.map((one) => person(one, true)),
    governance: asks.governance.filter((one) => !known.has(one.person)).map((one) => person(one, true)),
    nobody:
      asks.ours.length + asks.instead.length === 0
        ? `${authority.name} has named nobody here yet. Write to its office for schools.`
        : null,
    asOn: dateInWords(today),
  };
}

function noteOf({ insteadOf, until, since }: Holder): string {
  const end = until === null ? '' : ` until ${dateInWords(until)}`;
  if (insteadOf !== null) return `Stands in for ${insteadOf}${end}`;
  return `Since ${dateInWords(since)}${end}`;
}
