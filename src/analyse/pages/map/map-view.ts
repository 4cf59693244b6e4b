import type { MapOfSchools, MappedSchool } from '#/analyse/actions/map-of-schools.ts';
import type { MapChart } from '#/platform/charts/map-chart.ts';
import { mapAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { count, dateInWords, list, plural, sentence, share, someOf } from '#/platform/web/words.ts';
import { districtNotStated } from '#/schools/rules/school.ts';
import { kindsOf, type Shown } from './map-kinds.ts';

/** Everything the map of an authority's schools shows. */
export function mapView(read: MapOfSchools, wanted: Shown) {
  const { authority, schools, groups, districts, chosen, phases } = read;
  const shown: Shown = groups === null ? 'phase' : wanted;
  const { kinds, kindOf, wordsOf } = kindsOf(schools, groups, shown);
  const placed = schools.flatMap((one) => (one.place === null ? [] : [{ ...one, place: one.place }]));
  const without = schools.filter(({ place }) => place === null);
  const several = districts.length > 1;
  const option = (value: string, text: string, now: string) => ({ value, text, chosen: value === now });
  const chart: MapChart = {
    title: titleOf(read, shown, placed.length),
    description: `${plural(placed.length, 'school')} by where they are, each with the letter of its district. The list below has every school by district.`,
    kinds,
    marks: placed.map((one) => ({
      ...one.place,
      kind: kindOf(one),
      letter: several ? one.district.letter : '',
    })),
    towns: read.towns.slice(0, 40),
  };
  return {
    authority: authority.name,
    downloads: downloadLinks(mapAddress(authority.slug), {
      district: [chosen.district ?? ''],
      phase: [chosen.phase ?? ''],
    }),
    asAt: dateInWords(read.asAt),
    summary: summaryOf(read, placed.length),
    concern: concernOf(read),
    run: groups === null ? null : dateInWords(groups.run.asAt),
    shown,
    form: {
      action: mapAddress(authority.slug),
      label: 'Choose the schools on the map',
      fields: [
        ...(several
          ? [
              {
                name: 'district',
                label: 'District',
                notThere: null,
                options: [
                  option('', 'Every district', chosen.district ?? ''),
                  ...districts.map(({ name, letter }) =>
                    option(name, `${letter} ${name}`, chosen.district ?? ''),
                  ),
                ],
              },
            ]
          : []),
        ...(phases.length > 1
          ? [
              {
                name: 'phase',
                label: 'Phase',
                notThere: null,
                options: [
                  option('', 'Every phase', chosen.phase ?? ''),
                  ...phases.map((phase) => option(phase, sentence(phase), chosen.phase ?? '')),
                ],
              },
            ]
          : []),
        ...(groups === null
          ? []
          : [
              {
                name: 'show',
                label: 'What marks say',
                notThere: null,
                options: [
                  option('phase', 'Phase', shown),
                  option('group', 'Group of the proposed category', shown),
                ],
              },
            ]),
      ],
    },
    chart: placed.length === 0 ? null : chart,
    districts: districts
      .map(({ letter, name }) => ({
        letter,
        name,
        rows: schools
          .filter(({ district }) => district.letter === letter)
          .map((one) => rowOf(one, wordsOf(one))),
      }))
      .filter(({ rows }) => rows.length > 0),
    several,
    kindHeading: shown === 'phase' ? null : 'Proposed as',
    without: {
      words: someOf(without.length, schools.length, 'school'),
      rows: without.map((one) => rowOf(one, wordsOf(one))),
    },
  };

  function rowOf({ school, place, district }: MappedSchool, kind: string) {
    return {
      name: school.name,
      href: schoolAddress(authority.slug, school.urn),
      phase: sentence(school.phase),
      town: school.town ?? 'not stated',
      district: district.name,
      kind,
      onMap: place !== null,
    };
  }
}

function titleOf({ authority, chosen }: MapOfSchools, shown: Shown, placed: number): string {
  const where = chosen.district ?? authority.name;
  const what = chosen.phase === null ? plural(placed, 'school') : plural(placed, `${chosen.phase} school`);
  return `${what} of ${where}, by ${shown === 'phase' ? 'phase' : 'the group of the proposed category'}`;
}

function summaryOf(
  { authority, schools, districts, chosen, phases, asAt }: MapOfSchools,
  placed: number,
): string {
  const where = chosen.district ?? authority.name;
  const byPhase = phases.flatMap((phase) => {
    const same = schools.filter(({ school }) => school.phase === phase).length;
    return same === 0 ? [] : [`${count(same)} ${phase}`];
  });
  const stated = districts.filter(({ name }) => name !== districtNotStated).length;
  const spread = chosen.district === null && stated > 1 ? `, in ${plural(stated, 'district')}` : '';
  const on =
    placed === schools.length ? 'All are on the map.' : `${share(placed, schools.length)} are on the map.`;
  return schools.length === 0
    ? `No school of ${where} matches what was chosen.`
    : `${plural(schools.length, 'school')} of ${where} (${list(byPhase)})${spread}, as known on ${dateInWords(asAt)}. ${on}`;
}

/** Where the schools of most concern are, for those who may see it: the district with the largest share of its own. */
function concernOf({ groups, schools, districts }: MapOfSchools): string | null {
  const [worst] = groups?.kinds ?? [];
  // Of a reader’s own schools a share of all in a district would say something of the others.
  if (groups?.whole !== true || worst === undefined || districts.length < 2) return null;
  const concern = schools.filter(({ school }) => groups.of.get(school.urn) === worst.name);
  if (concern.length === 0) return `None of these schools is proposed among ${worst.many}.`;
  const [most] = districts
    .map(({ name, letter }) => ({
      name,
      here: concern.filter(({ district }) => district.letter === letter).length,
      of: schools.filter(({ district }) => district.letter === letter).length,
    }))
    .toSorted((a, b) => b.here - a.here || a.name.localeCompare(b.name, 'en-GB'));
  return most === undefined
    ? null
    : `Of ${plural(concern.length, 'school')} proposed among ${worst.many}, no district has more than ${most.name}: ${someOf(most.here, most.of, 'school')} there.`;
}
