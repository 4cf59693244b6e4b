import type { Register } from '#/analyse/actions/analysis-read.ts';
import { readRegister } from '#/analyse/actions/read-analysis.ts';
import type { Parts } from '#/parts.ts';
import { registerAddress, schoolAddress, suppliedAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { count, dateInWords, someOf } from '#/platform/web/words.ts';

/** At which schools governance itself is a reason for concern. */
export function governancePanel(parts: Parts): HomePanel {
  return {
    name: 'governance',
    heading: 'Where governance is a concern',
    for: { roles: ['governor support'] },
    order: 100,
    read: async (person, { slug }) => governance(await readRegister(parts, person, slug), slug),
  };
}

const schoolsShown = 8;

/** Schools with points for governance, most first; `null` before the first analysis, of which another panel tells, and by a scheme without it. */
export function governance({ run, rows, sources }: Register, slug: string): PanelContent | null {
  if (run === null) return null;
  const readings = rows.flatMap(({ school, proposal }) =>
    proposal.readings
      .filter(({ indicator }) => indicator === 'governance')
      .map((reading) => ({ school, reading })),
  );
  // A scheme that does not count governance reads nothing of it.
  if (readings.length === 0) return null;
  const known = readings.filter(({ reading }) => reading.state === 'read');
  if (known.length === 0) {
    return {
      parts: [
        {
          kind: 'nothing',
          text: `Nothing is known of governors’ places, vacancies and training at any of ${count(rows.length)} schools.`,
          next: { text: 'Supply a file', href: suppliedAddress(slug) },
        },
      ],
      sources,
    };
  }
  const worst = known
    .filter(({ reading }) => reading.points > 0)
    .toSorted(
      (a, b) => b.reading.points - a.reading.points || a.school.name.localeCompare(b.school.name, 'en-GB'),
    );
  return {
    parts: [
      {
        kind: 'sentence',
        text: `At ${someOf(worst.length, known.length, 'school')} of which it is known, vacancies or training add to the concern, as known on ${dateInWords(run.asAt)}. Of ${count(rows.length - known.length)} nothing is known.`,
      },
      ...(worst.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: `${worst.length > schoolsShown ? `${count(schoolsShown)} of these schools` : 'These schools'}, most points first`,
              columns: [
                { text: 'School' },
                { text: 'What is known' },
                { text: 'Points for governance', number: true },
              ],
              rows: worst
                .slice(0, schoolsShown)
                .map(({ school, reading }) => [
                  [{ text: school.name, href: schoolAddress(slug, school.urn) }],
                  reading.reason,
                  `${count(reading.points)} of ${count(reading.maximum)}`,
                ]),
            } as const,
          ]),
    ],
    more: { text: 'Every school in the risk register', href: registerAddress(slug) },
    sources,
    readings: [{ event: 'read categories' }],
  };
}
