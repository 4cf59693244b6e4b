import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenToUse, inventedChoiceRead, inventedEffect, schoolMoving } from './choice-read.fixture.ts';
import { choicesView } from './choices-view.ts';

test('where nobody has chosen, it is said that deprivation is not used and why not', () => {
  const { answer, because, newest } = choicesView(inventedChoiceRead(), null, true);
  assert.match(answer, /does not use the deprivation of the area/);
  assert.match(because, /Nobody has chosen yet/);
  assert.equal(newest, 'The newest forecast, as at 30 April 2026, was made without it.');
});

test('the choice in force says who, when and why, and that a forecast made before it stays as it is', () => {
  const { answer, because, newest } = choicesView(inventedChoiceRead({ choices: [chosenToUse] }), null, true);
  assert.match(answer, /uses the deprivation of the area/);
  assert.equal(because, 'Chosen by A director on 2 March 2026: Agreed with <i>heads</i>.');
  assert.match(newest ?? '', /was made without it; it stays as it is\./);
});

test('what the choice does is told in numbers of schools, by fifth, and for the schools that move furthest', () => {
  const { shown } = choicesView(inventedChoiceRead(), null, true).effect;
  assert.match(shown?.of ?? '', /having an area below expected within 18 months.*as at 30 April 2026/);
  assert.deepEqual(shown?.sentences, [
    'With it 1 chance would be more than 5 points of a hundred higher and 1 chance more than 5 points of a hundred lower, of 3 schools of Fenshire with both chances.',
    'Of these we expect so many to be found so: 0.6 without deprivation, 0.6 with it.',
    'Of 1 more school the deprivation of pupils’ homes is not known, so that nothing can be said.',
  ]);
  assert.deepEqual(
    shown.furthest.map(({ urn, without, withIt, points }) => [urn, without, withIt, points]),
    [
      ['900001', '10%', '18%', '+8.0'],
      ['900002', '30%', '24%', '−6.0'],
      ['900003', '20%', '20%', '0.0'],
    ],
  );
  assert.deepEqual(
    shown.fifths.map(({ fifth, schools }) => [fifth, schools]),
    [
      ['Fifth with the least deprivation', '1'],
      ['Middle fifth', '1'],
      ['Fifth with the most deprivation', '1'],
    ],
  );
});

test('whoever sees some schools is told that the figures are of those alone', () => {
  const effect = inventedEffect([schoolMoving('900001', 0.1, 0.12)], { whole: false });
  const { shown } = choicesView(inventedChoiceRead({ effect }), null, true).effect;
  assert.match(shown?.reach ?? '', /This is about 1 school: yours/);
  assert.match(shown?.sentences[0] ?? '', /no chance would move by more than 5 points/);
});

test('whoever opens no lists reads the choice and nothing of any school', () => {
  const { effect, because, markingAddress } = choicesView(
    inventedChoiceRead({ effect: 'hidden', mayChoose: false, choices: [chosenToUse] }),
    null,
    false,
  );
  assert.equal(effect.shown, null);
  assert.match(because, /Agreed with/);
  assert.equal(markingAddress, null, 'no link to a page that they may not open');
});

test('what was typed is kept, with everything that is wrong', () => {
  const problems = [
    { field: 'deprivation', text: 'Choose.' },
    { field: 'why', text: 'Say why.' },
  ];
  const view = choicesView(inventedChoiceRead(), { deprivation: 'maybe', why: 'Because', problems }, true);
  assert.deepEqual(view.typed, { deprivation: 'maybe', why: 'Because' });
  assert.deepEqual(view.errorList, [
    { text: 'Choose.', href: '#deprivation' },
    { text: 'Say why.', href: '#why' },
  ]);
});
