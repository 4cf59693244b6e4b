import { readAllocation } from '#/diagnose/actions/read-allocation.ts';
import type { AllocationRead } from '#/diagnose/actions/allocation-read.ts';
import type { Parts } from '#/parts.ts';
import { schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import { allocationAddress } from '#/platform/web/allocation-addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';

/** Schools of concern without an officer, and who has more than they can look after: for whoever gives schools. */
export function allocationPanel(parts: Parts): HomePanel {
  return {
    name: 'who-has-which-schools',
    heading: 'Who has which schools',
    for: { permission: 'allocate officers' },
    order: 60,
    read: async (person, { slug }) => allocationInBrief(await readAllocation(parts, person, slug)),
  };
}

const schoolsShown = 5;

/** `null` where no analysis and no decision says which schools are of concern. */
export function allocationInBrief(read: AllocationRead): PanelContent | null {
  const { authority, schools, advisers, today } = read;
  const concern = schools.filter(({ standing }) => standing?.ofConcern ?? false);
  if (concern.length === 0) return null;
  const gaps = concern.filter(({ gap }) => gap !== null);
  const others = schools.filter(({ standing }) => !(standing?.ofConcern ?? false));
  const without = others.filter(({ gap }) => gap !== null);
  const over = advisers.filter(({ caseload }) => caseload.over > 0);
  const often = schools.filter(({ continuity }) => continuity.tooOften);
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${someOf(gaps.length, concern.length, 'school').replace(' (', ' of concern (')} ${gaps.length === 1 ? 'does' : 'do'} not have one intervention officer, as at ${dateInWords(today)}.`,
      },
      {
        kind: 'sentence',
        text: `${someOf(without.length, others.length, 'other school')} ${without.length === 1 ? 'does' : 'do'} not have one challenge partner. ${over.length === 0 ? 'Nobody is known to have' : plural(over.length, 'person has', 'people have')} more schools than they can look after. ${plural(often.length, 'school', 'schools')} changed hands too often.`,
      },
      ...(gaps.length === 0
        ? []
        : [
            {
              kind: 'links',
              links: gaps.slice(0, schoolsShown).map(({ urn, school, gap }) => ({
                text: school.name,
                href: schoolAddress(authority.slug, urn),
                detail: gap?.because ?? '',
              })),
            } as const,
          ]),
    ],
    more: {
      text: 'Who has which schools',
      href: withQuery(allocationAddress(authority.slug), gaps.length === 0 ? {} : { show: ['concern-gaps'] }),
    },
    readings: gaps.slice(0, schoolsShown).map(({ urn }) => ({ event: 'read category', urn })),
  };
}
