import type { Person } from '#/people/rules/permissions.ts';
import { schools } from './everybody.fixture.ts';
import { ofEachSchool, toSchool, type Everything, type Row, type RowsOfTable } from './rows-tried.fixture.ts';

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Of each side, one that is still its own side’s, and one that both sides read. */
const classes = {
  'the authority’s, not opened': { side: 'authority', opened: false },
  'the authority’s, opened': { side: 'authority', opened: true },
  'the school’s, not opened': { side: 'school', opened: false },
  'the school’s, opened': { side: 'school', opened: true },
} as const;

type Class = keyof typeof classes;

/** Papers of each class of each school. */
const papers: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(classes).flatMap(([kind, { side }], index) =>
    Object.entries(
      ofEachSchool((urn, at) => ({ id: uuid(10 * index + at), urn, side, kind: 'visit', template: 'x' })),
    ).map(([of, row]) => [`${kind}, ${of}`, row] as const),
  ),
);

const opened = (paper: Row | undefined, everything: Everything): boolean =>
  everything('paper_step').some(
    (step) => step['paper'] === paper?.['id'] && String(step['opened']) === 'true',
  );

const isOfSide = (person: Person, side: unknown, urn: unknown): boolean =>
  toSchool(person, side === 'school' ? 'read the school’s papers' : 'read papers', urn);

const isOfEither = (person: Person, urn: unknown): boolean =>
  isOfSide(person, 'school', urn) || isOfSide(person, 'authority', urn);

const writesFor = (person: Person, side: unknown, urn: unknown): boolean =>
  toSchool(person, side === 'school' ? 'answer for the school' : 'write papers', urn);

const paperOf = (row: Row, everything: Everything): Row | undefined =>
  everything('paper').find(({ id }) => id === row['paper']);

const of = (kind: Class): Row => papers[`${kind}, of a school: own`] ?? {};

/** A step of somebody for a side, on a paper of the own school. */
const step =
  (kind: Class, takenFor: string, isOpened: boolean) =>
  (person: Person): Row => ({
    ...{ paper: of(kind)['id'], urn: schools.own, side: of(kind)['side'] },
    ...{ taken_for: takenFor, opened: String(isOpened), step: 'x', taken_by_name: person.name },
  });

/** What came with a version that was opened; of these papers that is the first. */
const readsVersion: RowsOfTable['read'] = (person, row, everything) =>
  isOfSide(person, row['side'], row['urn']) ||
  (Number(row['version']) === 1 &&
    opened(paperOf(row, everything), everything) &&
    isOfEither(person, row['urn']));

const fileOf = (kind: Class): Row => ({
  ...{ id: uuid(960), paper: of(kind)['id'], urn: schools.own, side: of(kind)['side'], version: 2 },
  ...{ bytes: 1, content: '\\x78' },
});

