import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import {
  inventedAuthority,
  inventedInspection,
  inventedProposal,
  inventedReading,
  inventedRows,
  inventedRun,
  inventedScheme,
  inventedSchool,
  inventedSource,
} from '#/analyse/pages/invented.fixture.ts';
import type { Inspection } from '#/schools/rules/inspection.ts';
import { factsView } from './facts-view.ts';
import { opinionView } from './opinion-view.ts';
import { schoolView } from './school-view.ts';
import { timelineView } from './timeline-view.ts';

const evidence = (inspections: readonly Inspection[]) => ({
  asAt: '2026-04-30',
  school: inventedSchool(),
  lineage: [],
  inspections,
  inspectionsKnownFrom: 'ofsted' as const,
  values: [],
  heads: [],
  supplied: [],
  similar: null,
});

const read = (changes: Partial<SchoolRead> = {}): SchoolRead => ({
  authority: inventedAuthority,
  run: inventedRun,
  scheme: inventedScheme,
  row: inventedRows[0] ?? null,
  category: 'shown',
  notCounted: [],
  earlier: [],
  evidence: evidence([inventedInspection()]),
  sources: [inventedSource],
  invented: true,
  england: [],
  results: [],
  ...changes,
});

test('a school without inspections is not called uninspected where no file could tell', () => {
  const none = (inspectionsKnownFrom: 'ofsted' | 'nothing') =>
    timelineView({ ...evidence([]), inspectionsKnownFrom }, []).whyNone;
  assert.match(none('ofsted'), /^Ofsted lists the school, and no inspection/);
  assert.match(none('nothing'), /whether it had been inspected is not known\.$/);
});

test('a school known only from a later register says so among its facts', () => {
  const known = (registerKnownLater: boolean) =>
    factsView(inventedSchool({ registerKnownLater })).find((fact) => fact.term === 'Known from');
  assert.equal(known(false), undefined);
  assert.match(known(true)?.value ?? '', /^a later register only/);
});

test('a fact that no source states says so, and facts that make no sense for the school are left out', () => {
  const facts = factsView(
    inventedSchool({ pupils: null, trust: null, religiousCharacter: 'Does not apply' }),
  );
  const pupils = facts.find((fact) => fact.term === 'Pupils');
  assert.deepEqual([pupils?.value, pupils?.missing], ['not stated in the files imported', true]);
  assert.ok(!facts.some((fact) => fact.term === 'Trust' || fact.term === 'Religious character'));
});

test('each reason carries the publication, its date and the row it was read from', () => {
  const { reasons } = opinionView(inventedProposal(), { scheme: inventedScheme, sources: [inventedSource] });
  assert.deepEqual(
    reasons[0]?.sources.map((source) => [source.publication, source.rows[0]?.text, source.rows[0]?.href]),
    [
      [
        'Ofsted: State-funded schools inspections and outcomes: management information',
        'as at 31 August 2025, row 2',
        '/sources/abcdef012345',
      ],
    ],
  );
});

test('an indicator without evidence gives no points rather than none of so many', () => {
  const [read_, missing] = opinionView(inventedProposal(), {
    scheme: inventedScheme,
    sources: [inventedSource],
  }).indicators;
  assert.equal(read_?.points, '12 of 20');
  assert.deepEqual([missing?.points, missing?.shown], ['none given', 'No evidence']);
});

test('what would change the category is told once for each category it would become', () => {
  const wouldChange = [
    { change: 'every area good', category: 'E2' },
    { change: 'one area below good', category: 'B3' },
    { change: 'every area outstanding', category: 'E2' },
  ];
  const view = opinionView(inventedProposal({ wouldChange }), { scheme: inventedScheme, sources: [] });
  assert.deepEqual(
    view.wouldChange.map(({ tag, changes }) => [tag.code, tag.meaning, changes]),
    [
      ['E2', 'Good', ['every area good', 'every area outstanding']],
      ['B3', 'Requires improvement', ['one area below good']],
    ],
  );
});

test('what the evidence also allows is told beside how sure the category is', () => {
  const { sureness } = opinionView(inventedProposal(), { scheme: inventedScheme, sources: [] });
  assert.deepEqual(
    sureness.others.map(({ code, meaning }) => [code, meaning]),
    [['B3', inventedScheme.categories.find(({ code }) => code === 'B3')?.meaning]],
  );
});

test('inspections speak in the words of their day, a predecessor’s are marked, and a report card has no overall grade', () => {
  const { rows, chart } = timelineView(
    evidence([
      inventedInspection({
        number: '3',
        kind: 'report card',
        startedOn: '2026-01-20',
        overall: null,
        judgements: [
          { area: 'Inclusion', grade: 'Strong standard', gradedOn: null },
          { area: 'Achievement', grade: 'Needs attention', gradedOn: '2026-03-10' },
          { area: 'Early years', grade: 'not applicable', gradedOn: null },
        ],
      }),
      inventedInspection({ number: '2', category: 'SWK', overall: 4 }),
      inventedInspection({ number: '1', startedOn: '2011-03-01', ofThisSchool: false, urnAtTime: '900099' }),
    ]),
    [inventedSource],
  );
  assert.deepEqual(
    rows.map((row) => row.outcome),
    ['Report card: no overall grade', 'Inadequate', 'Satisfactory'],
  );
  assert.equal(rows[1]?.category, 'Serious weaknesses');
  assert.match(rows[2]?.school ?? '', /^Predecessor: .*\(900099\)$/);
  assert.deepEqual(rows[0]?.judgements, [
    { grade: 'Strong standard', areas: 'inclusion' },
    { grade: 'Needs attention', areas: 'achievement (graded 10 March 2026)' },
  ]);
  assert.deepEqual(
    chart?.events.map((event) => event.mark),
    ['before', 'own', 'own'],
  );
  assert.equal(chart.changes.length, 3);
});

test('a school without a known inspection has no timeline to draw', () => {
  assert.equal(timelineView(evidence([]), []).chart, null);
});

test('a reader who may not see the category is told why, and gets the published facts', () => {
  const view = schoolView(read({ row: null, category: 'in confidence' }));
  assert.equal(view.opinion, null);
  assert.match(view.whyNoOpinion ?? '', /in confidence/);
  assert.equal(view.inspections.rows.length, 1);
});

test('before the first analysis the page says how to run one', () => {
  const view = schoolView(read({ row: null, run: null, category: 'not analysed' }));
  assert.match(view.whyNoOpinion ?? '', /npx middletier analyse --authority fenshire/);
});

test('of the indicators that the scheme does not count, those that would give points are named', () => {
  const one = inventedReading({ indicator: 'attendance', title: 'Attendance', points: 2, maximum: 3 });
  const none = inventedReading({ indicator: 'roll', title: 'Size and roll', points: 0 });
  assert.equal(
    schoolView(read({ notCounted: [none, one] })).notCountedWords,
    '2 indicators are read without a part in the category. Points would come from attendance 2 of 3.',
  );
  assert.match(schoolView(read({ notCounted: [none] })).notCountedWords, /^1 indicator is .*None of them/);
});

test('indicators that the scheme does not count are shown beside it, with the points they would give', () => {
  const notCounted = [
    inventedReading({ indicator: 'attendance', title: 'Attendance', points: 2, maximum: 3 }),
  ];
  const [one] = schoolView(read({ notCounted })).notCounted;
  assert.deepEqual([one?.title, one?.points], ['Attendance', '2 of 3']);
  assert.deepEqual(schoolView(read({ notCounted: [], row: null, category: 'in confidence' })).notCounted, []);
});
