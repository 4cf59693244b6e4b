import { readVisits } from '#/diagnose/actions/read-visits.ts';
import type { VisitsRead } from '#/diagnose/actions/visits.ts';
import type { Parts } from '#/parts.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { planVisitsAddress, visitsAddress } from '#/platform/web/visit-addresses.ts';
import { dateInWords, someOf } from '#/platform/web/words.ts';

/** Visits to come, and how many schools are behind with theirs: of the reader’s own schools, if given any. */
export function visitsPanel(parts: Parts): HomePanel {
  return {
    name: 'visits',
    heading: 'Visits',
    for: { permission: 'write papers' },
    order: 30,
    read: async (person, { slug }) =>
      visitsInBrief(await readVisits(parts, person, { authority: slug }), person),
  };
}

const visitsShown = 6;

/** The next visits of the reader, or to the reader’s schools; and where the reader is behind. */
export function visitsInBrief(
  read: VisitsRead,
  person: { readonly id: string; readonly name: string },
): PanelContent | null {
  const { authority, knownOn, schoolYear } = read;
  const given = read.visitors.find((one) => one.person === person.id)?.schools;
  const own = given !== undefined && given.size > 0 ? given : null;
  const schools = read.schools.filter(({ urn }) => own?.has(urn) ?? true);
  if (schools.length === 0) return null;
  const made = schools.filter(({ visits }) => visits.some(({ stands }) => stands === 'held'));
  const behind = schools.filter(({ mostBehind }) => (mostBehind?.behind ?? 0) > 0);
  const toCome = read.schools
    .flatMap(({ name, urn, visits }) => visits.map((visit) => ({ name, urn, visit })))
    .filter(({ urn, visit: { stands, on, goes } }) => {
      const mine = goes === person.name || (own?.has(urn) ?? false);
      return mine && stands === 'planned' && (on ?? '') >= knownOn;
    })
    .toSorted((a, b) => (a.visit.on ?? '').localeCompare(b.visit.on ?? ''));
  const query = { officer: own === null ? [] : [person.id], show: behind.length === 0 ? [] : ['behind'] };
  const whose = own === null ? '' : ' given to me';
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${someOf(made.length, schools.length, 'school')}${whose} visited at least once since ${dateInWords(`${String(schoolYear - 1)}-09-01`)}, as known on ${dateInWords(knownOn)}. ${behind.length === 0 ? 'None is' : `${someOf(behind.length, schools.length, 'school')} ${behind.length === 1 ? 'is' : 'are'}`} behind with what is owed by now.`,
      },
      toCome.length === 0
        ? {
            kind: 'nothing',
            text: 'No visit of mine is planned.',
            next: { text: 'Plan visits', href: planVisitsAddress(authority.slug) },
          }
        : {
            kind: 'links',
            links: toCome.slice(0, visitsShown).map(({ name, urn, visit }) => ({
              text: name,
              href: paperAddress(authority.slug, urn, visit.paper),
              when: { words: `on ${dateInWords(visit.on ?? knownOn)}`, state: 'due' } as const,
              detail: [visit.time, visit.purpose, visit.goes].filter((words) => words !== '').join(', '),
            })),
          },
    ],
    more: { text: 'Visits to schools', href: withQuery(visitsAddress(authority.slug), query) },
    readings: [{ event: 'read lists of visits' }],
  };
}
