import type { Content } from '#/papers/rules/template.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A paper with all that became of it, as it is told at once. */
export interface PaperWritten {
  readonly urn: Urn;
  readonly kind: string;
  /** Left out where there is only one template of the kind on the day. */
  readonly template?: string;
  /** Another of those told with it, before it. */
  readonly partOf?: PaperWritten;
  readonly by: Person;
  readonly on: IsoDate;
  /** In the order in which it happened. */
  readonly then: readonly Happened[];
}

/** A version that was saved, or a step that was taken. */
export type Happened =
  | { readonly by: Person; readonly saves: Content; readonly aboutOn?: IsoDate }
  | { readonly by: Person; readonly takes: string; readonly on: IsoDate; readonly words?: string };
