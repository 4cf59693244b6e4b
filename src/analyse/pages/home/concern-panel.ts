import type { Register } from '#/analyse/actions/analysis-read.ts';
import { readRegister } from '#/analyse/actions/read-analysis.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import type { Parts } from '#/parts.ts';
import { rolesWith } from '#/people/rules/decision-table.ts';
import { registerAddress, runsAddress, schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import type { HomePanel, PanelContent, PanelPart, PanelTag } from '#/platform/web/home-panel.ts';
import { categoryOf, inBrief, schemeTitle } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, percent, plural, someOf } from '#/platform/web/words.ts';

/** How many schools cause concern, and which moved since the analysis before. For those who read every category. */
export function concernPanel(parts: Parts): HomePanel {
  return {
    name: 'schools-causing-concern',
    heading: 'Schools causing concern',
    for: { roles: rolesWith('read categories', 'all') },
    order: 120,
    orderFor: { 'intervention officer': 105, 'head of service': 105 },
    read: async (person, { slug }) => concern(await readRegister(parts, person, slug), slug),
  };
}

const moversShown = 6;

/** The count, beside the one before; then the schools that moved, those to more concern first. */
export function concern(register: Register, slug: string): PanelContent {
  const { run, rows, previous, scheme, sources } = register;
  const [most] = scheme?.groups ?? [];
  if (run === null || scheme === null || most === undefined) {
    return {
      parts: [
        {
          kind: 'nothing',
          text: `No analysis has been run yet. It is done by: npx middletier analyse --authority ${slug}`,
        },
      ],
    };
  }
  const groupOf = (code: string): string | null => categoryOf(scheme, code).group;
  const now = rows.filter(({ proposal }) => proposal.group === most.name).length;
  const before = rows.filter(({ was, proposal }) => groupOf(was ?? proposal.category) === most.name).length;
  const moved = rows.filter(({ was }) => was !== null);
  return {
    parts: [
      {
        kind: 'sentence',
        text: [
          {
            text: plural(now, most.one, most.many),
            href: withQuery(registerAddress(slug), { group: [most.name] }),
          },
          `: ${percent(now, rows.length)} of ${plural(rows.length, 'school')}, as known on ${dateInWords(run.asAt)}, proposed by ${schemeTitle(scheme)}.`,
        ],
      },
      ...(previous === null
        ? [{ kind: 'sentence', text: 'There is no earlier analysis to compare with.' } as const]
        : sinceBefore(dateInWords(previous.asAt), { now, before, moved: moved.length, of: rows.length })),
      ...(moved.length === 0 ? [] : [moversTable(register, moved, slug)]),
    ],
    ...(previous === null
      ? {}
      : {
          more: {
            text:
              moved.length > moversShown
                ? `All ${count(moved.length)} schools that moved, and why`
                : 'Who moved, and why',
            href: runsAddress(slug),
          },
        }),
    sources,
    readings: [{ event: 'read categories' }],
  };
}

function sinceBefore(
  day: string,
  { now, before, moved, of }: { now: number; before: number; moved: number; of: number },
): readonly PanelPart[] {
  const change =
    now === before
      ? 'as many as'
      : `${count(Math.abs(now - before))} ${now > before ? 'more' : 'fewer'} than`;
  return [
    {
      kind: 'sentence',
      text: `That is ${change} of the same schools as known on ${day}. The category of ${someOf(moved, of, 'school')} changed.`,
    },
  ];
}

function moversTable({ scheme }: Register, moved: readonly RegisterRow[], slug: string): PanelPart {
  const tag = (code: string): PanelTag => {
    const category = categoryOf(scheme, code);
    return { tag: categoryTag({ ...category, meaning: inBrief(category.meaning) }) };
  };
  return {
    kind: 'table',
    caption: `${moved.length > moversShown ? `${count(moversShown)} of the schools` : 'Schools'} whose category changed, most concern first`,
    columns: [{ text: 'School' }, { text: 'Was' }, { text: 'Now' }, { text: 'Biggest reason' }],
    // As the register has them: most concern first.
    rows: moved
      .slice(0, moversShown)
      .map(({ school, was, proposal }) => [
        [{ text: school.name, href: schoolAddress(slug, school.urn) }],
        [tag(was ?? proposal.category)],
        [tag(proposal.category)],
        proposal.reasonInBrief ?? proposal.decidedBy.words,
      ]),
  };
}
