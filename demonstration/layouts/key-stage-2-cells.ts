import type { SchoolYear } from '#/schools/rules/dates.ts';
import { progressSpread, type Ks2Pupil } from '../results/key-stage-2-pupils.ts';
import { nationalKeyStage2, type Ks2Subject } from '../results/national.ts';
import { percent, rounded, suppressedUpTo, trimmed } from './performance-table-rows.ts';

/** A cohort and its groups, split once. */
export interface Cohort {
  readonly year: SchoolYear;
  readonly all: readonly Ks2Pupil[];
  /** By the ending a column has for the group: `B`, `FSM6CLA1A`. */
  readonly groups: ReadonlyMap<string, readonly Ks2Pupil[]>;
  /** An authority or a school: small groups of an authority are shown. */
  readonly suppresses: boolean;
  /** Coverage below half is too low to show progress. */
  readonly coverage: number;
}

const membership: Readonly<Record<string, (pupil: Ks2Pupil) => boolean>> = {
  B: (pupil) => !pupil.girl,
  G: (pupil) => pupil.girl,
  L: (pupil) => pupil.prior === 'L',
  M: (pupil) => pupil.prior === 'M',
  H: (pupil) => pupil.prior === 'H',
  FSM6CLA1A: (pupil) => pupil.disadvantaged,
  NotFSM6CLA1A: (pupil) => !pupil.disadvantaged,
  EAL: (pupil) => pupil.additionalLanguage,
  MOBN: (pupil) => pupil.nonMobile,
};

export function cohortOf(year: SchoolYear, all: readonly Ks2Pupil[], suppresses: boolean): Cohort {
  const groups = new Map<string, readonly Ks2Pupil[]>(
    Object.entries(membership).map(([group, belongs]) => [group, all.filter(belongs)]),
  );
  groups.set('', all);
  const covered = all.filter((pupil) => pupil.prior !== null).length;
  return { year, all, groups, suppresses, coverage: all.length === 0 ? 0 : covered / all.length };
}

const attained: Readonly<Record<string, (pupil: Ks2Pupil, subject: Ks2Subject) => boolean>> = {
  EXP: (pupil, subject) => pupil.tested && pupil.score[subject] >= 100,
  HIGH: (pupil, subject) => pupil.tested && pupil.score[subject] >= 110,
  WTS: (pupil, subject) => pupil.tested && pupil.score[subject] < 100 && pupil.score[subject] >= 88,
  AT: (pupil) => !pupil.tested,
  AD: () => false,
};

const reaches =
  (score: number) =>
  (pupil: Ks2Pupil): boolean =>
    pupil.tested && pupil.score.READ >= score && pupil.score.WRITTA >= score && pupil.score.MAT >= score;

/** Reading, writing and maths together. */
const together: Readonly<Record<string, (pupil: Ks2Pupil) => boolean>> = {
  EXP: reaches(100),
  HIGH: reaches(110),
};

type Cell = (cohort: Cohort) => string;

/** Each column's name is understood once; the tables have a million cells. */
const understood = new Map<string, Cell | null>();

/** Cell of a measure, or `null` where the column is not one of results. */
export function resultCell(cohort: Cohort, column: string): string | null {
  let cell = understood.get(column);
  if (cell === undefined) {
    cell = cellFor(column);
    understood.set(column, cell);
  }
  return cell === null ? null : cell(cohort);
}

const group = '(?:_(B|G|L|M|H|FSM6CLA1A|NotFSM6CLA1A|EAL|MOBN))?';

function cellFor(column: string): Cell | null {
  const share = new RegExp(`^PT(RWM|READ|WRITTA|MAT|GPS)_(EXP|HIGH|WTS|AT|AD)${group}$`).exec(column);
  if (share) return (cohort) => shareCell(cohort, share[1] ?? '', share[2] ?? '', share[3] ?? '');
  const science = /^PTSCITA_(EXP|AD)$/.exec(column);
  if (science) return (cohort) => shareOf(cohort, '', (pupil) => science[1] === 'EXP' && pupil.science);
  const teacher = /^PT(READ|MAT)TA_(EXP|AD)$/.exec(column);
  if (teacher) {
    const subject = teacher[1] === 'READ' ? 'READ' : 'MAT';
    return (cohort) => shareOf(cohort, '', (pupil) => teacher[2] === 'EXP' && pupil.score[subject] >= 99);
  }
  const average = new RegExp(`^(READ|MAT|GPS)_AVERAGE${group}$`).exec(column);
  if (average) return (cohort) => averageCell(cohort, average[1] as Ks2Subject, average[2] ?? '');
  const gap = /^DIFFN_RWM_(EXP|HIGH)$/.exec(column);
  if (gap) return (cohort) => gapCell(cohort, gap[1] ?? '');
  return progressFor(column);
}

function shareCell(cohort: Cohort, subject: string, standard: string, group: string): string {
  const joint = together[standard];
  if (subject === 'RWM' && joint) return shareOf(cohort, group, joint);
  const single = attained[standard];
  return single === undefined ? '' : shareOf(cohort, group, (pupil) => single(pupil, subject as Ks2Subject));
}

