import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContributionChart } from './contribution-chart.ts';
import { drawContributions } from './contribution-chart.ts';
import { assertLegible, assertSaysItInWords, wideAndNarrow, type DrawnChart } from './drawn-words.fixture.ts';

const rows = [
  {
    label: 'Last judged good 7 years ago: an inspection is due soon',
    amount: 0.95,
    says: '2.6 times as likely',
  },
  {
    label: 'Reading, writing and maths: 48% reached the expected standard, 13 points below England in 2019',
    amount: 0.475,
    says: '1.6 times as likely',
  },
  { label: 'Judged good twice before', amount: -0.51, says: '40% less likely' },
];

/** An invented school. */
const chart: ContributionChart = {
  title: 'An old judgement and falling results make a fall more likely',
  description: 'Two reasons for, one against.',
  lower: 'makes it less likely',
  higher: 'makes it more likely',
  rows,
};

interface Bar {
  readonly left: number;
  readonly right: number;
}

const bars = ({ svg }: DrawnChart): readonly Bar[] =>
  [...svg.querySelectorAll('rect')].map((rect) => {
    const left = Number(rect.getAttribute('x'));
    return { left, right: left + Number(rect.getAttribute('width')) };
  });

test('reasons are drawn wide and narrow, with names and descriptions, and every word is legible', async () => {
  for (const some of [rows, rows.slice(0, 1), rows.slice(2), []])
    for (const drawn of wideAndNarrow(await drawContributions({ ...chart, rows: some }))) {
      assertSaysItInWords(drawn, chart.title, chart.description);
      assertLegible(drawn);
    }
});

test('what makes it more likely goes right of the line, what makes it less likely left, as far as it matters', async () => {
  for (const drawn of wideAndNarrow(await drawContributions(chart))) {
    const [most, half, less] = bars(drawn);
    assert.ok(most && half && less);
    assert.ok(Math.abs(most.left - half.left) < 0.1, 'both start at the line');
    assert.ok(Math.abs(less.right - most.left) < 0.1, 'and the other ends at it');
    assert.ok(Math.abs((half.right - half.left) / (most.right - most.left) - 0.5) < 0.01);
    assert.ok(Math.abs((less.right - less.left) / (most.right - most.left) - 0.51 / 0.95) < 0.01);
  }
});

test('every reason is written whole, and its number stands beyond the end of its bar', async () => {
  for (const drawn of wideAndNarrow(await drawContributions(chart))) {
    const all = drawn.words.map(({ text }) => text).join(' ');
    for (const row of rows) assert.ok(all.includes(row.label), row.label);
    const [most, , less] = bars(drawn);
    const after = drawn.words.find(({ text }) => text.startsWith('2.6 times'));
    const before = drawn.words.find(({ text }) => text.startsWith('40% less'));
    assert.ok((after?.left ?? 0) > (most?.right ?? Infinity));
    assert.ok((before?.right ?? Infinity) < (less?.left ?? 0));
    for (const { left, right } of bars(drawn)) assert.ok(left >= 0 && right <= drawn.width && left <= right);
  }
});

test('reasons that make no difference have no bar and no broken numbers', async () => {
  const none = { ...chart, rows: [{ label: 'A primary school', amount: 0, says: 'no difference' }] };
  for (const drawn of wideAndNarrow(await drawContributions(none))) {
    assert.doesNotMatch(drawn.svg.outerHTML, /NaN|Infinity/);
    assertLegible(drawn);
  }
});
