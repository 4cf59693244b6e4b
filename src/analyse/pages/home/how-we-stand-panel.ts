import type { Parts } from '#/parts.ts';
import { overviewAddress, resultsAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { count, dateInWords, percent, someOf } from '#/platform/web/words.ts';
import type { Overview } from '#/schools/actions/overview.ts';
import { readOverview } from '#/schools/actions/read-overview.ts';

/** What Ofsted says of the area's schools beside England: official shares, each with its date. */
export function howWeStandPanel(parts: Parts): HomePanel {
  return {
    name: 'how-we-stand',
    heading: 'Are our schools good?',
    for: {
      roles: [
        'director',
        'head of service',
        'analyst',
        'governor support',
        'auditor',
        'elected member',
        'scrutiny member',
        'board member',
      ],
    },
    order: 110,
    orderFor: { director: 100, 'elected member': 100, 'scrutiny member': 100, 'board member': 100 },
    read: async (person, { slug }) => howWeStand(await readOverview(parts, person, slug), slug),
  };
}

/** The answer in a sentence, and the schools that have not been good for long. */
export function howWeStand(overview: Overview, slug: string): PanelContent {
  const { own, england, asAt, sources } = overview;
  const { schools, pupils } = own.profile.all.goodOrBetter;
  const figure = england.find(({ label }) => label === 'good or better');
  const more = { text: 'How our schools stand, by phase', href: overviewAddress(slug) };
  if (schools.denominator === 0) {
    const text = `No school of ${own.label} had an overall grade on ${dateInWords(asAt)}.`;
    return { parts: [{ kind: 'nothing', text }], more, sources };
  }
  const { stuck } = own.profile.all;
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${percent(schools.numerator, schools.denominator)} of the schools with an overall grade are good or outstanding: ${count(schools.numerator)} of ${count(schools.denominator)}, as known on ${dateInWords(asAt)}.${
          figure === undefined
            ? ''
            : ` England: ${String(figure.number)}%, as published for ${dateInWords(figure.asAt)}.`
        }`,
      },
      {
        kind: 'sentence',
        text: [
          pupils.denominator === 0
            ? ''
            : `${percent(pupils.numerator, pupils.denominator)} of the pupils of these schools are in a good or outstanding one (${count(pupils.numerator)} of ${count(pupils.denominator)}). `,
          `${someOf(stuck.numerator, stuck.denominator, 'school')} ${stuck.numerator === 1 ? 'was' : 'were'} below good at both of the last two inspections. `,
          { text: 'Trends and gaps', href: resultsAddress(slug) },
          ' show what pupils reach.',
        ],
      },
    ],
    more,
    sources,
  };
}
