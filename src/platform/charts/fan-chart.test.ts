import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLegible, assertSaysItInWords, wideAndNarrow, type DrawnChart } from './drawn-words.fixture.ts';
import { drawFan, type FanChart } from './fan-chart.ts';
import { shareInWords } from './share-words.ts';

const point = (on: string, share: number) => ({ on, share });

const forecast = (on: string, middle: number, spread: number) => ({
  on,
  middle,
  ranges: ([50, 80, 95] as const).map((level, index) => ({
    level,
    low: Math.max(0, middle - spread * (index + 1)),
    high: Math.min(100, middle + spread * (index + 1)),
  })),
});

/** An invented authority. */
const chart: FanChart = {
  title: 'Nine in ten by July 2016 is possible, not likely',
  description: 'From 65% in August 2013 the forecast rises to 81% in July 2016.',
  today: { on: '2013-08-31', words: 'today, 31 August 2013' },
  known: [point('2011-08-31', 57), point('2012-08-31', 59), point('2013-08-31', 65)],
  forecast: [forecast('2014-07-31', 71, 2), forecast('2015-07-31', 77, 3), forecast('2016-07-31', 81, 4)],
  targets: [point('2014-07-31', 79), point('2015-07-31', 85), point('2016-07-31', 95)],
  others: [
    {
      label: 'Norfolk’s own, 2013',
      dashed: true,
      points: [point('2014-07-31', 78), point('2016-07-31', 100)],
    },
    { label: 'Officers’ dates', points: [point('2014-07-31', 72), point('2015-07-31', 80)] },
  ],
  breaks: [],
  unit: '%',
};

const texts = ({ words }: DrawnChart): string => words.map(({ text }) => text).join(' ');

/** What is known and the middle of the forecast, by their strength: not the bands, nor what ties names to lines. */
const lines = ({ svg }: DrawnChart): readonly string[] =>
  [...svg.querySelectorAll('path')]
    .filter((path) => path.closest('[stroke-width="2"], [stroke-width="3"]') !== null)
    .map((path) => path.getAttribute('d') ?? '')
    .filter((d) => d.includes('L'));

test('a fan is drawn wide and narrow, each with its name and description and with every word legible', async () => {
  for (const drawn of wideAndNarrow(await drawFan(chart))) {
    assertSaysItInWords(drawn, chart.title, chart.description);
    assertLegible(drawn);
  }
});

test('each line is named at its end with its last number, and with its date where it ends before the others', async () => {
  for (const drawn of wideAndNarrow(await drawFan(chart))) {
    assert.match(texts(drawn), /Forecast: 81%/);
    assert.match(texts(drawn), /Target: 95%/);
    assert.match(texts(drawn), /Norfolk’s own, 2013: 100%/);
    assert.match(texts(drawn), /Officers’ dates: 80% \(July 2015\)/);
    assert.doesNotMatch(texts(drawn), /What happened/);
  }
});

test('bands are labelled in words, with the numbers they lie between', async () => {
  const [wide, narrow] = wideAndNarrow(await drawFan(chart));
  assert.match(texts(wide), /Half of outcomes fall in here: 77% to 85%/);
  assert.match(texts(wide), /8 in 10 outcomes fall in here: 73% to 89%/);
  assert.match(texts(wide), /19 in 20 outcomes fall in here: 69% to 93%/);
  assert.match(texts(narrow), /8 in 10: 73% to 89%/);
});

test('what happened after the forecast was made is named as such', async () => {
  const later = { ...chart, known: [...chart.known, point('2016-07-31', 78)] };
  for (const drawn of wideAndNarrow(await drawFan(later))) {
    assert.match(texts(drawn), /What happened: 78%/);
    assertLegible(drawn);
  }
});

test('no line is drawn across a change of how schools are judged', async () => {
  const alone = { ...chart, targets: [], others: [] };
  const [whole] = wideAndNarrow(await drawFan(alone));
  assert.equal(lines(whole).length, 2, 'what is known, and the middle of the forecast');
  const [parted] = wideAndNarrow(
    await drawFan({
      ...alone,
      breaks: [{ on: '2012-09-01', words: 'new inspections' }],
    }),
  );
  const corners = (drawn: DrawnChart): number =>
    lines(drawn).reduce((sum, line) => sum + line.split('L').length - 1, 0);
  assert.equal(corners(whole) - corners(parted), 1, 'from August 2012 to August 2013 there is no line');
  const [apart] = wideAndNarrow(
    await drawFan({ ...alone, breaks: [{ on: '2013-11-10', words: 'report cards' }] }),
  );
  assert.equal(corners(whole) - corners(apart), 1, 'the forecast does not begin in a share of another kind');
});

test('a scale that does not start at 0 says so, and one that does says nothing', async () => {
  for (const drawn of wideAndNarrow(await drawFan(chart)))
    assert.match(texts(drawn), /The scale starts at 50%, not at 0\./);
  const low = { ...chart, known: [point('2012-08-31', 25), point('2013-08-31', 27)] };
  for (const drawn of wideAndNarrow(await drawFan(low))) assert.doesNotMatch(texts(drawn), /scale starts/);
});

test('a share that is not everything never reads 100%, and one that is not nothing never 0%', () => {
  assert.deepEqual(
    [0, 0.2, 12.4, 99.6, 100].map((share) => shareInWords(share)),
    ['0%', 'under 1%', '12%', 'over 99%', '100%'],
  );
});

test('whatever the shares are, the names at the ends of lines stand apart and inside the frame', async () => {
  const share = fc.integer({ min: 0, max: 100 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(share, { minLength: 9, maxLength: 9 }),
      fc.integer({ min: 0, max: 12 }),
      async (shares, spread) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = shares;
        const any: FanChart = {
          ...chart,
          known: [point('2012-08-31', a), point('2013-08-31', b), point('2016-07-31', c)],
          forecast: [forecast('2014-07-31', d, spread), forecast('2016-07-31', e, spread)],
          targets: [point('2016-07-31', f)],
          others: ['Norfolk’s own, 2013', 'Officers’ dates', 'Forecast of August 2012'].map(
            (label, index) => ({
              label,
              points: [point('2014-07-31', a), point('2016-07-31', [g, h, i][index] ?? 0)],
            }),
          ),
        };
        for (const drawn of wideAndNarrow(await drawFan(any))) {
          const plotEnds = drawn.width - (drawn.width === 960 ? 240 : 122);
          assertLegible({ ...drawn, words: drawn.words.filter(({ left }) => left > plotEnds) });
        }
      },
    ),
    { numRuns: 25, seed: 5 },
  );
});
