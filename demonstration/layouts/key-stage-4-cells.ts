import type { SchoolYear } from '#/schools/rules/dates.ts';
import { progress8Spread, type Ks4Pupil } from '../results/key-stage-4-pupils.ts';
import { nationalKeyStage4 } from '../results/national.ts';
import { percent, suppressedUpTo, trimmed } from './performance-table-rows.ts';

/** Codes of the publisher: no entries (nobody in the group), not published, suppressed. */
const noEntries = 'NE';
export const notPublished = 'NP';

export interface Cohort4 {
  readonly year: SchoolYear;
  readonly groups: ReadonlyMap<string, readonly Ks4Pupil[]>;
  /** `false` for the authority's own row, whose percentages also have two decimals. */
  readonly ofSchool: boolean;
  /** Progress 8 of each group, added up once: a third of the columns ask for it. */
  readonly progress: ReadonlyMap<string, { readonly pupils: number; readonly sum: number }>;
}

const membership: Readonly<Record<string, (pupil: Ks4Pupil) => boolean>> = {
  FSM6CLA1A: (pupil) => pupil.disadvantaged,
  NFSM6CLA1A: (pupil) => !pupil.disadvantaged,
  LO: (pupil) => pupil.prior === 'LO',
  AV: (pupil) => pupil.prior === 'AV',
  HI: (pupil) => pupil.prior === 'HI',
  EAL: (pupil) => pupil.additionalLanguage,
  GIRLS: (pupil) => pupil.girl,
  BOYS: (pupil) => !pupil.girl,
  NMOB: (pupil) => pupil.nonMobile,
};

export function cohort4Of(year: SchoolYear, pupils: readonly Ks4Pupil[], ofSchool: boolean): Cohort4 {
  const groups = new Map<string, readonly Ks4Pupil[]>([['', pupils]]);
  for (const [group, belongs] of Object.entries(membership)) groups.set(group, pupils.filter(belongs));
  const progress = new Map([...groups].map(([group, members]) => [group, addedUp(members)]));
  return { year, groups, ofSchool, progress };
}

function addedUp(pupils: readonly Ks4Pupil[]): { pupils: number; sum: number } {
  let known = 0;
  let sum = 0;
  for (const { progress8 } of pupils) {
    if (progress8 === null) continue;
    known += 1;
    sum += progress8;
  }
  return { pupils: known, sum };
}

const startGroups: ReadonlySet<string> = new Set(['LO', 'AV', 'HI']);

/** Nobody took key stage 2, as in the year group of 2025. */
function noneHasStart(cohort: Cohort4): boolean {
  return nationalKeyStage4[cohort.year]?.progress8 === null;
}

type Cell = (cohort: Cohort4) => string;

const understood = new Map<string, Cell | null>();

/** Cell of a result, or `null` where the column is none of those the demonstration works out. */
export function result4Cell(cohort: Cohort4, column: string): string | null {
  let cell = understood.get(column);
  if (cell === undefined) {
    cell = cellFor(column);
    understood.set(column, cell);
  }
  return cell === null ? null : cell(cohort);
}

const group = '(?:_(FSM6CLA1A|NFSM6CLA1A|LO|AV|HI|EAL|GIRLS|BOYS|NMOB))?';

/** What part of Attainment 8 each element makes, and how its progress leans in the county. */
const elements: Readonly<Record<string, { share: number; lean: number }>> = {
  '': { share: 1, lean: 0 },
  ENG: { share: 0.213, lean: 0.03 },
  MAT: { share: 0.199, lean: -0.02 },
  EBAC: { share: 0.289, lean: -0.05 },
  OPEN: { share: 0.299, lean: 0.04 },
  OPENG: { share: 0.258, lean: 0 },
  OPENNG: { share: 0.041, lean: 0 },
};

