import type { DiagnosisOfSchool } from '#/diagnose/actions/diagnoses.ts';
import type { Query } from '#/platform/web/addresses.ts';

const shown = {
  waiting: ['Waiting for a diagnosis', ({ way }) => way.settled === null],
  late: ['Waiting longer than they should', ({ daysLate }) => daysLate > 0],
  'not-begun': ['Not begun', ({ diagnosis }) => diagnosis === null],
  settled: ['Settled', ({ way }) => way.settled !== null],
  'not-agreed': [
    'Settled without the school’s full agreement',
    ({ way }) => way.settled !== null && way.settled.answer !== 'agreed',
  ],
  differs: ['Differs from the category told', ({ differs }) => isDifferent(differs)],
} as const satisfies Readonly<Record<string, readonly [string, (one: DiagnosisOfSchool) => boolean]>>;

type Shown = keyof typeof shown;

/** As the form of a diagnosis has it. */
export function isDifferent(differs: string): boolean {
  return differs === 'It differs' || differs === 'It differs in part';
}

/** What is not understood is left out, so that old links work. */
export function diagnosesAsked(query: Query): Shown | null {
  const show = query['show']?.at(-1) ?? '';
  return show in shown ? (show as Shown) : null;
}

export function chosenDiagnoses(
  schools: readonly DiagnosisOfSchool[],
  show: Shown | null,
): readonly DiagnosisOfSchool[] {
  return schools.filter((one) => show === null || shown[show][1](one));
}

export function choicesToShow(chosen: Shown | null) {
  return Object.entries(shown).map(([value, [text]]) => ({ value, text, chosen: value === chosen }));
}
