import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { SuppliedFile } from '#/schools/records/supplied-files.ts';
import type { CheckedFile, SuppliedProblem, SuppliedTable } from '#/schools/rules/check-supplied.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Item } from '#/schools/rules/supplied-items.ts';
import type { SuppliedMapping } from '#/schools/rules/supplied-mapping.ts';

export type { SuppliedFile } from '#/schools/records/supplied-files.ts';

/** A file to be checked or kept, with what the person says of it. Dates as they wrote them. */
export interface SupplyRequest {
  /** The authority's short or full name; may be left out when there is only one. */
  readonly authority?: string;
  readonly path: string;
  readonly fileName: string;
  /** Left out: as files with the same header were described before. */
  readonly mapping?: SuppliedMapping;
  /** The day the whole file is of; needed where no column has it. */
  readonly statedOn?: string;
  /** The day the authority had it; today when left out. */
  readonly knownOn?: string;
  /** The service or person that gave it. */
  readonly givenBy: string;
}

/** How many of the authority's open schools something is known of. */
export interface Coverage {
  readonly schools: number;
  readonly of: number;
}

/** What would become of a file if it were kept. */
export interface SuppliedCheck {
  readonly authority: AuthorityInStore;
  readonly mapping: SuppliedMapping;
  readonly table: SuppliedTable;
  readonly sha256: string;
  readonly statedOn: IsoDate | null;
  readonly knownOn: IsoDate;
  readonly checked: CheckedFile;
  readonly coverage: Coverage;
  /** Open schools of which the file tells nothing that can be kept, in order of name. */
  readonly missing: readonly { readonly urn: string; readonly name: string }[];
  /** A file that counts has the same content, columns and date. */
  readonly already: SuppliedFile | null;
}

/** What `supplyFile` did. */
export interface SupplyOutcome {
  readonly authority: AuthorityInStore;
  readonly file: string;
  /** `true`: the same file was kept before and counts, so it stands. */
  readonly alreadyKept: boolean;
  readonly check: SuppliedCheck;
}

/** What an authority's services have told of its schools. */
export interface SuppliedOverview {
  readonly authority: AuthorityInStore;
  /** Open schools of the authority today. */
  readonly schools: number;
  readonly files: readonly SuppliedFile[];
  /** Every item there is, in order; those that no file tells of too. */
  readonly items: readonly {
    readonly item: Item;
    readonly known: {
      readonly coverage: Coverage;
      readonly newestOn: IsoDate;
      readonly newestFile: string;
      readonly givenBy: string;
      /** Days from its newest day to today; less than nothing for what is ahead. */
      readonly age: number;
    } | null;
  }[];
}

/** One file that was given. */
export interface SuppliedFileRead {
  readonly authority: AuthorityInStore;
  readonly file: SuppliedFile;
  readonly problems: readonly SuppliedProblem[];
}
