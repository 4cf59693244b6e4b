import type { Reference } from '#/law/reference.ts';
import { dayOf } from '#/schools/rules/dates.ts';
import type { SchoolHistory } from '#/schools/rules/history.ts';
import { inForceOn } from '../tracked.ts';
import { groupsOf } from '../trajectory/trajectories.ts';
import { finds, followSchools } from './followed-schools.ts';
import type { FollowedSchools } from './followed-schools.ts';
import type { KeptShare, NotCounted, ShareCounted } from './shares.ts';

/** Why a share that was forecast cannot be counted on its day; `null` where it can. */
export function whyNotCounted(
  { on, target }: Pick<KeptShare, 'on' | 'target'>,
  { until, gradedUntil }: Pick<FollowedSchools, 'until' | 'gradedUntil'>,
): NotCounted | null {
  if (target === 'below good' && dayOf(on) > gradedUntil) return 'judged in another way since';
  return until === null || dayOf(on) > until ? 'not yet due' : null;
}

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
): ShareCounted | 'nobody judged' {
  const followed = followSchools(histories, reference);
  const day = dayOf(on);
  const there = groupsOf(followed.schools.map((school) => ({ school }))).find(
    (one) => one.group.kind === group.kind && one.group.name === group.name,
  );
  const judged = (there?.own ?? []).flatMap(({ school }) => {
    const counting = school.judged.filter(
      ({ kind, own }) =>
        (target === 'below good' || kind === 'report card') && (denominator !== 'own grades only' || own),
    );
    const last = inForceOn({ judged: counting }, day);
    const found = last === null ? null : finds(target, last);
    return found === null
      ? []
      : [{ reached: !found, size: of === 'pupils' ? (school.history.pupils ?? 0) : 1 }];
  });
  const sum = (some: typeof judged): number => some.reduce((total, { size }) => total + size, 0);
  const counted = { reached: sum(judged.filter(({ reached }) => reached)), judged: sum(judged) };
  return counted.judged === 0 ? 'nobody judged' : counted;
}
