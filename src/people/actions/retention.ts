import type { Parts } from '#/parts.ts';
import { logChange } from '#/people/records/change-log.ts';
import {
  addRetentionRule,
  entriesKept,
  lettingsGoTold,
  retentionRules,
  type LettingGo,
  type RetentionRule,
} from '#/people/records/retention.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import {
  fewestMonths,
  mostMonths,
  retentionKinds,
  retentionOf,
  type RetentionEntry,
  type RetentionKind,
} from '#/people/rules/retention.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { permit } from './permit.ts';
import { keptInWords } from './retention-words.ts';

type Needed = Pick<Parts, 'published' | 'records'>;

/** One kind of record, how long it is kept here, and what there is of it. */
export interface RetentionRow {
  readonly kind: RetentionKind;
  readonly entry: RetentionEntry;
  /** The authority’s own rule, where it has made one. */
  readonly rule: RetentionRule | null;
  /** In force; `null`: for good. */
  readonly months: number | null;
  /** Of the logs: how many entries there are, the oldest of them, and how many would go today. */
  readonly kept: {
    readonly entries: number;
    readonly oldest: string | null;
    readonly due: number;
  } | null;
}

/** How long an authority keeps its records, and what it let go. */
export interface RetentionRead {
  readonly authority: AuthorityInStore;
  readonly rows: readonly RetentionRow[];
  readonly gone: readonly LettingGo[];
}

/** The retention table as it is in force for an authority, with what would go today and what went before. */
export async function readRetention(
  parts: Needed,
  person: Person,
  slug: string | undefined,
): Promise<RetentionRead> {
  const authority = await permitted(parts, person, slug);
  const records = await parts.records();
  if (!(await records.has(authority.slug))) {
    return { authority, rows: retentionKinds.map((kind) => rowOf(kind, [])), gone: [] };
  }
  return records.inAuthority(authority.slug, person, async (transaction) => {
    const rules = await retentionRules(transaction);
    const rows: RetentionRow[] = [];
    for (const kind of retentionKinds) {
      const row = rowOf(kind, rules);
      const log = kind === 'reading log' ? 'reading_log' : kind === 'change log' ? 'change_log' : null;
      const readable = log !== null && mayFor(person, logPermission(log), authority.slug);
      rows.push(readable ? { ...row, kept: await entriesKept(transaction, log, row.months) } : row);
    }
    return { authority, rows, gone: await lettingsGoTold(transaction) };
  });
}

/** What somebody says of how long records of a kind are kept, as they typed it. */
export interface RetentionSaid {
  readonly kind: string;
  /** Whole years; empty: for good. */
  readonly years: string;
  readonly why: string;
}

/** What is wrong with what was said: everything, in the order of the fields. Nothing was changed. */
export interface RetentionRefused {
  readonly problems: readonly { readonly field: keyof RetentionSaid; readonly text: string }[];
}

/** Says how long an authority keeps its records of a kind from now on. What is already gone stays gone. */
export async function sayRetention(
  parts: Needed,
  person: Person,
  slug: string | undefined,
  said: RetentionSaid,
): Promise<RetentionRule | RetentionRefused> {
  const authority = await permitted(parts, person, slug);
  const understood = understand(said);
  if ('problems' in understood) return understood;
  const { kind, months, why } = understood;
  const records = await parts.records();
  await records.prepareAuthority(authority.slug, authority.name);
  return records.inAuthority(authority.slug, person, async (transaction) => {
    const before = (await retentionRules(transaction)).find((rule) => rule.kind === kind);
    await addRetentionRule(transaction, { kind, months, why });
    const { records: name } = retentionOf(kind);
    await logChange(transaction, {
      act: 'changed how long records are kept',
      about: { kind: 'retention rule', key: kind },
      aboutName: name,
      urn: null,
      from: keptInWords(before === undefined ? retentionOf(kind).months : before.months),
      to: keptInWords(months),
      why,
    });
    const rule = (await retentionRules(transaction)).find((one) => one.kind === kind);
    if (rule === undefined) throw new Error('A rule was added and cannot be read');
    return rule;
  });
}

/** What was let go, or would be: of one authority, or of the installation. */
export interface LetGoTold {
  /** Slug; `null`: of the installation. */
  readonly authority: string | null;
  readonly gone: readonly { readonly table: string; readonly kind: string | null; readonly rows: number }[];
}

/**
 * Lets go of what has been kept long enough: of one authority, or of all and of the installation. Not applied, nothing is
 * removed and the answer says what would be.
 */
export async function letGoOfOld(
  parts: Pick<Parts, 'records'>,
  person: Person,
  request: { readonly authority: string | null; readonly apply: boolean },
): Promise<readonly LetGoTold[]> {
  const records = await parts.records();
  const slugs: readonly (string | null)[] =
    request.authority === null
      ? [...(await records.authorities()).map(({ slug }) => slug), null]
      : [request.authority];
  const told: LetGoTold[] = [];
  for (const slug of slugs) {
    if (slug !== null) permit(person, 'keep the logs', slug);
    const gone = await records.letGo(slug, request.apply);
    told.push({ authority: slug, gone: gone.filter(({ rows }) => rows > 0) });
  }
  return told;
}

async function permitted(parts: Needed, person: Person, slug: string | undefined): Promise<AuthorityInStore> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'keep the logs', authority.slug);
  return authority;
}

function rowOf(kind: RetentionKind, rules: readonly RetentionRule[]): RetentionRow {
  const rule = rules.find((one) => one.kind === kind) ?? null;
  const entry = retentionOf(kind);
  return { kind, entry, rule, months: rule === null ? entry.months : rule.months, kept: null };
}

function logPermission(log: 'reading_log' | 'change_log') {
  return log === 'reading_log' ? 'read the reading log' : 'read the change log';
}

function understand(
  said: RetentionSaid,
): RetentionRefused | { readonly kind: RetentionKind; readonly months: number | null; readonly why: string } {
  const problems: { field: keyof RetentionSaid; text: string }[] = [];
  const kind = retentionKinds.find((one) => one === said.kind && retentionOf(one).authorityMaySay);
  if (kind === undefined) problems.push({ field: 'kind', text: 'Say of which records' });
  const months =
    said.years === '' ? null : /^\d{1,3}$/.test(said.years) ? Number(said.years) * 12 : Number.NaN;
  if (months !== null && !(months >= fewestMonths && months <= mostMonths)) {
    problems.push({
      field: 'years',
      text: `Years are a whole number from ${fewestMonths / 12} to ${mostMonths / 12}; leave it empty to keep them for good`,
    });
  }
  const why = said.why.trim();
  if (why === '' || why.length > 500) {
    problems.push({
      field: 'why',
      text: 'Say why, in up to 500 characters, such as the schedule that says so',
    });
  }
  if (kind === undefined || problems.length > 0) return { problems };
  return { kind, months, why };
}
