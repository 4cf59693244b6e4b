import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { csv, headerOf, latestGraded, previousGraded, schoolRow, workshop } from './import.fixture.ts';

const mi = headerOf('ofsted-mi-2022');
const gias = headerOf('gias-establishments');
const old = (urn: string, overall: string) =>
  latestGraded(`1${urn}`, urn, '11/06/2019', '12/07/2019', overall);

/** Files that tell of the same schools in different words, so that something has to win. */
const files: readonly {
  readonly header: readonly string[];
  readonly rows: readonly Record<string, string>[];
}[] = [
  {
    header: mi,
    rows: [
      schoolRow('120001', { ...old('120001', '3'), 'Quality of education': '3' }),
      schoolRow('120002', old('120002', '2')),
      schoolRow('120003', old('120003', '4')),
      schoolRow('120003', { ...old('120003', '4'), 'School name': 'Told twice' }),
    ],
  },
  {
    header: mi,
    rows: [
      schoolRow('120001', {
        ...latestGraded('2120001', '120001', '11/06/2024', '12/07/2024', '2'),
        ...previousGraded('1120001', '120001', '11/06/2019', '12/07/2019', '3'),
        'Total number of pupils': '99',
      }),
      schoolRow('120002', { ...old('120002', '2'), 'School name': 'Renamed' }),
    ],
  },
  {
    header: gias,
    rows: ['120001', '120002', '120003'].map((URN) => ({
      URN,
      'LA (code)': '926',
      'LA (name)': 'Norfolk',
      EstablishmentName: `In the register ${URN}`,
      'TypeOfEstablishment (name)': 'Community school',
      'EstablishmentStatus (name)': 'Open',
      'PhaseOfEducation (name)': 'Primary',
      'DistrictAdministrative (name)': 'Breckland',
      LastChangedDate: '20-04-2022',
    })),
  },
  {
    header: ['RECTYPE', 'LEA', 'URN', 'TELIG', 'PTRWM_EXP', 'READPROG_16'],
    rows: ['120001', '120002'].map((URN, index) => ({
      RECTYPE: '1',
      LEA: '926',
      URN,
      TELIG: '30',
      PTRWM_EXP: `${50 + index}%`,
      READPROG_16: '1',
    })),
  },
  {
    header: ['RECTYPE', 'URN', 'TELIG', 'PTRWM_EXP', 'PTREAD_EXP', 'READPROG_16'],
    rows: ['120001', '120002'].map((URN) => ({
      RECTYPE: '1',
      URN,
      TELIG: '31',
      PTRWM_EXP: 'SUPP',
      PTREAD_EXP: '70%',
      READPROG_16: '1',
    })),
  },
];

/** Evidence without the identities of files and rows, which follow from the bytes of the files. */
function withoutPlaces(evidence: readonly Evidence[]): string {
  return JSON.stringify(evidence, (key, value: unknown) =>
    key === 'source' || key === 'sources' ? undefined : value,
  );
}

async function evidenceOf(texts: readonly string[], oneByOne: boolean): Promise<readonly Evidence[]> {
  const work = await workshop();
  try {
    const paths: string[] = [];
    for (const [index, text] of texts.entries()) paths.push(await work.write(`${index}.csv`, text));
    if (oneByOne) for (const path of paths) await work.bringIn([path]);
    else await work.bringIn(paths);
    const store = await work.store();
    return await store.evidence({ asAt: '2025-12-31', includeClosed: true });
  } finally {
    await work.remove();
  }
}

test('the order of imports makes no difference, to the last row number', async () => {
  const texts = files.map(({ header, rows }) => csv(header, rows, 'NULL'));
  const expected = await evidenceOf(texts, false);
  assert.equal(expected.length, 3);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(texts, { minLength: texts.length }), async (shuffled) => {
      assert.deepEqual(await evidenceOf(shuffled, true), expected);
    }),
    { numRuns: 3, seed: 2013 },
  );
});

test('the order of rows and columns makes no difference to what is known', async () => {
  const plain = files.slice(0, 4);
  const expected = withoutPlaces(
    await evidenceOf(
      plain.map(({ header, rows }) => csv(header, rows, 'NULL')),
      false,
    ),
  );
  const shuffledFile = (file: (typeof files)[number]) =>
    fc
      .tuple(
        fc.shuffledSubarray([...file.header], { minLength: file.header.length }),
        fc.shuffledSubarray([...file.rows], { minLength: file.rows.length }),
      )
      .map(([header, rows]) => csv(header, rows, 'NULL'));
  await fc.assert(
    fc.asyncProperty(fc.tuple(...plain.map(shuffledFile)), async (texts) => {
      assert.equal(withoutPlaces(await evidenceOf(texts, false)), expected);
    }),
    { numRuns: 5, seed: 2013 },
  );
});
