import type { Parts } from '#/parts.ts';
import { suppliedAddress, suppliedFileAddress, supplyAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { count, dateInWords, plural, share } from '#/platform/web/words.ts';
import { readSupplied } from '#/schools/actions/read-supplied.ts';
import type { SuppliedOverview } from '#/schools/actions/supplied.ts';

/** What the authority's own services told that grows old, or never told. */
export function suppliedPanel(parts: Parts): HomePanel {
  return {
    name: 'supplied-files',
    heading: 'What our own services told',
    for: { roles: ['analyst', 'data officer', 'governor support'] },
    order: 40,
    orderFor: { 'governor support': 130 },
    read: async (person, { slug }) => suppliedAges(await readSupplied(parts, person, slug), slug),
  };
}

/** A year: what services tell is of a day in the school year, and is told again by the next. */
const oldAfterDays = 365;
const itemsShown = 5;

/** The oldest first; what nothing is known of is counted. */
export function suppliedAges({ items, schools, files }: SuppliedOverview, slug: string): PanelContent {
  const known = items.flatMap(({ item, known: told }) => (told === null ? [] : [{ item, told }]));
  const unknown = items.length - known.length;
  const old = known.filter(({ told }) => told.age > oldAfterDays).toSorted((a, b) => b.told.age - a.told.age);
  const more = { text: 'Everything supplied', href: suppliedAddress(slug) };
  if (known.length === 0) {
    return {
      parts: [
        {
          kind: 'nothing',
          text: `No file of the authority’s own services tells of its ${plural(schools, 'open school')} yet.`,
          next: { text: 'Supply a file', href: supplyAddress(slug) },
        },
      ],
    };
  }
  const counting = files.filter(({ undone }) => undone === null).length;
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${plural(counting, 'file')} ${counting === 1 ? 'tells' : 'tell'} ${count(known.length)} of ${plural(items.length, 'thing')} that can be told of a school; ${
          old.length === 0
            ? 'none of them is older than a year'
            : `${count(old.length)} of them ${old.length === 1 ? 'is' : 'are'} older than a year`
        }${unknown === 0 ? '' : `, and of ${count(unknown)} nothing is known`}.`,
      },
      ...(old.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: 'Older than a year, oldest first',
              columns: [{ text: 'What' }, { text: 'Newest of' }, { text: 'Schools' }, { text: 'Given by' }],
              rows: old
                .slice(0, itemsShown)
                .map(({ item, told }) => [
                  [{ text: item.title, href: suppliedFileAddress(slug, told.newestFile) }],
                  dateInWords(told.newestOn),
                  share(told.coverage.schools, told.coverage.of),
                  told.givenBy,
                ]),
            } as const,
          ]),
    ],
    more,
    readings: [{ event: 'read supplied files' }],
  };
}
