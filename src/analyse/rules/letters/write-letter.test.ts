import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { lookedAtAgainBy } from './looked-at-again.ts';
import { writeLetter, type LetterFacts } from './write-letter.ts';

const facts: LetterFacts = {
  school: { name: 'Sedge Lane Primary School', urn: '900002' },
  authority: 'Fenshire',
  on: '2026-09-09',
  to: [{ name: 'Jo Marsh', role: 'headteacher' }],
  decision: {
    ...{ category: 'B3', meaning: 'Requires improvement', group: 'requiring improvement', ofConcern: false },
    ...{ why: '', decidedOn: '2026-09-07', decidedBy: 'A Reed', signed: null },
  },
  proposal: {
    ...{ category: 'B3', meaning: 'Requires improvement', asAt: '2026-08-31' },
    ...{ rule: 'Required improvement at the last inspection', reasons: ['34% of 102 pupils reached it.'] },
    figures: [{ title: 'Attainment', shown: '34%', against: 'England 61%' }],
  },
  before: null,
  entitlements: { ofGroup: ['A plan with you.'], everySchool: ['To be told.'] },
  officers: [{ name: 'B Sedge', role: 'intervention officer', email: 'b@example.org' }],
  againBy: '2027-03-25',
};
const words = (more: Partial<LetterFacts>): string => {
  const written = writeLetter({ ...facts, ...more });
  if (written.kind === 'missing') throw new Error(written.missing.join());
  return written.letter.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join('\n');
};
const missing = (more: Partial<LetterFacts>): readonly string[] => {
  const written = writeLetter({ ...facts, ...more });
  return written.kind === 'missing' ? written.missing : [];
};

test('a letter says what is thought, why, what follows, what can be done and when it is looked at again', () => {
  const written = writeLetter(facts);
  assert.ok(written.kind === 'letter');
  assert.deepEqual(
    written.letter.sections.map(({ heading }) => heading),
    [
      ...['In confidence', 'What we think', 'Why', 'Your school in figures', 'What follows'],
      ...['What you can do', 'When we look again'],
    ],
  );
  const all = words({});
  for (const said of ['B3, Requires improvement', 'A Reed on 7 September 2026', '34% of 102 pupils'])
    assert.ok(all.includes(said), said);
  for (const said of ['A plan with you.', 'b@example.org', 'by 25 March 2027', 'Attainment: 34%'])
    assert.ok(all.includes(said), said);
});

test('where the decision differs from what was proposed, the letter says both and why', () => {
  const decision = { ...facts.decision, category: 'E1', meaning: 'Good', why: 'A new head turned it round.' };
  const all = words({ decision });
  assert.match(all, /Our rules proposed B3, Requires improvement .*The decision differs.*A new head/);
  assert.deepEqual(missing({ decision: { ...decision, why: ' ' } }), [
    'why the decision differs from what was proposed',
  ]);
});

test('nothing is written while a needed fact is missing, and all that is missing is named', () => {
  assert.deepEqual(missing({ officers: [], entitlements: null, againBy: null }), [
    'an officer whom the school can ask',
    'what a school may count on under the scheme, on the day of the letter',
    'the term in which the category is looked at again',
  ]);
});

test('a school of concern is written to only once a second person signed, and hears who is told', () => {
  const decision = { ...facts.decision, ofConcern: true };
  assert.deepEqual(missing({ decision }), ['the second signature']);
  const signed = { by: 'C Moor', on: '2026-09-08' };
  assert.match(words({ decision: { ...decision, signed } }), /local member for your division is told/);
  assert.doesNotMatch(words({}), /local member/);
});

test('a letter to a school without head or chair here is to whoever they are', () => {
  assert.match(words({ to: [] }), /To the headteacher and the chair of governors of Sedge Lane/);
});

test('a category is looked at again by the end of the next term, also across the summer', () => {
  const terms = loadReference().schoolTerms;
  assert.equal(lookedAtAgainBy('2026-11-22', terms), '2027-03-25');
  const afterSummer = lookedAtAgainBy('2026-07-01', terms) ?? '';
  assert.ok(afterSummer > '2026-12-01' && afterSummer < '2027-01-01', afterSummer);
});