function cellFor(column: string): Cell | null {
  const attainment = new RegExp(`^(TOTATT8|ATT8SCR)(ENG|MAT|EBAC|OPENNG|OPENG|OPEN)?${group}$`).exec(column);
  if (attainment) {
    const share = elements[attainment[2] ?? '']?.share ?? 1;
    return (cohort) => attainment8Cell(cohort, attainment[3] ?? '', attainment[1] === 'TOTATT8', share);
  }
  const progress = new RegExp(`^P8(PUP|MEA|CILOW|CIUPP)${group}(?:_ORIG)?$`).exec(column);
  if (progress) return (cohort) => progress8Cell(cohort, progress[2] ?? '', progress[1] ?? '', 0);
  const element = new RegExp(`^P8MEA(ENG|MAT|EBAC|OPEN)(?:_(CILOW|CIUPP))?${group}$`).exec(column);
  if (element) {
    const lean = elements[element[1] ?? '']?.lean ?? 0;
    return (cohort) => progress8Cell(cohort, element[3] ?? '', element[2] ?? 'MEA', lean);
  }
  if (column === 'P8MEACOV') return (cohort) => progress8Cell(cohort, '', 'COV', 0);
  if (column === 'P8_BANDING') return (cohort) => progress8Cell(cohort, '', 'BANDING', 0);
  if (new RegExp(`^TP8ADJ${group}$`).test(column)) return (cohort) => progress8Cell(cohort, '', 'ADJ', 0);
  return basicsFor(column) ?? ebaccFor(column);
}

const basicsGroups: readonly (readonly [RegExp, string])[] = [
  [/^PTL2BASICS_(94|95|LL_PTQ_EE)$/, ''],
  [/^PTFSM6CLA1ABASICS(?:_(94|95))?$/, 'FSM6CLA1A'],
  [/^PTNOTFSM6CLA1ABASICS(?:_(94|95))?$/, 'NFSM6CLA1A'],
  [/^P?TBASICSLO(?:_(94|95))?$/, 'LO'],
  [/^P?TBASICSAV(?:_(94|95))?$/, 'AV'],
  [/^P?TBASICSHI(?:_(94|95))?$/, 'HI'],
  [/^PBL2BASICS(?:_(94|95))?$/, 'BOYS'],
  [/^PGL2BASICS(?:_(94|95))?$/, 'GIRLS'],
  [/^PTL2BASICSEAL(?:_(94|95))?$/, 'EAL'],
  [/^PTL2BASICSNMOB(?:_(94|95))?$/, 'NMOB'],
];

/** English and maths together: grades 9 to 4 (A* to C in 2016) or 9 to 5. */
function basicsFor(column: string): Cell | null {
  for (const [pattern, of] of basicsGroups) {
    const found = pattern.exec(column);
    if (!found) continue;
    const passes = (pupil: Ks4Pupil): boolean => (found[1] === '95' ? pupil.strongPass : pupil.standardPass);
    return (cohort) =>
      column.startsWith('TB') ? countCell(cohort, of, passes) : shareCell(cohort, of, passes);
  }
  return null;
}

function ebaccFor(column: string): Cell | null {
  if (column === 'KS2APS') return (cohort) => priorPointsCell(cohort);
  const points = new RegExp(`^EBACCAPS${group}$`).exec(column);
  if (points) return (cohort) => meanCell(cohort, points[1] ?? '', (pupil) => pupil.ebaccPoints, 2);
  if (column === 'TOTEBACCAPS') return (cohort) => totalCell(cohort, (pupil) => pupil.ebaccPoints, 2);
  const entered = (pupil: Ks4Pupil): boolean => pupil.ebaccEntered;
  if (column === 'TEBACC_E_PTQ_EE') return (cohort) => countCell(cohort, '', entered);
  const share = /^P(T|B|G)EBACC_E(?:(FSM6CLA1A|NFSM6CLA1A|LO|AV|HI|EAL|NMOB))?_PTQ_EE$/.exec(column);
  if (share) {
    const of = share[1] === 'B' ? 'BOYS' : share[1] === 'G' ? 'GIRLS' : (share[2] ?? '');
    return (cohort) => shareCell(cohort, of, entered);
  }
  const achieved = /^PTEBACC(?:_(94|95)|_PTQ_EE)$/.exec(column);
  if (!achieved) return null;
  const passes = (pupil: Ks4Pupil): boolean => (achieved[1] === '95' ? pupil.strongPass : pupil.standardPass);
  return (cohort) => shareCell(cohort, '', (pupil) => pupil.ebaccEntered && passes(pupil));
}

