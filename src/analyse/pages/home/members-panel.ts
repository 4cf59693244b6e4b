import type { ForMembers } from '#/analyse/actions/for-members.ts';
import { readForMembers } from '#/analyse/actions/read-for-members.ts';
import { onDay } from '#/platform/web/decided-words.ts';
import type { Parts } from '#/parts.ts';
import { membersAddress, schoolAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent, PanelPart } from '#/platform/web/home-panel.ts';
import { dateInWords, list, percent, plural, someOf } from '#/platform/web/words.ts';

/** How the area's schools stand together, and which of a member's own division cause concern. */
export function membersPanel(parts: Parts): HomePanel {
  return {
    name: 'area-and-division',
    heading: 'Schools causing concern',
    for: { roles: ['elected member', 'scrutiny member', 'board member'] },
    order: 110,
    read: async (person, { slug }) => areaAndDivision(await readForMembers(parts, person, slug), slug),
  };
}

/** The number for the area, as far as it is told; then the schools of the division by name. */
export function areaAndDivision(members: ForMembers, slug: string): PanelContent {
  const { told, concerns, sources } = members;
  const more = { text: 'How the area’s schools stand, in full', href: membersAddress(slug) };
  const first = told?.scheme?.groups[0];
  const whole = told?.summary.rows.find(({ kind }) => kind === 'all');
  if (told === null || first === undefined || whole === undefined) {
    return {
      parts: [
        {
          kind: 'nothing',
          text: 'The authority has not analysed its schools yet. When it has, you are told here.',
        },
      ],
      more,
    };
  }
  const number = whole.counted[told.summary.groups.indexOf(first.name)] ?? null;
  return {
    parts: [
      {
        kind: 'sentence',
        text:
          number === null
            ? `The number of ${first.many} is not told: it is small, or would tell of a small one.`
            : `${plural(number, first.one, first.many)}: ${percent(number, whole.schools)} of the ${plural(whole.schools, 'school')} of which enough is known, ${onDay(told)}.`,
      },
      ...(concerns === null ? [] : ofDivisions(members, slug)),
    ],
    more,
    sources,
    readings: (concerns ?? []).map(({ urn }) => ({ event: 'read concerns', urn })),
  };
}

function ofDivisions(
  { concerns, chosen, schoolsOfDivisions }: ForMembers,
  slug: string,
): readonly PanelPart[] {
  const where = list(chosen);
  const found = concerns ?? [];
  if (found.length === 0) {
    return [
      {
        kind: 'nothing',
        text: `None of the ${plural(schoolsOfDivisions, 'school')} in ${where} causes concern.`,
      },
    ];
  }
  return [
    { kind: 'sentence', text: `In ${where}: ${someOf(found.length, schoolsOfDivisions, 'school')}.` },
    {
      kind: 'links',
      links: found.map(({ urn, name, since }) => ({
        text: name,
        href: schoolAddress(slug, urn),
        detail: `Causes concern since ${dateInWords(since)}.`,
      })),
    },
  ];
}
