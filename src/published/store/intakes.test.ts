import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { csv, headerOf, managementInformation, schoolRow, workshop } from './import.fixture.ts';
import type { PublishedStore } from './published-store.ts';

const idaci = 'The income deprivation affecting children index (IDACI) quintile';
const pupilsOf = (urn: string, roll: number, meals: string): Record<string, string> => ({
  URN: urn,
  LA: '926',
  ESTAB: urn.slice(2),
  SCHOOLTYPE: 'State-funded primary',
  NOR: String(roll),
  TSENELSE: '2',
  TSENELK: '21',
  NUMEAL: '42',
  NUMFSM: '30',
  NUMFSMEVER: meals,
});
const results = (rows: readonly (readonly [string, string, string])[]): string =>
  `RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG\n${rows.map(([urn, pupils, share]) => `1,926,${urn},${pupils},${share},0.5`).join('\n')}\n`;

describe('who the pupils of each school are', () => {
  let work: Awaited<ReturnType<typeof workshop>>;
  let store: PublishedStore;

  before(async () => {
    work = await workshop();
    const register = managementInformation([
      schoolRow('120001', { [idaci]: '4' }),
      schoolRow('120002'),
      schoolRow('120003'),
      schoolRow('120004', { 'Ofsted phase': 'Secondary' }),
    ]);
    const links = csv(headerOf('gias-links'), [
      {
        URN: '120002',
        LinkURN: '110002',
        LinkName: 'The old school',
        LinkType: 'Predecessor',
        LinkEstablishedDate: '01-09-2018',
      },
    ]);
    const census = csv(
      ['URN', 'LA', 'ESTAB', 'SCHOOLTYPE', 'NOR', 'TSENELSE', 'TSENELK', 'NUMEAL', 'NUMFSM', 'NUMFSMEVER'],
      [pupilsOf('120001', 210, '63'), pupilsOf('110002', 100, 'SUPP')],
    );
    await work.bringIn([await work.write('mi.csv', register)], { asAt: '2019-01-31' });
    await work.bringIn([await work.write('links.csv', links)], { asAt: '2019-01-31' });
    await work.bringIn([await work.write('census.csv', census)], { year: 2018 });
    const tables = results([
      ['120001', '30', '50%'],
      ['120002', '10', '80%'],
      ['120003', '20', 'SUPP'],
    ]);
    await work.bringIn([await work.write('ks2.csv', tables)], { year: 2018 });
    store = await work.store();
  });
  after(() => work.remove());

  test('shares are worked out of the counts, and each figure has its year', async () => {
    const [one] = await store.intakes({ asAt: '2019-02-01', phase: 'primary' });
    assert.deepEqual(one, {
      urn: '120001',
      name: 'School 120001',
      authority: 'norfolk',
      phase: 'primary',
      pupils: { number: 210, year: 2018 },
      priorAttainment: null,
      disadvantaged: { number: 30, year: 2018 },
      eal: { number: 20, year: 2018 },
      senSupport: { number: 10, year: 2018 },
      senPlan: { number: (100 * 2) / 210, year: 2018 },
      idaciQuintile: { number: 4, year: null },
    });
  });

  test('a school without figures of its own has its predecessor’s; a suppressed count is not known; none drops out', async () => {
    const found = await store.intakes({ asAt: '2019-02-01', phase: 'primary' });
    assert.deepEqual(
      found.map(({ urn }) => urn),
      ['120001', '120002', '120003'],
    );
    assert.deepEqual([found[1]?.eal?.number, found[1]?.disadvantaged], [42, null]);
    // Of the third only the register tells: its pupils, of no school year.
    assert.deepEqual([found[2]?.pupils, found[2]?.eal], [{ number: 210, year: null }, null]);
  });

  test('what was not known on the date is not told', async () => {
    const [one] = await store.intakes({ asAt: '2018-12-12', phase: 'primary' });
    assert.deepEqual([one?.eal, one?.pupils?.year], [null, null]);
  });

  test('sets of schools are taken together pupil by pupil, those without a number left out, and their files named', async () => {
    const of = new Map([['120003', ['120001', '120002', '120003']]]);
    const asked = { of, measures: ['ks2-rwm-expected'] as const };
    const means = (await store.means({ ...asked, asAt: '2019-02-01' })).get('120003');
    assert.deepEqual(means?.means, [
      { measure: 'ks2-rwm-expected', group: 'all', year: 2018, number: 57.5, schools: 2, pupils: 40 },
    ]);
    assert.equal(means.sources.length, 1);
    assert.equal((await store.means({ ...asked, asAt: '2018-12-12' })).size, 0);
  });
});
