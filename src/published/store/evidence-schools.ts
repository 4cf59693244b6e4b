import type { DuckDBConnection } from '@duckdb/node-api';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { HeadKnown, School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { SourceRef } from '#/schools/rules/value.ts';
import { factColumns, registerSql, statementColumns } from './evidence-sql.ts';
import type { Member } from './members.ts';
import { visitRows, type Cells } from './read-rows.ts';

/** What the registers say of one school. */
export interface Registered {
  readonly school: School;
  /** Heads in the order in which registers named them. */
  readonly heads: readonly HeadKnown[];
  /** A list that Ofsted keeps of all schools has it. */
  readonly listedByOfsted: boolean;
}

/** What has been put together of a school so far: the nearest statement comes first and is not overruled. */
interface Gathered {
  readonly member: Member;
  readonly facts: Map<string, string | number | null>;
  readonly sources: SourceRef[];
  readonly heads: HeadKnown[];
  listedByOfsted: boolean;
}

const column = (name: (typeof statementColumns)[number]): number => statementColumns.indexOf(name);

/** Facts a statement says nothing of, by how the store writes them: few patterns recur in every row. */
const silences = new Map<string, ReadonlySet<string>>();

function silenceOf(text: string): ReadonlySet<string> {
  const known = silences.get(text) ?? new Set(text.split(' '));
  silences.set(text, known);
  return known;
}

/** The schools asked about, each fact from the statement nearest to the date that is not silent on it. */
export async function readRegistered(
  connection: DuckDBConnection,
  asAt: IsoDate,
  members: readonly Member[],
): Promise<ReadonlyMap<Urn, Registered>> {
  const gathered = new Map<Urn, Gathered>(
    members.map((member) => [
      member.urn,
      { member, facts: new Map(), sources: [], heads: [], listedByOfsted: false },
    ]),
  );
  await visitRows(connection, registerSql(asAt, [...gathered.keys()]), (cells, index) => {
    const school = gathered.get(cells[0]?.getItem(index) as Urn);
    if (school !== undefined) gather(school, cells, index);
  });
  return new Map([...gathered].map(([urn, school]) => [urn, registeredOf(school)]));
}

function gather(school: Gathered, cells: readonly Cells[], index: number): void {
  const cell = (at: number) => (cells[at]?.getItem(index) ?? null) as string | number | boolean | null;
  const known = cell(column('known')) === true;
  const source = { source: String(cell(column('source'))), row: Number(cell(column('row'))) };
  const headAt = statementColumns.length + factColumns.indexOf('head');
  const head = known ? cell(headAt) : null;
  if (typeof head === 'string')
    school.heads.push({ name: head, firstKnownOn: String(cell(column('known on'))), source });
  if (known && cell(column('ofsted')) === true) school.listedByOfsted = true;
  // Of a school that a register knew of by then, later ones change nothing.
  if (known !== school.member.known) return;
  school.sources.push(source);
  const silent = silenceOf(String(cell(column('silent'))));
  for (const [position, fact] of factColumns.entries()) {
    if (school.facts.has(fact) || silent.has(fact)) continue;
    school.facts.set(fact, cell(statementColumns.length + position) as string | number | null);
  }
}

function registeredOf({ member, facts, sources, heads, listedByOfsted }: Gathered): Registered {
  const words = (name: (typeof factColumns)[number]) => (facts.get(name) ?? null) as string | null;
  const number = (name: (typeof factColumns)[number]) => (facts.get(name) ?? null) as number | null;
  const { urn, status, known } = member;
  const school: School = {
    urn,
    name: words('name') ?? urn,
    laestab: words('laestab'),
    authorityCode: member.authorityCode,
    authority: member.authority ?? 'not stated',
    region: words('region'),
    district: words('district'),
    constituency: words('constituency'),
    postcode: words('postcode'),
    town: words('town'),
    ward: words('ward'),
    easting: number('easting'),
    northing: number('northing'),
    phase: member.phase,
    type: words('type') ?? 'not stated',
    gender: words('gender'),
    sector: member.sector,
    status,
    openedOn: words('opened_on'),
    closedOn: status === 'closed' ? member.closedOn : known ? words('closed_on') : null,
    lowestAge: number('lowest_age'),
    highestAge: number('highest_age'),
    pupils: number('pupils'),
    capacity: number('capacity'),
    trust: words('trust'),
    sponsor: words('sponsor'),
    federation: words('federation'),
    religiousCharacter: words('religious_character'),
    diocese: words('diocese'),
    idaciQuintile: number('idaci_quintile'),
    head: words('head'),
    category: words('category') as School['category'],
    registerKnownLater: !known,
    sources,
  };
  return { school, heads: successiveHeads(heads), listedByOfsted };
}

const title = /^(?:mr|mrs|miss|ms|mx|dr|prof|professor|sir|dame|rev|reverend|canon|father|sister)\.? /i;

/** Heads in the order in which registers named them. A title alone that changes makes no other head. */
function successiveHeads(named: readonly HeadKnown[]): readonly HeadKnown[] {
  const plain = ({ name }: HeadKnown): string => name.replace(title, '').toLowerCase();
  return named
    .toSorted(
      (a, b) =>
        compare(a.firstKnownOn, b.firstKnownOn) ||
        compare(a.source.source, b.source.source) ||
        a.source.row - b.source.row,
    )
    .filter((head, index, all) => {
      const before = all[index - 1];
      return before === undefined || plain(before) !== plain(head);
    });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
