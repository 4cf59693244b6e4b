import type { SchemeOfAuthority } from '#/analyse/actions/read-scheme.ts';
import type { Block, TextDocument } from '#/platform/documents/write-document.ts';
import { bannerWords } from '#/platform/web/shell.ts';
import type { CategoryTag } from '#/platform/web/category-tag.ts';
import { creditsInWords, type CreditedSource } from '#/platform/web/credits.ts';
import { sentence } from '#/platform/web/words.ts';
import { choiceView } from './choice-view.ts';
import { followsView } from './follows-view.ts';
import { schemeView } from './scheme-view.ts';
import type { workedExample } from './worked-example.ts';

type Example = ReturnType<typeof workedExample>;

/** The criteria as a document that a head can check a category against by hand: the same words as the page. */
export function schemeDocument(
  read: SchemeOfAuthority,
  example: Example | null,
  sources: readonly CreditedSource[],
): TextDocument {
  const scheme = schemeView(read);
  const { use } = choiceView(read, false);
  const title = `How categories are decided: ${scheme.title}`;
  return {
    title,
    subject: `Criteria of ${read.authority.name} for the categories of its schools`,
    banner: bannerWords({ authority: read.authority, sources: [...sources] }),
    credits: creditsInWords(sources),
    landscape: true,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        text: 'The rules below are read from the top; the first that holds decides. They propose: a named person decides, and may differ.',
      },
      { kind: 'paragraph', text: `Scheme: ${scheme.title}, ${scheme.authority}. ${scheme.inForce} ${use}` },
      ...scheme.about.map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'heading', level: 2, text: 'The decision table' },
      {
        kind: 'table',
        caption: 'Rules in the order in which they are tried',
        columns: [
          { heading: 'Rule', share: 6 },
          { heading: 'In words', share: 32 },
          { heading: 'All of this holds', share: 32 },
          { heading: 'Proposed category', share: 18 },
          { heading: 'Where it comes from', share: 12 },
        ],
        rows: scheme.rules.map((rule) => [
          String(rule.number),
          rule.words,
          rule.conditions.map(sentence),
          tagInWords(rule.tag),
          rule.basis,
        ]),
      },
      { kind: 'heading', level: 2, text: 'What schools are told' },
      { kind: 'paragraph', text: scheme.told },
      {
        kind: 'table',
        caption: 'Groups and their categories, most concern first',
        columns: [
          { heading: 'Group', share: 25 },
          { heading: 'Category', share: 45 },
          ...(scheme.predictsGrades
            ? [{ heading: 'Grade expected of the next inspection (1 to 4)', share: 15, number: true }]
            : []),
          { heading: 'Where it comes from', share: 15 },
        ],
        rows: scheme.groups.flatMap(({ group, categories }) =>
          categories.map((category) => [
            group,
            tagInWords(category.tag),
            ...(scheme.predictsGrades ? [String(category.predictedGrade ?? 'none')] : []),
            category.basis,
          ]),
        ),
      },
      { kind: 'heading', level: 2, text: 'What the last full inspection counts as' },
      {
        kind: 'table',
        caption: 'What an inspection counts as, in the words of each kind of inspection',
        columns: [
          { heading: 'Counts as', share: 22 },
          { heading: 'With an overall grade', share: 26 },
          { heading: 'Graded without one (from September 2024)', share: 26 },
          { heading: 'Report card (from November 2025)', share: 26 },
        ],
        rows: scheme.standings.map((one) => [one.meaning, one.graded, one.ungraded, one.reportCard]),
      },
      { kind: 'heading', level: 2, text: 'Indicators and their points' },
      {
        kind: 'paragraph',
        text: `At most ${String(scheme.mostPoints)} points in all. More points are more concern. Missing evidence gives no points and is never read as good or as bad.`,
      },
      {
        kind: 'table',
        caption: 'What earns how many points',
        columns: [
          { heading: 'Indicator', share: 20 },
          { heading: 'What earns how many points', share: 56 },
          { heading: 'At most', share: 9, number: true },
          { heading: 'Where it comes from', share: 15 },
        ],
        rows: scheme.indicators.map((one) => [
          one.title,
          one.scale.map(({ points, words }) => `${String(points)}: ${words}`),
          String(one.maximum),
          one.basis,
        ]),
      },
      { kind: 'heading', level: 3, text: 'Settings' },
      { kind: 'list', items: scheme.settings.map(({ words, basis }) => `${words} (${basis})`) },
      ...followsBlocks(read),
      ...(example === null ? [] : exampleBlocks(example)),
    ],
  };
}

/** What follows from each category: visits owed, and what schools may count on. */
function followsBlocks(read: SchemeOfAuthority): readonly Block[] {
  const follows = followsView(read);
  const columns = [
    { heading: 'Which schools', share: 20 },
    { heading: 'What', share: 40 },
    { heading: 'Who', share: 16 },
    { heading: 'Since', share: 10 },
    { heading: 'How sure this is', share: 14 },
  ];
  return [
    { kind: 'heading', level: 2, text: 'What follows from each category' },
    { kind: 'paragraph', text: `Once a category is decided and told. As it holds on ${follows.on}.` },
    {
      ...{ kind: 'table', caption: 'Visits that schools are owed', columns },
      rows: follows.visits.map((one) => [one.whom, one.what, one.by, one.from, one.confirmed]),
    },
    follows.nothingKept === null
      ? {
          ...{ kind: 'table', caption: 'What schools may count on', columns },
          rows: follows.entitled.map((one) => [one.title, one.what, one.by, one.from, one.confirmed]),
        }
      : { kind: 'paragraph', text: follows.nothingKept },
  ];
}

/** One school taken through the table, unnamed; only in a document that an officer asked for. */
function exampleBlocks(example: Example): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'A worked example' },
    { kind: 'paragraph', text: `${example.who}.` },
    {
      kind: 'table',
      caption: 'The example’s indicators and points',
      columns: [
        { heading: 'Indicator', share: 16 },
        { heading: 'Value', share: 20 },
        { heading: 'Held against', share: 20 },
        { heading: 'Points', share: 9, number: true },
        { heading: 'In a sentence', share: 35 },
      ],
      rows: [
        ...example.indicators.map((one) => [one.title, one.shown, one.threshold, one.points, one.reason]),
        ['All indicators', '', '', example.points, ''],
      ],
    },
    {
      kind: 'list',
      numbered: true,
      items: [
        ...(example.passed === '' ? [] : [example.passed]),
        [example.rule, ...example.because].join(' '),
        `Proposed category: ${tagInWords(example.tag)}${example.group === null ? '' : `; the group the school is told: ${example.group}`}.`,
      ],
    },
  ];
}

function tagInWords({ code, meaning }: CategoryTag): string {
  return `${code} ${meaning}`.trim();
}
