import type { MarkingRead } from '#/analyse/actions/marking-read.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes, rounded } from '#/platform/web/export-notes.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { targetWords } from './marking-words.ts';
import { monthsAhead } from './shares-view.ts';

/** Every mark a line: what was said, and what came. Of single schools only for whoever may read every school's forecast. */
export function markingDownload(read: MarkingRead): Download {
  const { authority, chosen, followedUntil, sources, warnings, categories, expectations } = read;
  const shares = sharesTable(read);
  const rest = [
    ...(categories === null ? [] : [categoriesTable(categories)]),
    ...(expectations === null ? [] : [ownTable(expectations)]),
    ...(expectations?.service ? [officersTable(expectations.service)] : []),
  ];
  return {
    name: `marking-${authority.slug}-${followedUntil ?? 'nothing-known'}`,
    tables: warnings === null ? [shares, ...rest] : [chancesTable(warnings, chosen), shares, ...rest],
    notes: exportNotes({
      title: `How right forecasts of ${authority.name} were`,
      authority,
      about: [
        followedUntil === null
          ? 'No file imported tells of inspections.'
          : `Files tell of inspections to ${dateInWords(followedUntil)}.`,
        `Forecasts of schools ${targetWords[chosen.target].were.replace(/^were /, '')}.`,
        'Schools and shares of which nothing can be told are counted on the page with the reason, and are not in these tables.',
      ],
      sources,
      confidential: warnings !== null || expectations !== null,
    }),
  };
}

function chancesTable(warnings: NonNullable<MarkingRead['warnings']>, chosen: MarkingRead['chosen']) {
  const shown = warnings.filter(({ months }) => months === chosen.months);
  return cellsOf({
    name: 'Chances',
    columns: [
      { heading: 'Forecast as at', value: ({ asAt }) => ({ date: asAt }) },
      { heading: 'URN', value: ({ urn }) => urn },
      { heading: 'School', value: ({ school }) => school.history.name, width: 36 },
      { heading: 'Phase', value: ({ school }) => school.history.phase },
      { heading: `Chance within ${String(chosen.months)} months`, value: ({ chance }) => rounded(chance, 4) },
      {
        heading: targetWords[chosen.target].were
          .replace(/^were /, '')
          .replace(/^./, (letter) => letter.toUpperCase()),
        value: ({ happened }) => (happened ? 'yes' : 'no'),
      },
    ],
    rows: shown.flatMap(({ marked }) => marked),
    blank: 'not stated',
  });
}

function sharesTable({ shares }: MarkingRead) {
  return cellsOf({
    name: 'Shares',
    columns: [
      { heading: 'Group', value: ({ group }) => group.name, width: 28 },
      { heading: 'Forecast as at', value: ({ asAt }) => ({ date: asAt }) },
      { heading: 'For', value: ({ on }) => ({ date: on }) },
      { heading: 'Ahead', value: ({ months }) => monthsAhead(months) },
      { heading: 'Of', value: ({ of }) => of },
      { heading: 'Denominator', value: ({ denominator }) => denominator, width: 26 },
      { heading: 'Forecast, %', value: ({ middle }) => rounded(100 * middle, 1) },
      ...([50, 80, 95] as const).flatMap((level) =>
        (['low', 'high'] as const).map((end) => ({
          heading: `${String(level)}% range, ${end}, %`,
          value: (one: Line) => {
            const range = one.ranges.find((some) => some.level === level);
            return range === undefined ? null : rounded(100 * range[end], 1);
          },
        })),
      ),
      { heading: 'Came: reached', value: ({ actual }) => actual.reached },
      { heading: 'Came: of', value: ({ actual }) => actual.judged },
      { heading: 'Forecast minus what came, points', value: ({ error }) => rounded(100 * error, 1) },
    ],
    rows: shares.marks.flatMap(({ months, counted }) => counted.map((one): Line => ({ ...one, months }))),
    blank: 'not stated',
  });
}

type Line = MarkingRead['shares']['marks'][number]['counted'][number] & { readonly months: number };

function categoriesTable({ marked }: NonNullable<MarkingRead['categories']>) {
  return cellsOf({
    name: 'Categories',
    columns: [
      { heading: 'URN', value: ({ held }) => held.urn },
      { heading: 'School', value: ({ school }) => school.history.name, width: 36 },
      { heading: 'Category', value: ({ held }) => held.category },
      { heading: 'Analysis as at', value: ({ held }) => ({ date: held.asAt }) },
      { heading: 'Grade the category expects', value: ({ expects }) => expects },
      { heading: 'Held against', value: ({ heldTo }) => heldTo },
      {
        heading: 'Grade found',
        value: ({ heldTo, inspection }) => (heldTo === 'grade' ? inspection.standing : 'no overall grade'),
      },
      { heading: 'Mark', value: ({ verdict }) => verdict },
    ],
    rows: marked,
    blank: 'not stated',
  });
}

function ownTable({ own }: NonNullable<MarkingRead['expectations']>) {
  return cellsOf({
    name: 'What you expected',
    columns: [
      { heading: 'URN', value: ({ of }) => of.urn },
      {
        heading: 'School',
        value: ({ school }) => school?.history.name ?? 'not in the files any more',
        width: 36,
      },
      { heading: 'Written down on', value: ({ of }) => ({ date: of.madeOn }) },
      { heading: 'Expected', value: ({ of }) => of.expected.standing, width: 28 },
      { heading: 'By', value: ({ of }) => ({ date: of.expected.by }) },
      { heading: 'Sure, %', value: ({ of }) => of.expected.sure ?? 'not said' },
      { heading: 'Mark', value: ({ verdict, why }) => verdict ?? `none: ${why ?? 'not yet due'}`, width: 28 },
      { heading: 'Counts', value: ({ counts }) => (counts ? 'yes' : 'replaced or withdrawn before') },
    ],
    rows: own,
    blank: 'not stated',
  });
}

function officersTable({ officers, lean }: NonNullable<NonNullable<MarkingRead['expectations']>['service']>) {
  return cellsOf({
    name: 'Officers',
    columns: [
      { heading: 'Officer', value: ({ name }) => name, width: 28 },
      { heading: `Marks, of ${plural(lean.marks, 'mark')}`, value: (one) => one.lean.marks },
      { heading: 'As expected', value: (one) => one.lean.asExpected },
      { heading: 'Too generous', value: (one) => one.lean.tooGenerous },
      { heading: 'Too harsh', value: (one) => one.lean.tooHarsh },
      { heading: 'Leans', value: (one) => one.lean.leans, width: 28 },
    ],
    rows: officers,
    blank: 'not stated',
  });
}
