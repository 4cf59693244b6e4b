import type { Reference } from '#/law/reference.ts';
import { dayOf } from '#/schools/rules/dates.ts';
import type { SchoolHistory } from '#/schools/rules/history.ts';
import { districtNotStated } from '#/schools/rules/school.ts';
import { inForceOn } from '../tracked.ts';
import { finds, followSchools } from './followed-schools.ts';
import type { KeptShare, NotCounted, ShareCounted } from './shares.ts';

/**
 * A share as it stood on the day that was forecast: of the schools open on it, by the newest full inspection known by then.
 * Under report cards only schools that have one are judged: no old grade stands for a new one.
 *
 * @param histories as at the day
 */
export function countShare(
  histories: readonly SchoolHistory[],
  { on, target, group, denominator, of }: KeptShare,
  reference: Pick<Reference, 'frameworks'>,
): ShareCounted | NotCounted {
  const inside = histories
    .filter((history) => isIn(history, group))
    .map((history) => (denominator === 'own grades only' ? withOwnGrades(history) : history));
  const followed = followSchools(inside, reference);
  if (target === 'below good' && dayOf(on) > followed.overallGradesUntil)
    return 'judged in another way since';
  const judged = followed.schools.flatMap((school) => {
    const last = inForceOn(school, dayOf(on));
    const found = last === null ? null : finds(target, last, followed);
    return found === null ? [] : [{ reached: !found, pupils: school.history.pupils ?? 0 }];
  });
  const sizeOf = ({ pupils }: (typeof judged)[number]): number => (of === 'pupils' ? pupils : 1);
  const sum = (some: typeof judged): number => some.reduce((total, one) => total + sizeOf(one), 0);
  const counted = { reached: sum(judged.filter(({ reached }) => reached)), judged: sum(judged) };
  return counted.judged === 0 ? 'nobody judged' : counted;
}

function isIn(history: SchoolHistory, { kind, name }: KeptShare['group']): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'phase':
      return history.phase === name;
    case 'district':
      return (history.district ?? districtNotStated) === name;
    case 'type':
      return history.type === name;
  }
}

function withOwnGrades(history: SchoolHistory): SchoolHistory {
  return {
    ...history,
    inspections: history.inspections.filter(({ urnAtTime }) => urnAtTime === history.urn),
  };
}