function attainment8Cell(cohort: Cohort4, of: string, total: boolean, share: number): string {
  const points = (pupil: Ks4Pupil): number => pupil.attainment8 * share;
  return total ? totalCell(cohort, points, 1) : meanCell(cohort, of, points, 1);
}

function progress8Cell(cohort: Cohort4, of: string, shown: string, lean: number): string {
  if (typeof nationalKeyStage4[cohort.year]?.progress8 !== 'number') return notPublished;
  const known = cohort.progress.get(of) ?? { pupils: 0, sum: 0 };
  const hidden = hiddenCell(cohort, known.pupils);
  if (hidden !== null) return hidden;
  const mean = known.sum / known.pupils + lean;
  const margin = (1.96 * progress8Spread) / Math.sqrt(known.pupils);
  switch (shown) {
    case 'PUP':
      return String(known.pupils);
    case 'ADJ':
      return '0';
    case 'COV':
      return percent(known.pupils, (cohort.groups.get('') ?? []).length);
    case 'CILOW':
      return trimmed(mean - margin, 2);
    case 'CIUPP':
      return trimmed(mean + margin, 2);
    case 'BANDING':
      return String(banding(mean, margin));
    default:
      return trimmed(mean, 2);
  }
}

/** 1 well above average to 5 well below. */
function banding(mean: number, margin: number): number {
  if (mean - margin > 0) return mean > 0.5 ? 1 : 2;
  if (mean + margin < 0) return mean < -0.5 ? 5 : 4;
  return 3;
}

function shareCell(cohort: Cohort4, of: string, counts: (pupil: Ks4Pupil) => boolean): string {
  const pupils = cohort.groups.get(of) ?? [];
  const hidden = hiddenCell(cohort, pupils.length, of);
  if (hidden !== null) return hidden;
  const found = pupils.filter(counts).length;
  return cohort.ofSchool ? percent(found, pupils.length) : share2(found, pupils.length);
}

/** Authorities' percentages have one figure after the point and a nought behind it: `68.30%`. */
export function share2(part: number, whole: number): string {
  return `${(Math.round((1000 * part) / whole) / 10).toFixed(2)}%`;
}

function countCell(cohort: Cohort4, of: string, counts: (pupil: Ks4Pupil) => boolean): string {
  const pupils = cohort.groups.get(of) ?? [];
  return hiddenCell(cohort, pupils.length, of) ?? String(pupils.filter(counts).length);
}

function totalCell(cohort: Cohort4, number: (pupil: Ks4Pupil) => number, decimals: 1 | 2): string {
  const pupils = cohort.groups.get('') ?? [];
  return (
    hiddenCell(cohort, pupils.length) ??
    trimmed(
      pupils.reduce((sum, pupil) => sum + number(pupil), 0),
      decimals,
    )
  );
}

function meanCell(cohort: Cohort4, of: string, number: (pupil: Ks4Pupil) => number, decimals: 1 | 2): string {
  const pupils = cohort.groups.get(of) ?? [];
  const hidden = hiddenCell(cohort, pupils.length, of);
  return hidden ?? trimmed(pupils.reduce((sum, pupil) => sum + number(pupil), 0) / pupils.length, decimals);
}

/** Mean points at key stage 2 of those who have them. */
function priorPointsCell(cohort: Cohort4): string {
  const points = (cohort.groups.get('') ?? []).flatMap(({ priorPoints }) => priorPoints ?? []);
  if (points.length === 0) return notPublished;
  const hidden = hiddenCell(cohort, points.length);
  return hidden ?? trimmed(points.reduce((sum, point) => sum + point, 0) / points.length, 1);
}

function hiddenCell(cohort: Cohort4, pupils: number, of = ''): string | null {
  // Where nobody's start is known there are no groups by it.
  if (pupils === 0) return startGroups.has(of) && noneHasStart(cohort) ? notPublished : noEntries;
  return cohort.ofSchool && pupils <= suppressedUpTo ? 'SUPP' : null;
}
