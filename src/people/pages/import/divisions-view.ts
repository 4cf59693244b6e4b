import type { DivisionsImport, DivisionsToBegin } from '#/people/actions/import-divisions.ts';
import { divisionsAddress } from '#/platform/web/addresses.ts';
import { momentInWords, plural, share } from '#/platform/web/words.ts';

/** Which school lies in which division, as the newest list says, and the form for another. */
export function divisionsView(
  { authority, rows, list }: DivisionsToBegin,
  said: {
    readonly problem: string | null;
    readonly source: string;
    readonly problems: DivisionsImport['problems'];
  },
) {
  const address = divisionsAddress(authority.slug);
  const divided = rows.filter(({ division }) => division !== '');
  const names = [...new Set(divided.map(({ division }) => division))].toSorted((a, b) => a.localeCompare(b));
  return {
    action: address,
    begin: `${address}/begin.csv`,
    summary:
      list === null
        ? `Nobody has said yet in which divisions the schools of ${authority.name} lie.`
        : `${share(divided.length, rows.length)} of the open schools lie in ${plural(names.length, 'division')}, by a list from ${list.source}, taken in by ${list.saidByName} on ${momentInWords(list.saidAt)}.`,
    source: said.source,
    problem: said.problem,
    errorList: said.problem === null ? [] : [{ text: said.problem, href: '#file' }],
    problems: said.problems.map(({ row, text }) => ({ row: String(row), text })),
    lists: names.map((name) => ({
      name,
      schools: divided.filter(({ division }) => division === name).map((one) => `${one.name} (${one.urn})`),
    })),
    missing: list === null ? [] : rows.filter(({ division }) => division === '').map(({ name }) => name),
  };
}
