import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { templatesInForce } from '#/law/templates.ts';
import type { Process } from '#/papers/rules/process.ts';
import { processes } from './processes.ts';

const { rhythms, templates } = loadReference();

/** States that some chain of steps leads to. */
function reached({ begins, steps }: Process): ReadonlySet<string> {
  const been = new Set<string>([begins]);
  for (let before = 0; before < been.size;) {
    before = been.size;
    for (const { from, to } of steps)
      if (from.some((one) => been.has(one)) && to !== 'as before') been.add(to);
  }
  return been;
}

test('each kind of paper is there once, and has a form', () => {
  assert.ok(processes.length > 0);
  assert.equal(new Set(processes.map(({ kind }) => kind)).size, processes.length);
  for (const { kind } of processes)
    assert.ok(templatesInForce(templates, kind, '2026-01-01').length > 0, kind);
  for (const { kind } of templates)
    assert.ok(
      processes.some((one) => one.kind === kind),
      `a form of no kind: ${kind}`,
    );
});

for (const process of processes) {
  const states = Object.entries(process.states);

  test(`${process.name}: every state is reached, and what is over is where nothing is written or waited for`, () => {
    assert.deepEqual(
      states.map(([name]) => name).filter((name) => !reached(process).has(name)),
      [],
    );
    for (const [name, { over, writtenBy, clock }] of states)
      if (over) assert.deepEqual([writtenBy, clock], [null, undefined], name);
    assert.ok(
      states.some(([, { over }]) => over),
      'it ends somewhere',
    );
  });

  test(`${process.name}: from every state that is not over a step leads on`, () => {
    for (const [name, { over }] of states)
      assert.ok(over === true || process.steps.some(({ from }) => from.includes(name)), name);
  });

  test(`${process.name}: only those whose paper it is write it, and every rhythm it waits by is known`, () => {
    for (const [name, { writtenBy, clock }] of states) {
      assert.ok(writtenBy === null || writtenBy === process.side, name);
      if (clock !== undefined)
        assert.ok(
          rhythms.some(({ id }) => id === clock.rhythm),
          clock.rhythm,
        );
    }
  });

  test(`${process.name}: each step has words of its own, and the other side acts only on what it reads`, () => {
    const { steps, side } = process;
    for (const words of [steps.map(({ step }) => step), steps.map(({ button }) => button)])
      assert.equal(new Set(words).size, words.length);
    const known = new Set(steps.map(({ step }) => step));
    for (const { step, notByWhoTook } of steps)
      assert.ok(notByWhoTook === undefined || known.has(notByWhoTook), step);
    const opens = steps.some((one) => one.by === side && one.opens === true);
    for (const { step, by } of steps) assert.ok(by === side || opens, `${step}: nothing is opened before it`);
  });
}
