import { readSchoolVisits, type SchoolVisitsRead } from '#/diagnose/actions/read-school-visits.ts';
import type { Parts } from '#/parts.ts';
import type { HomePanel, PanelContent, PanelItem } from '#/platform/web/home-panel.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords } from '#/platform/web/words.ts';

/** The authority’s visits to the reader’s school: a note to answer, the next visit, the last. */
export function schoolVisitsPanel(parts: Parts): HomePanel {
  return {
    name: 'visits-to-our-school',
    heading: 'Visits of the authority',
    for: { roles: ['headteacher', 'chair'] },
    order: 30,
    read: async (person, { slug }) => schoolVisitsInBrief(await readSchoolVisits(parts, person, slug)),
  };
}

const visitsShown = 5;

/** Notes to answer first, then what is to come, then the last that was. `null` where there never was a visit. */
export function schoolVisitsInBrief({ authority, today, visits }: SchoolVisitsRead): PanelContent | null {
  const item = (
    { visit, school }: SchoolVisitsRead['visits'][number],
    when: NonNullable<PanelItem['when']>,
  ): PanelItem => ({
    text: `${visit.on === null ? 'Visit' : `Visit on ${dateInWords(visit.on)}`}: ${school}`,
    href: paperAddress(authority.slug, visit.urn, visit.paper),
    when,
    detail: [visit.purpose, visit.goes].filter((words) => words !== '').join(', '),
  });
  const toAnswer = visits.filter(({ visit }) => visit.state === 'submitted');
  const toCome = visits.filter(({ visit }) => visit.stands === 'planned' && (visit.on ?? '') >= today);
  const last = visits.findLast(({ visit }) => visit.stands === 'held' && visit.state !== 'submitted');
  const links = [
    ...toAnswer.map((one) => {
      const { dueOn = null, daysLate = 0 } = one.visit.awaited ?? {};
      const by = dueOn === null ? '' : `, by ${dateInWords(dueOn)}`;
      return item(one, {
        words: `say whether its note is accurate${by}`,
        state: daysLate > 0 ? 'late' : 'due',
      });
    }),
    ...toCome.map((one) => item(one, { words: 'to come', state: 'waiting' })),
    ...(last === undefined ? [] : [item(last, { words: 'the last', state: 'done' })]),
  ];
  if (links.length === 0) return null;
  return {
    parts: [{ kind: 'links', links: links.slice(0, visitsShown) }],
    readings: [...new Set(visits.map(({ visit }) => visit.urn))].map((urn) => ({
      event: 'read papers',
      urn,
    })),
  };
}
