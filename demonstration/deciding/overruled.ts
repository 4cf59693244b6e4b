import type { IsoDate } from '#/schools/rules/dates.ts';
import type { CountyLife } from '../life/county-life.ts';
import { isBelow } from '../people/expectations.ts';

/** A school as a round of the county finds it. */
export interface SchoolProposed {
  readonly urn: string;
  readonly proposed: string;
}

/** What a moderation meeting decided otherwise than the rules proposed. */
export interface Overruled {
  readonly urn: string;
  readonly category: string;
  readonly why: string;
}

const kinder: Readonly<Record<string, string>> = { A4: 'B3', D1: 'B3', B3: 'E2', C3: 'E2' };
const harsher: Readonly<Record<string, string>> = { E1: 'B3', E2: 'B3', F1: 'E2', C3: 'B3', B3: 'A4' };

const whys = {
  kinder: [
    'A new head since September, and the last two visits found reading taught as it should be. The results the rules read are those of the head before.',
    'The fall of one year is a cohort of eleven, three of whom joined in the spring. Attendance and books do not say that the school has slipped.',
    'Governors have put a partner school’s deputy in for two terms. We give it until the summer before we call it more than it is.',
    'The school gave us its own assessments of this year, moderated with two others: they are well above what was published last.',
  ],
  harsher: [
    'The head leaves at Christmas, the deputy has left, and nobody has applied. Results do not show it yet.',
    'Suspensions have doubled in a year and governors had not been told. The grade is eight years old.',
    'Our adviser saw three weak lessons of five, and leaders who rated them strong.',
    'The budget is to be cut by a teacher in five, and there is no plan for the curriculum after that.',
  ],
} as const;

/**
 * Which proposals of a round a meeting overrules, two a round: one kinder than the rules, one harsher. Who they are is made
 * up out of what inspectors found later, so that some were right: in every other round it is the kinder decision that was
 * proven wrong and the harsher that was proven right.
 *
 * @param schools of the round, in an order that is the same every time
 * @param place of the round, from 0
 */
export function overruledIn(
  life: CountyLife,
  schools: readonly SchoolProposed[],
  { place, opened }: { readonly place: number; readonly opened: IsoDate },
): readonly Overruled[] {
  const came = foundAfter(life, opened);
  const meant = place % 2 === 0;
  const one = (kind: 'kinder' | 'harsher', skip: string): readonly Overruled[] => {
    const to = kind === 'kinder' ? kinder : harsher;
    const fit = schools.filter(({ urn, proposed }) => urn !== skip && to[proposed] !== undefined);
    const known = fit.filter(({ urn }) => came.get(urn) === meant);
    const among = known.length > 0 ? known : fit;
    const chosen = among[place % Math.max(1, among.length)];
    const category = to[chosen?.proposed ?? ''];
    const why = whys[kind][place % whys[kind].length];
    if (chosen === undefined || category === undefined || why === undefined) return [];
    return [{ urn: chosen.urn, category, why }];
  };
  const first = one('kinder', '');
  return [...first, ...one('harsher', first[0]?.urn ?? '')];
}

/** Whether the next full inspection after a day found each school wanting; without those that had none. */
function foundAfter(life: CountyLife, day: IsoDate): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const { inspections } of life.lives)
    for (const one of inspections)
      if (one.startedOn > day && one.kind !== 'ungraded' && !found.has(one.establishment.urn))
        found.set(one.establishment.urn, isBelow(one));
  return found;
}
