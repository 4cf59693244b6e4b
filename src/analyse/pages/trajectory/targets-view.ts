import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { ShareTargetTyped } from '#/analyse/rules/expected/check-share-target.ts';
import { setTargetAddress, withdrawTargetAddress } from '#/platform/web/addresses.ts';
import { chancePercent, outOf } from '#/platform/web/chance-words.ts';
import { problemOfEach, type FieldProblem } from '#/platform/web/form-problems.ts';
import { dateInWords, plural, sentence } from '#/platform/web/words.ts';
import { percentOf } from './headline.ts';
import { groupValue } from '#/analyse/actions/trajectory-chosen.ts';
import { schoolsOf } from './trajectory-words.ts';

/** What was typed into one of the two forms of targets, and what is wrong with it. */
export interface TargetTypedIn {
  readonly form: 'set' | 'withdraw';
  readonly target: ShareTargetTyped;
  readonly why: string;
  readonly problems: readonly FieldProblem[];
}

/** The shares aimed at, with their chances, and the forms for whoever may set one. */
export function targetsView(read: TrajectoryRead, said: TargetTypedIn | null) {
  const { authority, targets, kept } = read;
  const inForce = targets.targets.filter(({ became }) => became.state === 'in force');
  const set = said?.form === 'set' ? said : null;
  const withdrawn = said?.form === 'withdraw' ? said : null;
  return {
    nothing: inForce.length > 0 ? null : 'No share is aimed at now.',
    rows: inForce
      .toSorted(
        (a, b) =>
          a.on.localeCompare(b.on) ||
          a.group.kind.localeCompare(b.group.kind) ||
          a.group.name.localeCompare(b.group.name),
      )
      .map(({ group, standing, on, share }) => ({
        whose: group.kind === 'all' ? group.name : sentence(schoolsOf(group)),
        standing,
        on: dateInWords(on),
        share: percentOf(share),
        chance: chanceOf(kept, { group, standing, on, share }),
        value: [group.kind, group.name, standing, on].join('|'),
      })),
    reasons: [
      ...new Set(
        inForce.map(({ restsOn, set: { name, on } }) => `${restsOn} (set by ${name} on ${dateInWords(on)})`),
      ),
    ],
    replaced: replacedInWords(targets.targets.length - inForce.length),
    maySet: targets.maySet,
    actions: { set: setTargetAddress(authority.slug), withdraw: withdrawTargetAddress(authority.slug) },
    groups: targets.groups.map((group) => ({
      value: groupValue(group),
      text: group.kind === 'all' ? group.name : sentence(schoolsOf(group)),
      chosen: set !== null && set.target.groupKind === group.kind && set.target.groupName === group.name,
    })),
    standings: targets.standings.map((standing) => ({
      value: standing,
      text: sentence(standing),
      chosen: set?.target.standing === standing,
    })),
    typed: { on: set?.target.on ?? '', share: set?.target.share ?? '', restsOn: set?.target.restsOn ?? '' },
    typedWhy: withdrawn?.why ?? '',
    chosenToWithdraw:
      withdrawn === null
        ? null
        : [
            withdrawn.target.groupKind,
            withdrawn.target.groupName,
            withdrawn.target.standing,
            withdrawn.target.on,
          ].join('|'),
    problems: problemOfEach(['group', 'standing', 'on', 'share', 'restsOn', 'why'], said?.problems ?? []),
    errorList: (said?.problems ?? []).map(({ field, text }) => ({ text, href: `#target-${field}` })),
  };
}

function replacedInWords(number: number): string | null {
  if (number === 0) return null;
  return `${plural(number, 'earlier one')} ${number === 1 ? 'was' : 'were'} replaced or withdrawn, and ${number === 1 ? 'is' : 'are'} kept.`;
}

type Aimed = Pick<TrajectoryRead['targets']['targets'][number], 'group' | 'standing' | 'on' | 'share'>;

/** The chance of it in the forecast shown, or why it has none. */
function chanceOf(kept: TrajectoryRead['kept'], { group, standing, on, share }: Aimed): string {
  const ofGrades = standing === 'good or better';
  if (kept === null) return 'Told when a forecast is kept';
  if (ofGrades !== (kept.run.target === 'below good')) return 'Not what this forecast is of';
  const point = kept.trajectories
    .filter((one) => groupValue(one.group) === groupValue(group))
    .toSorted((a, b) => b.denominator.localeCompare(a.denominator))[0]
    ?.schools.find((one) => one.on === on);
  if (on <= kept.run.asAt) return 'The day is over';
  return point?.target === share && point.chanceOfTarget !== null
    ? `${sentence(outOf(point.chanceOfTarget))} (${chancePercent(point.chanceOfTarget)})`
    : 'Told with the next forecast that is kept';
}
