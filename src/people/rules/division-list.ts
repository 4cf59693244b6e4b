import { inOrder, type ListEntry } from './school-lists.ts';

/** A line of an authority's list of which school lies in which electoral division. */
export interface DivisionRow {
  readonly row: number;
  /** URN of the school, or its name. */
  readonly school: string;
  readonly division: string;
}

/** What the list says, or everything wrong with it, line by line. */
export interface DivisionsRead {
  readonly entries: readonly ListEntry[];
  readonly problems: readonly { readonly row: number; readonly text: string }[];
  /** Open schools that the list says nothing of: no member hears of them. */
  readonly missing: readonly { readonly urn: string; readonly name: string }[];
}

/** Reads the list of divisions: every line a school of the authority, each school in one division. */
export function readDivisions(
  rows: readonly DivisionRow[],
  schools: readonly { readonly urn: string; readonly name: string; readonly status: string }[],
): DivisionsRead {
  const problems: { row: number; text: string }[] = [];
  const said = new Map<string, DivisionRow>();
  for (const one of rows) {
    const wrong = (text: string) => problems.push({ row: one.row, text });
    const division = plain(one.division);
    const asked = plain(one.school);
    const found = schools.filter(
      ({ urn, name }) => urn === asked || name.toLowerCase() === asked.toLowerCase(),
    );
    const [school] = found;
    if (division === '') wrong('Say which division the school lies in, or leave the line out.');
    if (asked === '') wrong('Say which school, by its URN.');
    else if (school === undefined) wrong(`“${asked}” is no school of the authority: give its URN.`);
    else if (found.length > 1) wrong(`“${asked}” is the name of ${found.length} schools: give the URN.`);
    else {
      const before = said.get(school.urn);
      if (before === undefined) said.set(school.urn, { ...one, division });
      else if (before.division !== division)
        wrong(`The school lies in ${before.division} by line ${before.row}: leave one line out.`);
    }
  }
  const entries = [...said].map(([urn, { division }]) => ({ urn, name: division }));
  return {
    entries: inOrder(entries),
    problems,
    missing: schools.filter(({ urn, status }) => status.startsWith('open') && !said.has(urn)),
  };
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
