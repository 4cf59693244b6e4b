import { sql, type Selectable } from 'kysely';
import type { Side } from '#/papers/rules/process.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { AuthorityTables, AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Who did something, on which day they say, and when it came into the records. */
interface Did {
  readonly person: string;
  readonly name: string;
  readonly on: IsoDate;
  /** ISO 8601, UTC. */
  readonly keptAt: string;
}

/** A step that was taken. */
export interface StepKept extends Did {
  readonly step: string;
  readonly for: Side;
  readonly opened: boolean;
  readonly version: number | null;
  readonly words: string;
}

/** One version of what a paper says. */
export interface VersionKept {
  readonly number: number;
  readonly aboutOn: IsoDate | null;
  readonly content: Content;
  readonly person: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

/** A paper as far as who acts may read it. */
export interface PaperKept {
  readonly id: string;
  readonly urn: Urn;
  readonly kind: string;
  readonly side: Side;
  readonly template: string;
  readonly partOf: string | null;
  readonly opened: Did;
  /** In the order in which they were taken. */
  readonly steps: readonly StepKept[];
  /** The newest version that who acts may read; `null` where none was saved. */
  readonly newest: VersionKept | null;
}

/** Which papers; what is left out does not matter. */
export interface PapersAsked {
  readonly id?: string;
  readonly urn?: Urn;
  readonly kinds?: readonly string[];
  readonly partOf?: string;
}

/** One at a time in an authority, to the end of the transaction: two at once would both find that nothing was written since. */
export async function lockPapers(transaction: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('paper ' || current_schema()))`.execute(transaction);
}

type NewPaper = Pick<PaperKept, 'id' | 'urn' | 'kind' | 'side' | 'template' | 'partOf'> & {
  readonly on: IsoDate;
  readonly name: string;
};

/** Adds papers. */
export async function addPapers(
  transaction: AuthorityTransaction,
  papers: readonly NewPaper[],
): Promise<void> {
  if (papers.length === 0) return;
  await transaction
    .insertInto('paper')
    .values(
      papers.map(({ partOf, on, name, ...paper }) => ({
        ...paper,
        part_of: partOf,
        opened_on: on,
        opened_by_name: name,
      })),
    )
    .execute();
}

type OfPaper = Pick<PaperKept, 'urn' | 'side'> & { readonly paper: string };
type NewVersion = OfPaper & Pick<VersionKept, 'number' | 'aboutOn' | 'content' | 'name'>;

/** Adds versions. The database refuses a number that is there already. */
export async function addVersions(
  transaction: AuthorityTransaction,
  versions: readonly NewVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  await transaction
    .insertInto('paper_version')
    .values(
      versions.map(({ aboutOn, content, name, ...version }) => ({
        ...version,
        about_on: aboutOn,
        content: JSON.stringify(content),
        saved_by_name: name,
      })),
    )
    .execute();
}

type NewStep = OfPaper & Pick<StepKept, 'step' | 'for' | 'opened' | 'version' | 'on' | 'words' | 'name'>;

/** Adds steps. */
export async function addPaperSteps(
  transaction: AuthorityTransaction,
  steps: readonly NewStep[],
): Promise<void> {
  if (steps.length === 0) return;
  await transaction
    .insertInto('paper_step')
    .values(
      steps.map(({ for: takenFor, on, name, ...step }) => ({
        ...step,
        taken_for: takenFor,
        on_date: on,
        taken_by_name: name,
      })),
    )
    .execute();
}

/** The papers asked for that who acts may read, with their steps and newest version, in the order in which they were opened. */
export async function papers(
  transaction: AuthorityTransaction,
  { id, urn, kinds, partOf }: PapersAsked,
): Promise<readonly PaperKept[]> {
  const rows = await transaction
    .selectFrom('paper')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(urn !== undefined, (query) => query.where('urn', '=', urn ?? ''))
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .$if(partOf !== undefined, (query) => query.where('part_of', '=', partOf ?? ''))
    .orderBy('opened_on')
    .orderBy('kept_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const steps = await transaction
    .selectFrom('paper_step')
    .selectAll()
    .where('paper', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('number')
    .execute();
  const versions = await transaction
    .selectFrom('paper_version')
    .selectAll()
    .distinctOn('paper')
    .where('paper', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('paper')
    .orderBy('number', 'desc')
    .execute();
  const stepsOf = Map.groupBy(steps, ({ paper }) => paper);
  const versionOf = new Map(versions.map((one) => [one.paper, versionKept(one)]));
  return rows.map((row) => ({
    id: row.id,
    urn: row.urn,
    kind: row.kind,
    side: row.side,
    template: row.template,
    partOf: row.part_of,
    opened: {
      person: row.opened_by,
      name: row.opened_by_name,
      on: row.opened_on,
      keptAt: row.kept_at.toISOString(),
    },
    steps: (stepsOf.get(row.id) ?? []).map(stepKept),
    newest: versionOf.get(row.id) ?? null,
  }));
}

/** Every version of a paper that who acts may read, the oldest first. */
export async function versionsOf(
  transaction: AuthorityTransaction,
  paper: string,
): Promise<readonly VersionKept[]> {
  const rows = await transaction
    .selectFrom('paper_version')
    .selectAll()
    .where('paper', '=', paper)
    .orderBy('number')
    .execute();
  return rows.map(versionKept);
}

function stepKept(row: Selectable<AuthorityTables['paper_step']>): StepKept {
  return {
    step: row.step,
    for: row.taken_for,
    opened: row.opened,
    version: row.version,
    words: row.words,
    person: row.taken_by,
    name: row.taken_by_name,
    on: row.on_date,
    keptAt: row.kept_at.toISOString(),
  };
}

function versionKept(row: Selectable<AuthorityTables['paper_version']>): VersionKept {
  return {
    number: row.number,
    aboutOn: row.about_on,
    content: row.content,
    person: row.saved_by,
    name: row.saved_by_name,
    savedAt: row.saved_at.toISOString(),
  };
}
