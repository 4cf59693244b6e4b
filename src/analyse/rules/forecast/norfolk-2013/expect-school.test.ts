import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectSchool } from './expect-school.ts';
import { anySchool, asAt, methodOf2013, resultThen, schoolThen } from './school-then.fixture.ts';

const { settings } = methodOf2013();
const expected = (...given: Parameters<typeof schoolThen>) =>
  expectSchool(schoolThen(...given), asAt, settings);

test('a school that requires improvement can be good a year after its inspection, and is expected to be after two', () => {
  const school = expected([['2013-03-12', 3]]);
  assert.equal(school.earliest, '2014-03-12');
  assert.equal(school.expected, '2015-03-12');
  assert.match(
    school.factors[0]?.words ?? '',
    /Judged requires improvement at the inspection of 12 March 2013/,
  );
});

test('an inspection that is late is expected half a year from now', () => {
  const school = expected([['2011-05-10', 3]]);
  assert.equal(school.earliest, '2013-09-01');
  assert.equal(school.expected, '2014-02-28');
  assert.match(school.factors[0]?.words ?? '', /Judged satisfactory/);
});

test('an inadequate school is two inspections away from good', () => {
  const school = expected([['2013-05-01', 4]], { history: { phase: 'nursery' } });
  assert.equal(school.earliest, '2015-05-01');
  const [inspection] = school.factors;
  assert.equal(inspection?.expected, '2016-11-01', 'eighteen months, and two years more');
});

test('a school not likely to be good in time is assumed to become an academy and good by July 2016', () => {
  const school = expected([['2013-05-01', 4]]);
  assert.equal(school.expected, '2016-07-31');
  assert.deepEqual(
    school.stages['own grades only'].map(({ from, standing }) => `${from} ${standing}`),
    ['2013-08-31 not good', '2014-08-31 not judged', '2016-07-31 good'],
  );
  assert.deepEqual(
    school.stages['with predecessors’ grades'].map(({ from, standing }) => `${from} ${standing}`),
    ['2013-08-31 not good', '2016-07-31 good'],
  );
  const academy = expected([['2013-05-01', 4]], { history: { sector: 'academy' } });
  assert.equal(academy.expected, '2016-07-31');
  assert.match(academy.factors[3]?.words ?? '', /run outside the authority already/);
});

test('a category that expects inadequate puts good an inspection further away, and so do falling results', () => {
  const plain = expected([['2012-02-01', 3]]);
  assert.equal(plain.expected, '2014-02-01');
  for (const category of ['B3', 'C3', 'D3', 'E2'])
    assert.equal(expected([['2012-02-01', 3]], { category }).expected, plain.expected, category);
  assert.equal(expected([['2012-02-01', 3]], { category: 'A4' }).expected, '2016-02-01');
  const falling = expected([['2012-02-01', 3]], {
    history: { results: [resultThen(2010, 0.5), resultThen(2011, 0.2), resultThen(2012, -0.1)] },
  });
  assert.equal(falling.expected, '2016-02-01');
  assert.match(
    falling.factors[1]?.words ?? '',
    /Results fell \(−0\.60 standard deviations, 2009\/10 to 2011\/12\)/,
  );
});

test('results that became known after the day are not used', () => {
  const results = [resultThen(2012, 0.5), resultThen(2013, -1)];
  const school = expected([['2012-02-01', 3]], { history: { results } });
  assert.match(school.factors[1]?.words ?? '', /Fewer than two years/);
});

test('an inspection whose outcome became known after the day is not used', () => {
  // Inspected before the day, published after it.
  const school = expected([
    ['2011-11-02', 3],
    ['2013-08-20', 2],
  ]);
  assert.equal(school.stages['own grades only'][0]?.standing, 'not good');
  assert.match(school.factors[0]?.words ?? '', /2 November 2011/);
});

test('a new academy has no judgement until its own inspection, or its predecessor’s until then', () => {
  const school = expected([['2011-10-04', 3, '900099']], {
    history: { openedOn: '2012-09-01', sector: 'academy', formerly: ['900099'] },
  });
  assert.equal(school.earliest, '2013-09-01');
  assert.equal(school.expected, '2014-09-01');
  assert.equal(school.stages['own grades only'][0]?.standing, 'not judged');
  assert.equal(school.stages['with predecessors’ grades'][0]?.standing, 'not good');
});

test('a good school keeps its grade, unless the reading is changed', () => {
  const good = schoolThen([['2009-10-01', 2]], { category: 'A4' });
  assert.equal(expectSchool(good, asAt, settings).stages['own grades only'].length, 1);
  const harsh = methodOf2013({
    goodSchools: {
      ...settings.goodSchools,
      keepTheirGrade: 'unless they are expected to be below good',
    },
  });
  assert.deepEqual(
    expectSchool(good, asAt, harsh.settings).stages['own grades only'].map(({ standing }) => standing),
    ['good', 'not good', 'good'],
  );
  const well = { ...good, category: 'E2' };
  assert.equal(expectSchool(well, asAt, harsh.settings).stages['own grades only'].length, 1);
});

test('a good school that becomes an academy is left out until the academy is inspected', () => {
  const plans = { closesOn: null, academyOn: '2014-04-01' };
  const school = expected([['2012-10-01', 2]], { plans });
  assert.deepEqual(
    school.stages['own grades only'].map(({ from, standing }) => `${from} ${standing}`),
    ['2013-08-31 good', '2014-04-01 not judged', '2016-04-01 good'],
  );
  assert.equal(school.stages['with predecessors’ grades'].length, 1);
});

test('no school counts as good before its earliest date, whatever is known of it', () => {
  fc.assert(
    fc.property(anySchool, fc.option(fc.constantFrom('2013-10-01', '2014-09-01')), (school, academyOn) => {
      const planned = { ...school, plans: { closesOn: null, academyOn } };
      const { earliest, expected: on, stages } = expectSchool(planned, asAt, settings);
      if (earliest === null) return;
      assert.ok(earliest > asAt && on !== null && on >= earliest);
      for (const { from, standing } of stages['own grades only'])
        assert.ok(standing !== 'good' || from >= earliest, `${from} ${earliest}`);
    }),
    { numRuns: 500 },
  );
});

test('every school has four factors with reasons, or is good already', () => {
  fc.assert(
    fc.property(anySchool, (school) => {
      const { factors, earliest } = expectSchool(school, asAt, settings);
      assert.equal(factors.length, earliest === null ? 1 : 4);
      for (const { words } of factors) assert.match(words, /^[A-Z].*\.$/);
    }),
  );
});