function shareOf(cohort: Cohort, group: string, counts: (pupil: Ks2Pupil) => boolean): string {
  const pupils = cohort.groups.get(group) ?? [];
  const hidden = hiddenCell(cohort, group, pupils.length, '');
  return hidden ?? percent(pupils.filter(counts).length, pupils.length);
}

function averageCell(cohort: Cohort, subject: Ks2Subject, group: string): string {
  const pupils = cohort.groups.get(group) ?? [];
  const hidden = hiddenCell(cohort, group, pupils.length, '');
  if (hidden !== null) return hidden;
  const tested = pupils.filter((pupil) => pupil.tested);
  if (tested.length === 0) return '';
  return String(rounded(tested.reduce((sum, pupil) => sum + pupil.score[subject], 0) / tested.length, 0));
}

/** Disadvantaged pupils here against other pupils in England, in percentage points. */
function gapCell(cohort: Cohort, standard: string): string {
  const pupils = cohort.groups.get('FSM6CLA1A') ?? [];
  const hidden = hiddenCell(cohort, 'FSM6CLA1A', pupils.length, '');
  if (hidden !== null) return hidden;
  const national = nationalKeyStage2[cohort.year];
  const others = standard === 'EXP' ? (national?.together ?? 0) + 6 : (national?.higherTogether ?? 8) + 2;
  const joint = together[standard];
  const here = joint === undefined ? 0 : pupils.filter(joint).length / pupils.length;
  return String(rounded(100 * here - others, 0));
}

function progressFor(column: string): Cell | null {
  const found = new RegExp(`^(READ|WRIT|MAT)(PROG|COV)${group}(_LOWER|_UPPER|_UNADJUSTED|_DESCR)?$`).exec(
    column,
  );
  if (found) {
    const subject = found[1] as ProgressSubject;
    const shown = found[2] === 'COV' ? '_COV' : (found[4] ?? '');
    return (cohort) => progressCell(cohort, subject, found[3] ?? '', shown);
  }
  const gap = /^DIFFN_(READ|WRIT|MAT)PROG$/.exec(column);
  return gap === null
    ? null
    : (cohort) => progressCell(cohort, gap[1] as ProgressSubject, 'FSM6CLA1A', '_GAP');
}

type ProgressSubject = 'READ' | 'WRIT' | 'MAT';

function progressCell(cohort: Cohort, subject: ProgressSubject, group: string, shown: string): string {
  if (nationalKeyStage2[cohort.year]?.hasProgress !== true) return '';
  const pupils = (cohort.groups.get(group) ?? []).filter((pupil) => pupil.prior !== null);
  const hidden = hiddenCell(cohort, group, pupils.length, shown === '_GAP' || shown === '_DESCR' ? '' : 'NA');
  const tooFewCovered = cohort.suppresses && cohort.coverage < 0.5 && cohort.all.length > suppressedUpTo;
  if (tooFewCovered && group === '' && shown !== '_DESCR') return 'LOWCOV';
  if (hidden !== null) return hidden;
  if (shown === '_COV') return percent(pupils.length, cohort.all.length);
  const mean = pupils.reduce((sum, pupil) => sum + pupil.progress[subject], 0) / pupils.length;
  const margin = (1.96 * progressSpread[subject]) / Math.sqrt(pupils.length);
  switch (shown) {
    case '_GAP':
      return progressText(mean - 0.3, cohort.year);
    case '_DESCR':
      return String(description(mean, margin));
    case '_LOWER':
      return progressText(mean - margin, cohort.year);
    case '_UPPER':
      return progressText(mean + margin, cohort.year);
    default:
      return progressText(mean, cohort.year);
  }
}

/** 1 well above average to 5 well below: by the interval and, at the ends, by size. */
function description(mean: number, margin: number): number {
  if (mean - margin > 0) return mean >= 2.5 ? 1 : 2;
  if (mean + margin < 0) return mean <= -2.5 ? 5 : 4;
  return 3;
}

/** The tables of 2016 and 2017 keep a trailing zero; later ones do not. */
function progressText(value: number, year: SchoolYear): string {
  return year <= 2017 ? rounded(value, 1).toFixed(1) : trimmed(value, 1);
}

/** A group's other side: of two that make all pupils, one tells the other. */
const otherSide: Readonly<Record<string, string>> = {
  FSM6CLA1A: 'NotFSM6CLA1A',
  NotFSM6CLA1A: 'FSM6CLA1A',
};

/** Few pupils are hidden, and with few disadvantaged pupils the others as well, from whom they could be worked out. */
function hiddenCell(cohort: Cohort, group: string, pupils: number, empty: string): string | null {
  if (cohort.suppresses && cohort.all.length <= suppressedUpTo) return pupils === 0 ? empty : 'SUPP';
  if (pupils === 0) return empty;
  const other = cohort.groups.get(otherSide[group] ?? '-')?.length ?? 0;
  const few = pupils <= suppressedUpTo || (other > 0 && other <= suppressedUpTo);
  return cohort.suppresses && few ? 'SUPP' : null;
}
