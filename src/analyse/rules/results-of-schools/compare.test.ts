import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf, figureOfSchool, yearCompared, type ComparedFigure } from './compare.ts';

const figure = (number: number | null, interval: ComparedFigure['interval']): ComparedFigure => ({
  number,
  why: number === null ? 'suppressed' : null,
  pupils: 30,
  schools: null,
  interval,
});

test('two figures differ only by more than their chances together', () => {
  const school = figure(60, [42, 75]);
  assert.equal(differenceOf(school, figure(65, [64, 66])), 'no clear difference');
  assert.equal(differenceOf(school, figure(40, [39, 41])), 'higher');
  assert.equal(
    differenceOf(school, figure(80, null)),
    'lower',
    'a published figure has no chance of its own',
  );
  assert.equal(differenceOf(figure(null, null), figure(80, null)), 'not known');
  assert.equal(differenceOf(figure(60, null), figure(80, null)), 'not known', 'no range, no verdict');
});

const results = (numbers: readonly (number | null)[]) => ({
  measure: 'ks2-rwm-expected' as const,
  publication: 'key-stage-2' as const,
  otherYears: [],
  title: '',
  words: '',
  unit: '%' as const,
  kind: 'proportion' as const,
  breaks: [],
  years: numbers.map((number, index) => ({
    year: 2017 + index,
    number,
    why: number === null ? 'not published' : null,
    pupils: 30,
    interval: null,
    england: null,
    before: false,
    value: null,
  })),
});

test('a school is compared in its newest year with a number', () => {
  assert.equal(yearCompared(results([50, 60, null])), 2018);
  assert.equal(yearCompared(results([null, null])), 2018);
});

test('a figure that is not there says why', () => {
  assert.equal(figureOfSchool(results([null]), 2017).why, 'not published');
  assert.equal(figureOfSchool(undefined, 2017).why, 'no file imported has it');
});
