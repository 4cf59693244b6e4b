import type { SchoolForecast } from '#/analyse/records/forecast-rows.ts';
import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import type { SchoolStep } from '#/analyse/rules/forecast/planning/steps.ts';
import type {
  ModelVersion,
  SchoolPath,
  SharePoint,
  Trajectory,
  WhatIf,
} from '#/analyse/rules/forecast/forecast.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { WhatIfTyped } from '#/analyse/rules/forecast/planning/check-what-if.ts';
import type { ExpectationRead, TargetsRead } from './expected-read.ts';

/** What is asked of the trajectory. What is not understood is left to what is usual: old links keep working. */
export interface TrajectoryAsked {
  /** Day of the forecast; without it the newest that was kept. */
  readonly asAt?: string | undefined;
  /** What is forecast, where several questions were asked as at the day. */
  readonly target?: string | undefined;
  /** `all`, or kind and name: `phase:primary`. */
  readonly group: string;
  readonly of: 'schools' | 'pupils';
  /** Only grades of the school's own count. */
  readonly ownOnly: boolean;
  /** The day the first sentence is about. */
  readonly to?: string | undefined;
  readonly whatIf: readonly WhatIf[];
  /** How many more things were said to be tried that could not be read. */
  readonly notRead: number;
  /** One more to try, as typed. */
  readonly typed: WhatIfTyped | null;
}

/** The groups by place and type that a school is in. */
export interface GroupsOfSchool {
  readonly district: string | null;
  readonly type: string;
}

/** A forecast that was kept, as far as its reader may see it. */
export interface KeptTrajectory {
  readonly run: ForecastRun;
  readonly trajectories: readonly Trajectory[];
  /** The schools that the reader may know of. */
  readonly schools: readonly SchoolForecast[];
  readonly groups: ReadonlyMap<Urn, GroupsOfSchool>;
}

/** What of a forecast is shown: one group, one way of counting, one day. */
export interface Chosen {
  readonly kept: KeptTrajectory;
  readonly shown: Trajectory;
  /** The same group counted in each way, that with predecessors' grades first. */
  readonly both: readonly Trajectory[];
  readonly of: TrajectoryAsked['of'];
  readonly points: readonly SharePoint[];
  /** The day the first sentence is about. */
  readonly point: SharePoint;
  /** The schools of the group that the reader may know of, by what each moves by then: the largest step first. */
  readonly steps: readonly SchoolStep[];
  /** How many of them have no chance that could be told. */
  readonly withoutChance: number;
  /** A group that was asked for and of which nothing is told. */
  readonly notTold: string | null;
}

/** What would be, had some things happened. Nothing of it is kept. */
export interface Trial {
  readonly tried: readonly (WhatIf & { readonly name: string })[];
  /** Made anew by the same model, with nothing tried, so that the difference is what is tried and nothing else. */
  readonly before: readonly Trajectory[];
  readonly after: readonly Trajectory[];
  /** Of the schools tried only. */
  readonly paths: readonly { readonly before: SchoolPath; readonly after: SchoolPath }[];
  readonly model: ModelVersion;
}

export interface TrajectoryRead {
  readonly authority: AuthorityInStore;
  /** Every forecast that was kept, the newest first. */
  readonly runs: readonly ForecastRun[];
  /** `null`: none was kept. */
  readonly kept: KeptTrajectory | null;
  /** What of it is asked for; `null` where no share is told at all. */
  readonly chosen: Chosen | null;
  /** The last forecast before, of the same question, to be held against what happened; `null` where there is none. */
  readonly earlier: Pick<KeptTrajectory, 'run' | 'trajectories'> | null;
  readonly targets: TargetsRead;
  /** What officers expect now; `null` for whoever may not read it. */
  readonly expectations: readonly ExpectationRead[] | null;
  /** This person may see every school’s forecast. */
  readonly whole: boolean;
  /** Whether the reader may try what would be if something happened to a school. */
  readonly mayTry: boolean;
  /** What is tried and understood. */
  readonly whatIf: readonly WhatIf[];
  /** How many things in the address could not be understood, or are about no school that the reader may know of. */
  readonly notUnderstood: number;
  /** What is wrong with one more to try; empty where nothing was typed or nothing is wrong. */
  readonly problems: readonly TypingProblem[];
  /** One more, typed and right: its page has it in the address. */
  readonly added: WhatIf | null;
  readonly trial: Trial | null;
  readonly sources: readonly Source[];
}
