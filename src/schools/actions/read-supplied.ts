import { permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { addUndo, lockSupplied, problemsOf, suppliedFiles } from '#/schools/records/supplied-files.ts';
import { itemCoverage } from '#/schools/records/supplied-values.ts';
import { daysBetween } from '#/schools/rules/dates.ts';
import { items } from '#/schools/rules/supplied-items.ts';
import type { SupplyParts } from './check-supplied-file.ts';
import type { SuppliedFile, SuppliedFileRead, SuppliedOverview } from './supplied.ts';

/** Which files an authority's services gave, and of how many of its schools each item is known. For officers. */
export async function readSupplied(
  parts: SupplyParts,
  person: Person,
  slug: string,
): Promise<SuppliedOverview> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read supplied files', authority.slug);
  const today = parts.today();
  const open = await store.evidence({ asAt: today, authority: authority.slug, withoutValues: true });
  const urns = new Set(open.map(({ school }) => school.urn));
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => ({
    files: await suppliedFiles(transaction),
    coverage: await itemCoverage(transaction),
  }));
  const files = kept?.files ?? [];
  return {
    authority,
    schools: urns.size,
    files,
    items: items.map((item) => {
      const found = kept?.coverage.find((one) => one.item === item.item);
      if (found === undefined) return { item, known: null };
      const { newestOn, newestFile } = found;
      const coverage = { schools: found.urns.filter((urn) => urns.has(urn)).length, of: urns.size };
      const givenBy = files.find(({ number }) => number === newestFile)?.givenBy ?? '';
      return { item, known: { coverage, newestOn, newestFile, givenBy, age: daysBetween(newestOn, today) } };
    }),
  };
}

/** One file that was given, with all its problems. For officers. */
export async function readSuppliedFile(
  parts: SupplyParts,
  person: Person,
  slug: string,
  number: string,
): Promise<SuppliedFileRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read supplied files', authority.slug);
  const read = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const file = (await suppliedFiles(transaction)).find((one) => one.number === number);
    return file === undefined ? null : { file, problems: await problemsOf(transaction, number) };
  });
  if (read === null) throw noSuchFile(authority.name, number);
  return { authority, ...read };
}

/**
 * Takes a file out of every analysis from now on, with a reason. It stays in the records, and runs made with it keep
 * what they said. A file that was undone before stays undone, with the first reason.
 */
export async function undoSuppliedFile(
  parts: SupplyParts,
  person: Person,
  request: { readonly authority?: string; readonly file: string; readonly reason: string },
): Promise<SuppliedFile> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, request.authority));
  permit(person, 'supply files', authority.slug);
  const reason = request.reason.trim();
  if (reason === '' || reason.length > 500) {
    throw new KnownError('usage', reason === '' ? 'Say why the file is undone.' : 'The reason is too long.', [
      'A sentence of up to 500 characters, such as: the dates were of last year.',
    ]);
  }
  const undone = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    await lockSupplied(transaction);
    const find = async () => (await suppliedFiles(transaction)).find(({ number }) => number === request.file);
    const before = await find();
    if (before?.undone !== null) return before ?? null;
    await addUndo(transaction, request.file, reason, person.name);
    await logChange(transaction, {
      act: 'undid a file',
      about: { kind: 'supplied file', key: request.file },
      aboutName: `${before.title} (${before.fileName})`,
      urn: null,
      from: 'counts in every analysis',
      to: 'counts in no analysis',
      why: reason,
    });
    return (await find()) ?? null;
  });
  if (undone === null) throw noSuchFile(authority.name, request.file);
  return undone;
}

function noSuchFile(authority: string, number: string): KnownError {
  return new KnownError('not-found', `${authority} has no supplied file ${number.slice(0, 20)}.`, [
    'Look for it in the list of supplied files.',
  ]);
}
