import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import {
  addLayout,
  addSuppliedFile,
  layoutOf,
  lockSupplied,
  suppliedFiles,
} from '#/schools/records/supplied-files.ts';
import { headerKey, sameMapping } from '#/schools/rules/supplied-mapping.ts';
import { checkSuppliedFile, keptBefore, type SupplyParts } from './check-supplied-file.ts';
import type { SupplyOutcome, SupplyRequest } from './supplied.ts';

/**
 * Keeps a file of an own layout in the authority's records: all of it that stands up to the checks, with everything that
 * does not, or nothing. What its columns mean is remembered for the next file with the same header. The same file
 * again changes nothing.
 */
export async function supplyFile(
  parts: SupplyParts,
  person: Person,
  request: SupplyRequest,
): Promise<SupplyOutcome> {
  const check = await checkSuppliedFile(parts, person, request);
  const { authority, checked, mapping, table } = check;
  const givenBy = request.givenBy.trim();
  if (givenBy === '') {
    throw new KnownError('usage', 'Say who gave the file.', ['For example: Governor services.']);
  }
  if (checked.values.length === 0) {
    throw new KnownError(
      'file-unreadable',
      'Nothing in the file could be kept.',
      checked.setAside.map(({ reason, rows }) => `${rows} of ${checked.rowsRead} rows: ${reason}.`),
    );
  }
  const records = await parts.records();
  await records.prepareAuthority(authority.slug, authority.name);
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockSupplied(transaction);
    const layout = await layoutOf(transaction, headerKey(table.header));
    const before = keptBefore(await suppliedFiles(transaction), layout, check);
    if (before !== null) return { authority, file: before.number, alreadyKept: true, check };
    const file = await addSuppliedFile(transaction, {
      layout:
        layout !== null && sameMapping(layout.mapping, mapping)
          ? layout.number
          : await addLayout(transaction, headerKey(table.header), mapping, person.name),
      title: mapping.title,
      fileName: request.fileName,
      sha256: check.sha256,
      givenBy,
      knownOn: check.knownOn,
      statedOn: check.statedOn,
      checked,
      keptByName: person.name,
    });
    await logChange(transaction, {
      act: 'kept a file',
      about: { kind: 'supplied file', key: file },
      aboutName: `${mapping.title} (${request.fileName})`,
      urn: null,
      from: null,
      to: `${checked.rowsKept} of ${checked.rowsRead} rows, given by ${givenBy}`,
      why: null,
    });
    return { authority, file, alreadyKept: false, check };
  });
}
