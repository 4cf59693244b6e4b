import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inventedProposal, inventedScheme } from '#/analyse/pages/invented.fixture.ts';
import { inventedDecision } from '#/analyse/pages/deciding/round.fixture.ts';
import {
  chanceLimits,
  mustBeDecidedAlone,
  ownViewOf,
  placeInMeeting,
  whyModerated,
  type ModerationEvidence,
} from './moderation.ts';

const sure = { level: 'firm', words: 'Nothing else', couldBe: ['E2'] } as const;
const good = inventedProposal({ category: 'E2', group: 'system leaders', concern: 1, sureness: sure });
const concern = inventedProposal({ sureness: sure });
const limits = { low: 0.02, high: 0.1 };
const chance = (of: number) => ({ chance: of, low: of / 2, high: Math.min(1, of * 2) });

function why(changes: Partial<ModerationEvidence> = {}) {
  const nothing: ModerationEvidence = {
    ...{ proposal: good, was: null, lastDecision: null, ownView: null, chance: null, expectations: [] },
    heard: { entries: 0, suggests: null },
  };
  return whyModerated({ ...nothing, ...changes }, inventedScheme, limits);
}
const kinds = (changes: Partial<ModerationEvidence>) => why(changes).map(({ kind }) => kind);

describe('a moderation meeting looks first', () => {
  test('at nothing of a school where nothing moved and nobody sees it otherwise', () => {
    assert.deepEqual(why(), []);
    assert.equal(mustBeDecidedAlone(why()), false);
  });

  test('at a school of which the analysis before said something else, as long as nobody has decided', () => {
    const [first] = why({ was: 'B3' });
    assert.equal(first?.kind, 'mover');
    assert.match(first.words, /now propose E2 Good; the analysis before proposed B3 /);
    const same = inventedDecision({ category: 'E2', proposed: 'E2', group: 'system leaders' });
    assert.deepEqual(kinds({ was: 'B3', lastDecision: same }), []);
  });

  test('at a school that was decided otherwise than the rules propose now', () => {
    const last = inventedDecision({ category: 'B3', proposed: 'B3', group: 'requiring improvement' });
    assert.match(why({ lastDecision: last })[0]?.words ?? '', /B3 .* was decided on 20 September 2025/);
    assert.deepEqual(kinds({ lastDecision: last }), ['mover']);
  });

  test('at a school for which somebody decided otherwise before, and the rules say the same again', () => {
    const last = inventedDecision({
      category: 'B3',
      proposed: 'E2',
      group: 'requiring improvement',
      why: 'A visit',
    });
    assert.deepEqual(kinds({ lastDecision: last }), ['disagreement']);
    assert.match(
      why({ lastDecision: last })[0]?.words ?? '',
      /as they did before, when Ada Marsh decided B3/,
    );
  });

  test('at a school that was decided by another scheme only where schools were told another group', () => {
    const told = (group: string) =>
      inventedDecision({ scheme: 'ours', category: 'green', proposed: 'green', group });
    assert.deepEqual(kinds({ lastDecision: told('system leaders') }), []);
    assert.deepEqual(kinds({ lastDecision: told('causing concern') }), ['mover']);
  });

  test('at a school that places itself higher or lower than the rules', () => {
    const well = ownViewOf('Strong: could help other schools', '2025-09-01');
    const badly = ownViewOf('Causes concern', '2025-09-01');
    assert.deepEqual(kinds({ ownView: well }), []);
    assert.deepEqual(kinds({ ownView: badly }), ['disagreement']);
    assert.deepEqual(kinds({ proposal: concern, ownView: well }), ['disagreement']);
    assert.deepEqual(kinds({ proposal: concern, ownView: ownViewOf('In between', '2025-09-01') }), []);
  });

  test('at a school taken for good of which the forecast warns, and at one of concern of which it does not', () => {
    assert.deepEqual(kinds({ chance: chance(0.1) }), ['disagreement']);
    assert.deepEqual(kinds({ chance: chance(0.09) }), []);
    assert.deepEqual(kinds({ proposal: concern, chance: chance(0.02) }), ['disagreement']);
    assert.deepEqual(kinds({ proposal: concern, chance: chance(0.03) }), []);
  });

  test('at a school of which officers expect something else, all who do in one sentence', () => {
    const expects = (name: string, standing: 'below good' | 'good or better') => ({ name, standing });
    const expectations = [
      expects('Bo', 'below good'),
      expects('Cy', 'good or better'),
      expects('Di', 'below good'),
    ];
    assert.deepEqual(
      why({ expectations }).map(({ words }) => words),
      ['Bo and Di expect it to be judged below good.'],
    );
    assert.deepEqual(
      why({ proposal: concern, expectations }).map(({ words }) => words),
      ['Cy expects it to be judged good or better.'],
    );
  });

  test('at thin evidence and at what was heard after that, which need not be decided alone', () => {
    const thin = inventedProposal({
      ...good,
      sureness: { ...sure, level: 'uncertain', words: 'One result decides.' },
    });
    const reasons = why({ proposal: thin, heard: { entries: 2, suggests: null } });
    assert.deepEqual(
      reasons.map(({ words }) => words),
      ['One result decides.', 'Services told 2 things that still count.'],
    );
    assert.equal(mustBeDecidedAlone(reasons), false);
  });

  test('in the order movers, disagreements, thin evidence, what was heard, nothing', () => {
    const some = [
      why(),
      why({ heard: { entries: 1, suggests: null } }),
      why({ chance: chance(0.5) }),
      why({ was: 'B3', chance: chance(0.5) }),
    ];
    assert.deepEqual(some.map(placeInMeeting), [4, 3, 1, 0]);
  });
});

test('limits of chances are told only where there are enough schools', () => {
  const many = Array.from({ length: 41 }, (_, at) => chance(at / 40));
  assert.deepEqual(chanceLimits(many), { low: 0.25, high: 0.9 });
  assert.equal(chanceLimits(many.slice(0, 19)), null);
});
