import type { MapOfSchools, MappedSchool } from '#/analyse/actions/map-of-schools.ts';
import type { MapKind } from '#/platform/charts/map-chart.ts';
import { sentence } from '#/platform/web/words.ts';

/** What the shape and the tone of a mark say: the phase, or the group of the proposed category. */
export type Shown = 'phase' | 'group';

const phaseKinds: Readonly<Record<MappedSchool['school']['phase'], MapKind>> = {
  nursery: { words: 'Nursery', shape: 'hexagon', tone: 'none' },
  primary: { words: 'Primary', shape: 'circle', tone: 'low' },
  secondary: { words: 'Secondary', shape: 'square', tone: 'raised' },
  special: { words: 'Special', shape: 'triangle', tone: 'high' },
  'pupil referral unit': { words: 'Pupil referral unit', shape: 'diamond', tone: 'none' },
};

const shapes = { high: 'triangle', raised: 'square', low: 'circle', none: 'hexagon' } as const;
const inConfidence: MapKind = { words: 'In confidence', shape: 'circle', tone: 'none' };
const unknown: MapKind = { words: 'Insufficient evidence', shape: 'diamond', tone: 'none' };

/** The kinds that are among the schools, and the place of each school's kind among them. */
export function kindsOf(schools: readonly MappedSchool[], groups: MapOfSchools['groups'], shown: Shown) {
  const kindOf = ({ school }: MappedSchool): MapKind => {
    if (shown === 'phase' || groups === null) return phaseKinds[school.phase];
    if (!groups.whole && !groups.of.has(school.urn)) return inConfidence;
    const group = groups.kinds.find(({ name }) => name === groups.of.get(school.urn));
    return group === undefined
      ? unknown
      : { words: sentence(group.many), shape: shapes[group.tone], tone: group.tone };
  };
  const every =
    shown === 'phase' || groups === null
      ? Object.values(phaseKinds)
      : [
          ...groups.kinds.map((group) => ({
            words: sentence(group.many),
            shape: shapes[group.tone],
            tone: group.tone,
          })),
          unknown,
          inConfidence,
        ];
  const among = new Set(schools.map((school) => kindOf(school).words));
  const kinds = every.filter(({ words }) => among.has(words));
  return {
    kinds,
    kindOf: (school: MappedSchool): number => kinds.findIndex(({ words }) => words === kindOf(school).words),
    wordsOf: (school: MappedSchool): string => kindOf(school).words,
  };
}
