import type { Parts } from '#/parts.ts';
import type { LogName } from '#/people/records/log-chain.ts';
import { headOf, type LogHead } from '#/people/records/log-links.ts';
import {
  findChanges,
  findReadings,
  type ChangeEntry,
  type Found,
  type LogAsked,
  type ReadingEntry,
} from '#/people/records/search-logs.ts';
import { kindsOfRecord } from '#/people/rules/record-kinds.ts';
import type { Permission, Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';
import { permit } from './permit.ts';

export type { ChangeEntry, ReadingEntry } from '#/people/records/search-logs.ts';

/** What somebody looks for in a log, as they typed it. */
export interface LogSearch {
  readonly person: string;
  /** Part of a school’s name, or its URN. */
  readonly school: string;
  readonly kind: string;
  readonly words: string;
  readonly from: string;
  readonly to: string;
}

export const everything: LogSearch = { person: '', school: '', kind: '', words: '', from: '', to: '' };

/** Which of the entries found are wanted: a page of them, or all. */
export type Wanted = { readonly page: number; readonly size: number } | 'all';

/** What was found in a log. */
export interface LogRead<Entry> extends Found<Entry> {
  readonly authority: AuthorityInStore;
  /** Which of them these are: the number of the first, from 0. */
  readonly offset: number;
  /** What a school that is named in them is called. */
  readonly schools: ReadonlyMap<string, string>;
  /** What was typed and cannot be looked for, with where: then nothing was looked for. */
  readonly problems: readonly { readonly field: keyof LogSearch; readonly text: string }[];
  /** The chain’s last link: with it, a log that is altered later is told from this one. */
  readonly head: LogHead | null;
}

type Needed = Pick<Parts, 'published' | 'records' | 'today'>;

/** Who read what in confidence, newest first. */
export function readReadings(
  parts: Needed,
  person: Person,
  slug: string | undefined,
  search: LogSearch,
  wanted: Wanted,
): Promise<LogRead<ReadingEntry>> {
  return readLog(parts, person, slug, search, wanted, {
    log: 'reading',
    permission: 'read the reading log',
    find: findReadings,
  });
}

/** Who changed what, newest first. */
export function readChanges(
  parts: Needed,
  person: Person,
  slug: string | undefined,
  search: LogSearch,
  wanted: Wanted,
): Promise<LogRead<ChangeEntry>> {
  return readLog(parts, person, slug, search, wanted, {
    log: 'changes',
    permission: 'read the change log',
    find: findChanges,
  });
}

/** A file that is taken out has so many entries at most; a longer log is taken out by dates. */
export const mostEntries = 100_000;

async function readLog<Entry>(
  parts: Needed,
  person: Person,
  slug: string | undefined,
  search: LogSearch,
  wanted: Wanted,
  of: {
    readonly log: LogName;
    readonly permission: Permission;
    readonly find: (
      transaction: AuthorityTransaction,
      asked: LogAsked,
      part: { readonly offset: number; readonly limit: number },
    ) => Promise<Found<Entry>>;
  },
): Promise<LogRead<Entry>> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, of.permission, authority.slug);
  const schools = await namesOfSchools(parts, authority.slug);
  const { asked, problems } = understand(search, schools);
  const nothing = { authority, schools, problems, entries: [], total: 0, offset: 0, head: null };
  if (problems.length > 0) return nothing;
  const part = wanted === 'all' ? { page: 1, size: mostEntries } : wanted;
  const read = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const first = await of.find(transaction, asked, {
      offset: (part.page - 1) * part.size,
      limit: part.size,
    });
    // A page beyond the last is the last.
    const last = Math.max(1, Math.ceil(first.total / part.size));
    const page = Math.min(part.page, last);
    const offset = (page - 1) * part.size;
    const found =
      page === part.page ? first : await of.find(transaction, asked, { offset, limit: part.size });
    return { ...found, offset, head: await headOf(transaction, of.log) };
  });
  return { ...nothing, ...read };
}

/** What every school of the authority is called, those that are closed too. */
export async function namesOfSchools(
  parts: Pick<Parts, 'published' | 'today'>,
  authority: string,
): Promise<ReadonlyMap<string, string>> {
  const store = await parts.published();
  const asked = { asAt: parts.today(), authority, includeClosed: true, withoutValues: true };
  const known = await store.evidence(asked);
  return new Map(known.map(({ school }) => [school.urn, school.name]));
}

function understand(
  search: LogSearch,
  schools: ReadonlyMap<string, string>,
): { readonly asked: LogAsked; readonly problems: LogRead<unknown>['problems'] } {
  const problems: { field: keyof LogSearch; text: string }[] = [];
  const day = (field: 'from' | 'to'): string | null => {
    if (search[field] === '') return null;
    const read = readSuppliedDate(search[field]);
    if (read === null) {
      problems.push({
        field,
        text: `“${search[field]}” is not a date. Write it as 31 August 2025, 31/08/2025 or 2025-08-31`,
      });
    }
    return read;
  };
  const kind = kindsOfRecord.find((one) => one === search.kind) ?? null;
  const urns = search.school === '' ? null : schoolsNamed(search.school, schools);
  if (urns?.length === 0) {
    problems.push({ field: 'school', text: `No school of the authority is called “${search.school}”` });
  }
  const [from, to] = [day('from'), day('to')];
  return { asked: { person: search.person, words: search.words, kind, urns, from, to }, problems };
}

function schoolsNamed(typed: string, schools: ReadonlyMap<string, string>): readonly string[] {
  const wanted = typed.toLowerCase();
  return [...schools]
    .filter(([urn, name]) => urn === typed || name.toLowerCase().includes(wanted))
    .map(([urn]) => urn);
}
