import type { DaysToDiagnosis, WayToDiagnosis } from '#/diagnose/rules/diagnoses/time-to-diagnosis.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';

/** A school that was told its category, and its diagnosis, as far as the reader may know. */
export interface DiagnosisOfSchool {
  readonly school: School;
  /** The category it was told, with what it means to the school: `B3, requiring improvement`. */
  readonly told: string;
  readonly way: WayToDiagnosis;
  /** The day by which the diagnosis should be settled; `null` where no rhythm is known. */
  readonly dueOn: IsoDate | null;
  /** Whole days after that day while it is not settled. */
  readonly daysLate: number;
  /** The diagnosis that is settled, or else the one that is being written or with the school. */
  readonly diagnosis: PaperRead | null;
  /** Whether it bears out the category that was told, as it says itself; empty while it does not say. */
  readonly differs: string;
}

export interface DiagnosesRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly days: DaysToDiagnosis;
  /** What the days are held against; `null` where no rhythm is known. */
  readonly rhythm: { readonly words: string; readonly source: string } | null;
  /** Those that wait first, the longest first; then those that are settled, the latest first. */
  readonly schools: readonly DiagnosisOfSchool[];
  /** Open schools of which the reader may read papers and that were told no category. */
  readonly notTold: number;
}

/** What a diagnosis begins with. */
export interface DiagnosisToBegin {
  readonly authority: AuthorityInStore;
  readonly school: Pick<School, 'urn' | 'name'>;
  /** The category that the school was told, with who decided and why; empty where it was told none. */
  readonly hypothesis: string;
  /** The one that is not settled yet. */
  readonly begun: PaperRead | null;
}
