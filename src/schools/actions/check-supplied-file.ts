import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateAsked } from '#/published/store/date-asked.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { layoutOf, suppliedFiles } from '#/schools/records/supplied-files.ts';
import { checkSupplied, type SuppliedTable } from '#/schools/rules/check-supplied.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';
import {
  headerKey,
  plainColumn,
  problemsOfMapping,
  sameMapping,
  type SuppliedMapping,
} from '#/schools/rules/supplied-mapping.ts';
import type { KnownSchool, KnownSchools } from '#/schools/rules/supplied-school.ts';
import { readSuppliedTable } from './read-supplied-table.ts';
import type { SuppliedCheck, SuppliedFile, SupplyRequest } from './supplied.ts';

export type SupplyParts = Pick<Parts, 'published' | 'records' | 'today'>;

/**
 * Reads and checks a file of an own layout, and keeps nothing of it. Without a description of its columns: the one
 * remembered for its header.
 *
 * @throws KnownError for what the person can put right, everything wrong with what they said at once
 */
export async function checkSuppliedFile(
  parts: SupplyParts,
  person: Person,
  request: SupplyRequest,
): Promise<SuppliedCheck> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, request.authority));
  permit(person, 'supply files', authority.slug);
  const { table, sha256 } = await readSuppliedTable(request.path);
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => ({
    layout: await layoutOf(transaction, headerKey(table.header)),
    files: await suppliedFiles(transaction),
  }));
  const mapping = request.mapping ?? kept?.layout?.mapping;
  if (mapping === undefined) throw undescribed(table);
  const today = parts.today();
  const [statedOn, knownOn] = answersOrFailures(
    statedDay(mapping, request.statedOn),
    request.knownOn === undefined ? today : dateAsked(request.knownOn, today),
    mappingProblems(mapping, table),
  );
  const schools = await knownSchools(store, authority.slug, today, cellsOf(table, mapping));
  const checked = checkSupplied(table, { mapping, schools, statedOn, knownOn });
  const told = new Set(checked.values.map(({ urn }) => urn));
  const open = schools.own.filter((school) => school.open);
  return {
    authority,
    mapping,
    table,
    sha256,
    statedOn,
    knownOn,
    checked,
    coverage: { schools: open.filter(({ urn }) => told.has(urn)).length, of: open.length },
    missing: open
      .filter(({ urn }) => !told.has(urn))
      .map(({ urn, name }) => ({ urn, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    already: kept === null ? null : keptBefore(kept.files, kept.layout, { sha256, statedOn, mapping }),
  };
}

/** The file that counts and has the same content, date and meaning: the same again changes nothing. */
export function keptBefore(
  files: readonly SuppliedFile[],
  layout: { readonly mapping: SuppliedMapping } | null,
  { sha256, statedOn, mapping }: Pick<SuppliedCheck, 'sha256' | 'statedOn' | 'mapping'>,
): SuppliedFile | null {
  if (layout === null || !sameMapping(layout.mapping, mapping)) return null;
  const same = (file: SuppliedFile) => file.sha256 === sha256 && file.statedOn === statedOn;
  return files.find((file) => same(file) && file.undone === null) ?? null;
}

/** The authority's schools, open and closed, and whose those are that it names and does not have. */
async function knownSchools(
  store: PublishedStore,
  authority: string,
  today: IsoDate,
  asked: readonly string[],
): Promise<KnownSchools> {
  const all = { asAt: today, includeClosed: true, withoutValues: true };
  const evidence = await store.evidence({ ...all, authority });
  const own = evidence.map(({ school }): KnownSchool => {
    const { urn, name, laestab } = school;
    return { urn, name, laestab, open: school.status.startsWith('open') };
  });
  const known = new Set(own.map(({ urn }) => urn));
  const urns = [...new Set(asked.map((cell) => cell.trim()).filter((cell) => /^\d{6}$/.test(cell)))];
  const unknown = urns.filter((urn) => !known.has(urn));
  const elsewhere = unknown.length === 0 ? [] : await store.evidence({ ...all, urns: unknown });
  return {
    own,
    authorityCode: evidence.find(({ school }) => school.authorityCode !== null)?.school.authorityCode ?? null,
    elsewhere: new Map(elsewhere.map(({ school }) => [school.urn, school.authority])),
  };
}

function cellsOf(table: SuppliedTable, { school }: SuppliedMapping): readonly string[] {
  if (school.by !== 'URN') return [];
  const at = table.header.findIndex((name) => plainColumn(name) === plainColumn(school.column));
  return table.rows.map(({ cells }) => cells[at] ?? '');
}

function statedDay(mapping: SuppliedMapping, text: string | undefined): IsoDate | null | KnownError {
  if (mapping.dateColumn !== null) return null;
  const wanted = text?.trim() ?? '';
  const date = readSuppliedDate(wanted);
  if (date !== null) return date;
  return new KnownError(
    'date-invalid',
    wanted === '' ? 'No column has a date, so the file needs one.' : `“${wanted}” is not a date.`,
    ['Say the day that the file is of, such as 31 August 2025.'],
  );
}

function mappingProblems(mapping: SuppliedMapping, table: SuppliedTable): KnownError | null {
  const problems = problemsOfMapping(mapping, table.header);
  if (problems.length === 0) return null;
  return new KnownError('file-unknown', problems.join('\n'), [
    `The file has the columns: ${table.header.join(', ')}.`,
  ]);
}

function undescribed(table: SuppliedTable): KnownError {
  return new KnownError('file-unknown', 'Nobody has said yet what the columns of this file mean.', [
    `The file has the columns: ${table.header.join(', ')}.`,
    'Describe them once, on the page or in a file: npx middletier supply --example',
  ]);
}
