import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';

/** A file that was imported: what it was recognised as, as at when, and what became of its rows. */
export interface Source {
  /** First 12 hexadecimal digits of the file's SHA-256: the same file always has the same identity. */
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  /** Identity of the layout, for example `ofsted-mi-2022`. */
  readonly layout: string;
  /** The publication in words, for example `Key stage 2 school performance tables`. */
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** School year the figures are of; `null` for registers and inspections. */
  readonly year: SchoolYear | null;
  /** How the year was found: `columns`, `stated by the person`, `agrees with England's published figures`. */
  readonly yearBasis: string | null;
  readonly status: ReleaseStatus;
  /** The date the file describes, where it or the person says so. */
  readonly asAt: IsoDate | null;
  /** The earliest day its newest content could have been known outside the publisher. */
  readonly knownOn: IsoDate;
  readonly knownOnBasis: string;
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Rows in = rows kept + rows set aside; every row set aside has a reason. */
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[];
  readonly problems: number;
  /** When it was imported, ISO 8601 in UTC. */
  readonly importedAt: string;
  /** Made by the demonstration generator. */
  readonly invented: boolean;
}

/** One thing wrong with a file: where, what, and what to do. */
export interface Problem {
  readonly file: string;
  /** Row of the file, header included, counting from 1; `null` for the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly what: string;
  readonly whatToDo: string;
  /** `error`: the row or file was set aside; `warning`: kept, but look at it. */
  readonly severity: 'error' | 'warning';
}

/** The basis of a date that is the newest in the file. */
export type NewestInFile = 'newest date in the file';
