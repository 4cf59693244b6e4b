import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNamed, readDemonstration, type ReadFile } from './files.fixture.ts';

const files = readDemonstration();
const table = (name: string) => fileNamed(files, `899_${name}.csv`);
const schoolsIn = ({ rows }: ReadFile) =>
  rows.filter((row) => (row['RECTYPE'] === '1' || row['RECTYPE'] === '2') && row['URN'] !== '');
const rowOf = ({ rows }: ReadFile, type: string) => {
  const found = rows.filter((row) => row['RECTYPE'] === type);
  assert.equal(found.length, 1, `record type ${type}`);
  return found[0] ?? {};
};
const number = (cell: string | undefined): number | null => {
  const read = cell === undefined || cell === '' ? NaN : Number(cell.replace('%', ''));
  return Number.isNaN(read) ? null : read;
};

const groups = [
  ['PTRWM_EXP_FSM6CLA1A', 'TFSM6CLA1A'],
  ['PTRWM_EXP_NotFSM6CLA1A', 'TNotFSM6CLA1A'],
  ['PTRWM_EXP_G', 'GELIG'],
  ['PTRWM_EXP_B', 'BELIG'],
] as const;

test('groups of a school are together its pupils, and their results give the school’s own', () => {
  for (const year of ['2016-17', '2018-19', '2024-25']) {
    let compared = 0;
    for (const row of schoolsIn(table(`ks2final_${year}`))) {
      const [all, rate] = [number(row['TELIG']), number(row['PTRWM_EXP'])];
      if (all === null || rate === null) continue;
      for (const [first, second] of [
        [groups[0], groups[1]],
        [groups[2], groups[3]],
      ] as const) {
        const [one, other] = [number(row[first[1]]), number(row[second[1]])];
        assert.equal((one ?? 0) + (other ?? 0), all, `${year} ${row['URN'] ?? ''}`);
        const [ofOne, ofOther] = [number(row[first[0]]), number(row[second[0]])];
        if (ofOne === null || ofOther === null) continue;
        const together = ((one ?? 0) * ofOne + (other ?? 0) * ofOther) / all;
        // Whole percentages: a half each way in either group and in the whole.
        assert.ok(Math.abs(together - rate) <= 1.01, `${year} ${row['URN'] ?? ''}: ${together} and ${rate}`);
        compared += 1;
      }
    }
    assert.ok(compared > 200, `${compared} compared`);
  }
});

test('the authority’s rows of groups are what its schools’ rows add up to, suppressed pupils aside', () => {
  for (const year of ['2016-17', '2022-23', '2024-25']) {
    const file = table(`ks2final_${year}`);
    const own = rowOf(file, '3');
    for (const [column, pupils] of groups) {
      let counted = 0;
      let sum = 0;
      for (const row of schoolsIn(file)) {
        const [rate, cohort] = [number(row[column]), number(row[pupils])];
        if (rate === null || cohort === null) continue;
        counted += cohort;
        sum += rate * cohort;
      }
      const published = number(own[column]) ?? NaN;
      assert.ok(Math.abs(sum / counted - published) < 3, `${year} ${column}: ${sum / counted}, ${published}`);
      assert.ok(counted <= (number(own[pupils]) ?? 0), `${year} ${column}`);
    }
    assert.ok((number(own['PTRWM_EXP_FSM6CLA1A']) ?? 100) < (number(own['PTRWM_EXP_NotFSM6CLA1A']) ?? 0));
  }
});

test('five or fewer of a group are hidden, and the others with them where one side tells the other', () => {
  let hidden = 0;
  for (const row of schoolsIn(table('ks2final_2018-19'))) {
    if (number(row['PTRWM_EXP']) === null) continue;
    for (const [column, pupils] of groups) {
      const few = number(row[pupils]) ?? 0;
      if (few > 0 && few <= 5) assert.equal(row[column], 'SUPP', `${row['URN'] ?? ''} ${column}`);
    }
    const [some, others] = [number(row['TFSM6CLA1A']) ?? 0, number(row['TNotFSM6CLA1A']) ?? 0];
    if (some > 0 && some <= 5 && others > 0) {
      assert.equal(row['PTRWM_EXP_NotFSM6CLA1A'], 'SUPP', row['URN']);
      hidden += 1;
    }
  }
  assert.ok(hidden > 20, `${hidden} schools`);
});

test('children who took no earlier tests have no prior attainment, and no groups by it', () => {
  const filled = (name: string, column: string) =>
    schoolsIn(table(name)).filter((row) => number(row[column]) !== null).length;
  for (const column of ['TKS1AVERAGE', 'TKS1GROUP_M', 'PTRWM_EXP_M']) {
    assert.ok(filled('ks2final_2022-23', column) > 150, column);
    assert.equal(filled('ks2final_2023-24', column), 0, column);
    assert.equal(filled('ks2final_2024-25', column), 0, column);
  }
  for (const column of ['KS2APS', 'TPRIORAV', 'ATT8SCR_AV']) {
    assert.ok(filled('ks4final_2023-24', column) > 40, column);
    assert.equal(filled('ks4final_2024-25', column), 0, column);
  }
});

test('mean points before lie near England’s, on the scale of the year', () => {
  for (const [name, type, column, least, most] of [
    ['ks2final_2017-18', '3', 'TKS1AVERAGE', 15, 17.5],
    ['ks4final_2017-18', '4', 'KS2APS', 27, 30],
    ['ks4final_2023-24', '4', 'KS2APS', 101, 107],
  ] as const) {
    const mean = number(rowOf(table(name), type)[column]) ?? NaN;
    assert.ok(mean > least && mean < most, `${name}: ${mean}`);
  }
});

test('England’s rows say of groups what was published, and nothing where it is not known', () => {
  assert.equal(rowOf(table('ks2final_2017-18'), '4')['PTRWM_EXP_FSM6CLA1A'], '51%');
  assert.equal(rowOf(table('ks4final_2016-17'), '7')['ATT8SCR_FSM6CLA1A'], '37');
  assert.equal(rowOf(table('ks4final_2023-24'), '7')['PTFSM6CLA1ABASICS_95'], '26.00%');
  assert.equal(rowOf(table('ks2final_2024-25'), '4')['PTREAD_EXP_FSM6CLA1A'], '');
});
