import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOfPassword } from './passwords.ts';

const name = 'alexandra.smithson@example.org';

const usable = [
  'copper lantern tuesday',
  'correct horse battery',
  'ΠΑΝΕΠΙΣΤΗΜΙΟ μπλε',
  '🐢🐢 turtles all down',
  '            x            y z w'.trim(),
  'mmmmmmmmmmmn',
];

const refused: readonly (readonly [password: string, why: RegExp])[] = [
  ['', /at least 12/],
  ['elevenchars', /at least 12/],
  ['🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢', /at least 12/],
  ['x'.repeat(201), /at most 200/],
  ['passwordpassword', /guessed first/],
  ['Password Password', /guessed first/],
  ['Password123456', /guessed first/],
  ['qwertyuiop12', /guessed first/],
  ['aaaaaaaaaaaa', /guessed first/],
  ['abcabcabcabc', /guessed first/],
  ['123456789012', /guessed first/],
  ['210987654321', /guessed first/],
  ['1q2w3e4r5t6y', /guessed first/],
  ['!!!!!!!!!!!!', /guessed first/],
  ['alexandra.smithson@example.org', /own name/],
  ['Alexandra.Smithson1', /own name/],
];

test('a long password is taken, whatever it is made of', () => {
  for (const password of usable) assert.deepEqual(problemsOfPassword(password, name), [], password);
});

for (const [password, why] of refused) {
  test(`“${password.slice(0, 30)}” is refused`, () => {
    const [problem = ''] = problemsOfPassword(password, name);
    assert.match(problem, why);
  });
}
