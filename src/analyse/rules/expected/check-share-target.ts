import type { TrajectoryGroup } from '#/analyse/rules/forecast/forecast.ts';
import { textProblems, type TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import { dayProblems, longestWhy, standingTyped } from './check-expectation.ts';
import type { ShareTarget } from './expectation.ts';
import { isAimedAt, type JudgedStanding } from './judged-standing.ts';

/** A share aimed at, as typed. */
export interface ShareTargetTyped {
  readonly groupKind: string;
  readonly groupName: string;
  readonly standing: string;
  /** As people write dates. */
  readonly on: string;
  /** In percent, with or without the sign. */
  readonly share: string;
  readonly restsOn: string;
}

/** A share aimed at that can be kept. */
export type ShareTargetChecked = Pick<ShareTarget, 'group' | 'standing' | 'on' | 'restsOn'> & {
  readonly share: number;
};

/** What was typed, or everything that is wrong with it, in the order of the fields. */
export function checkShareTarget(
  typed: ShareTargetTyped,
  groups: readonly TrajectoryGroup[],
  today: IsoDate,
  standingsFor: (day: IsoDate) => readonly JudgedStanding[],
): { readonly target: ShareTargetChecked } | { readonly problems: readonly TypingProblem[] } {
  const on = readDate(typed.on);
  const group = groups.find(({ kind, name }) => kind === typed.groupKind && name === typed.groupName);
  const standing = standingTyped(typed.standing, standingsFor(on ?? today).filter(isAimedAt));
  const share = shareTyped(typed.share);
  const restsOn = typed.restsOn.trim();
  const problems = [
    ...(group === undefined ? [{ field: 'group', text: 'Choose which schools the share is of.' }] : []),
    ...(standing === null
      ? [{ field: 'standing', text: 'Choose what the schools are to reach by then.' }]
      : []),
    ...dayProblems('on', on, today),
    ...(share === null
      ? [{ field: 'share', text: 'Say the share aimed at in percent, above 0 and up to 100, such as 85.' }]
      : []),
    ...textProblems(
      'restsOn',
      restsOn,
      longestWhy,
      'Say what it rests on: a decision, a plan, or the figures it was worked out from.',
    ),
  ];
  if (problems.length > 0 || group === undefined || standing === null || on === null || share === null) {
    return { problems };
  }
  return { target: { group, standing, on, share, restsOn } };
}

/** From 0 to 1, of a percentage with at most one decimal. */
function shareTyped(text: string): number | null {
  const percent = /^(\d{1,3}(?:\.\d)?)\s*%?$/.exec(text.trim())?.[1];
  const number = Number(percent);
  return percent !== undefined && number > 0 && number <= 100 ? Math.round(number * 10) / 1000 : null;
}
