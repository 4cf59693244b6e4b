import type { Permission } from '#/people/rules/permissions.ts';
import type { ChangeEntry, LogRead, ReadingEntry } from '#/people/actions/read-logs.ts';
import { changeInWords, isSomebody, kindChoices, readingInWords } from '#/people/actions/log-words.ts';
import {
  changeLogAddress,
  personEverythingAddress,
  readingLogAddress,
  retentionAddress,
  withQuery,
} from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { count, momentInWords, plural } from '#/platform/web/words.ts';
import { queryOf, searchInWords, type LogRequest } from './log-request.ts';

/** Whether the reader may do a thing: links lead nowhere closed. */
type May = (permission: Permission) => boolean;

export const entriesOnAPage = 50;

/** What the two logs do not share. */
interface Kind<Entry> {
  readonly what: string;
  readonly lead: string;
  readonly address: string;
  readonly sentence: (entry: Entry) => string;
  readonly beside: (entry: Entry) => string | null;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
}

/** The log of readings as its page shows it. */
export function readingsView(read: LogRead<ReadingEntry>, request: LogRequest, may: May) {
  return logView(read, request, may, {
    what: 'reading',
    lead: 'Every reading of something confidential is kept here before it is shown.',
    address: readingLogAddress(read.authority.slug),
    sentence: (entry) => readingInWords(entry, read.schools),
    beside: ({ path }) => path,
    kinds: [],
  });
}

/** The log of changes as its page shows it. */
export function changesView(read: LogRead<ChangeEntry>, request: LogRequest, may: May) {
  return logView(read, request, may, {
    what: 'change',
    lead: 'Every change is kept here together with what was changed: who, when, from what to what, and why.',
    address: changeLogAddress(read.authority.slug),
    sentence: changeInWords,
    beside: () => null,
    kinds: kindChoices,
  });
}

function logView<Entry extends ReadingEntry | ChangeEntry>(
  read: LogRead<Entry>,
  request: LogRequest,
  may: May,
  { what, lead, address, sentence, beside, kinds }: Kind<Entry>,
) {
  const { authority, entries, total, offset, head, problems } = read;
  const { search } = request;
  const page = Math.floor(offset / entriesOnAPage) + 1;
  const at = (number: number): string => withQuery(address, queryOf({ search, page: number }));
  return {
    lead,
    action: address,
    search,
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    problemOf: Object.fromEntries(
      Object.keys(search).map((name) => [name, problems.find(({ field }) => field === name)?.text ?? null]),
    ),
    kinds: kinds.map((kind) => ({ ...kind, chosen: kind.value === search.kind })),
    found: plural(total, what),
    asked: searchInWords(search),
    narrowed: Object.values(search).some((typed) => typed !== ''),
    range: total === 0 ? '' : `${count(offset + 1)} to ${count(offset + entries.length)}, newest first`,
    previous: page > 1 ? at(page - 1) : null,
    next: offset + entries.length < total ? at(page + 1) : null,
    downloads: downloadLinks(address, queryOf({ search, page: 1 })),
    retention: may('keep the logs') ? retentionAddress(authority.slug) : null,
    head:
      head === null ? null : `${what === 'reading' ? 'reading' : 'changes'}:${head.position}:${head.hash}`,
    entries: entries.map((entry) => ({
      number: entry.number,
      at: momentInWords(entry.at),
      sentence: sentence(entry),
      beside: beside(entry),
      person: entry.personName,
      everything:
        may('read the reading log') && isSomebody(entry)
          ? personEverythingAddress(authority.slug, entry.person)
          : null,
    })),
  };
}