/** Notes, plans and what became of them: each side its own, and both what a step opened. */
export const rowsOfPapers = {
  paper: {
    rows: papers,
    read: (person, row, everything) =>
      isOfSide(person, row['side'], row['urn']) ||
      (opened(row, everything) && isOfEither(person, row['urn'])),
    add: {
      ...Object.fromEntries(
        (['authority', 'school'] as const).flatMap((side) =>
          Object.entries(schools).map(([kind, urn], at) => [
            `for the ${side}, of a school: ${kind}`,
            {
              row: ({ name }: Person) => ({ id: uuid(900 + at), urn, side, opened_by_name: name }),
              may: (person: Person) => writesFor(person, side, urn),
            },
          ]),
        ),
      ),
      'in another’s name': {
        row: () => ({ id: uuid(950), urn: schools.own, side: 'authority', opened_by_name: 'Somebody else' }),
        may: () => false,
      },
    },
  },
  paper_version: {
    rows: Object.fromEntries(
      Object.entries(papers).flatMap(([kind, { id, urn, side }]) =>
        [1, 2].map(
          (number) => [`${kind}, version ${String(number)}`, { paper: id, number, urn, side }] as const,
        ),
      ),
    ),
    // The first is the one that was opened; the second was written since.
    read: (person, row, everything) =>
      isOfSide(person, row['side'], row['urn']) ||
      (Number(row['number']) === 1 &&
        opened(paperOf(row, everything), everything) &&
        isOfEither(person, row['urn'])),
    add: {
      ...Object.fromEntries(
        (Object.keys(classes) as Class[]).map((kind) => [
          kind,
          {
            row: ({ name }: Person) => ({
              ...{ paper: of(kind)['id'], urn: schools.own, side: of(kind)['side'], number: 3 },
              saved_by_name: name,
            }),
            may: (person: Person) => writesFor(person, of(kind)['side'], schools.own),
          },
        ]),
      ),
      'said to be of another side': {
        row: ({ name }: Person) => ({
          ...{ paper: of('the school’s, not opened')['id'], urn: schools.own, side: 'authority', number: 3 },
          saved_by_name: name,
        }),
        may: () => false,
      },
    },
  },
  paper_step: {
    rows: Object.fromEntries(
      Object.entries(papers).flatMap(([kind, { id, urn, side }]) => {
        const row: Row = { paper: id, urn, side, taken_for: side, step: 'x' };
        const before: readonly [string, Row] = [
          `${kind}, before`,
          { ...row, opened: 'false', version: null },
        ];
        const isOpened = classes[kind.split(', of a school')[0] as Class].opened;
        return isOpened
          ? [before, [`${kind}, opening`, { ...row, opened: 'true', version: 1 }] as const]
          : [before];
      }),
    ),
    read: (person, row) =>
      isOfSide(person, row['side'], row['urn']) ||
      (String(row['opened']) === 'true' && isOfEither(person, row['urn'])),
    add: {
      'of one’s own side, before it is opened': {
        row: step('the authority’s, not opened', 'authority', false),
        may: (person) => writesFor(person, 'authority', schools.own),
      },
      'of the other side, once it is opened': {
        row: step('the authority’s, opened', 'school', true),
        may: (person) => writesFor(person, 'school', schools.own),
      },
      'opening what is the other side’s alone': {
        row: step('the school’s, not opened', 'authority', true),
        may: () => false,
      },
      'of the other side, hidden from the side whose paper it is': {
        row: step('the authority’s, opened', 'school', false),
        may: () => false,
      },
    },
  },
  paper_file: {
    rows: Object.fromEntries(
      Object.entries(papers).flatMap(([kind, { id, urn, side }], index) =>
        [1, 2].map(
          (version) =>
            [
              `${kind}, with version ${String(version)}`,
              { id: uuid(100 * version + index), paper: id, urn, side, version, bytes: 1, content: '\\x78' },
            ] as const,
        ),
      ),
    ),
    read: readsVersion,
    add: {
      'to one’s own': {
        row: ({ name }) => ({ ...fileOf('the authority’s, not opened'), added_by_name: name }),
        may: (person) => writesFor(person, 'authority', schools.own),
      },
      'to the other side’s': {
        row: ({ name }) => ({
          ...fileOf('the school’s, not opened'),
          side: 'authority',
          added_by_name: name,
        }),
        may: () => false,
      },
      'in another’s name': {
        row: () => ({ ...fileOf('the authority’s, opened'), added_by_name: 'Somebody else' }),
        may: () => false,
      },
    },
  },
  paper_file_removed: {
    rows: Object.fromEntries(
      Object.entries(papers).map(([kind, { id, urn, side }], index) => [
        kind,
        { file: uuid(100 + index), paper: id, urn, side, version: 2 },
      ]),
    ),
    read: readsVersion,
    add: {
      'from one’s own': {
        row: ({ name }) => ({
          ...{ file: uuid(200), paper: of('the authority’s, not opened')['id'], urn: schools.own },
          ...{ side: 'authority', version: 2, removed_by_name: name },
        }),
        may: (person) => writesFor(person, 'authority', schools.own),
      },
      'in another’s name': {
        row: () => ({
          ...{ file: uuid(200), paper: of('the authority’s, not opened')['id'], urn: schools.own },
          ...{ side: 'authority', version: 2, removed_by_name: 'Somebody else' },
        }),
        may: () => false,
      },
    },
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
