import type { MapOfSchools } from '#/analyse/actions/map-of-schools.ts';
import { readResultsAndIntake } from '#/analyse/actions/read-results-and-intake.ts';
import { readResultsOfAuthority } from '#/analyse/actions/read-results-of-authority.ts';
import { readSchoolCompared } from '#/analyse/actions/read-school-compared.ts';
import { readSpreadOfSchools } from '#/analyse/actions/read-spread-of-schools.ts';
import { comparedView } from '#/analyse/pages/compared/compared-view.ts';
import { intakeView } from '#/analyse/pages/intake/intake-view.ts';
import {
  manyResults,
  partsWith,
  twoSchools,
  type InventedResult,
} from '#/analyse/pages/invented-results.fixture.ts';
import {
  inventedAuthority,
  inventedRun,
  inventedSchool,
  inventedSource,
} from '#/analyse/pages/invented.fixture.ts';
import { mapView } from '#/analyse/pages/map/map-view.ts';
import { resultsView } from '#/analyse/pages/results/results-view.ts';
import { spreadView } from '#/analyse/pages/spread/spread-view.ts';
import { letteredDistricts, placeOf, townsOf } from '#/schools/rules/places.ts';
import type { PageState } from './page-states.fixture.ts';

const { slug } = inventedAuthority;
const svg = '<svg></svg>';
const one: readonly InventedResult[] = [{ urn: '900100', year: 2018, number: 60 }];
const suppressed: readonly InventedResult[] = [{ urn: '900100', year: 2018, number: 'suppressed' }];
const few: readonly InventedResult[] = [{ urn: '900100', year: 2018, number: 60, cohort: 4 }];

async function results(told: readonly InventedResult[], asked = {}): Promise<PageState> {
  const { parts, reader } = partsWith(told);
  const view = resultsView(await readResultsOfAuthority(parts, reader, slug, asked));
  const drawn = { trend: svg, gap: svg, districts: svg };
  return { template: 'analyse/pages/results/results.njk', title: 'Results', view: { results: view, drawn } };
}

async function spread(told: readonly InventedResult[], asked = {}, ordered = false): Promise<PageState> {
  const { parts, reader } = partsWith(told);
  const view = spreadView(await readSpreadOfSchools(parts, reader, slug, asked), ordered);
  return {
    template: 'analyse/pages/spread/spread.njk',
    title: 'Spread',
    view: { spread: view, drawn: { strip: svg, funnel: svg } },
  };
}

async function intake(told: readonly InventedResult[]): Promise<PageState> {
  const { parts, reader } = partsWith(told);
  const view = intakeView(await readResultsAndIntake(parts, reader, slug, {}));
  return { template: 'analyse/pages/intake/intake.njk', title: 'Intake', view: { intake: view, drawn: svg } };
}

async function compared(typed: string, told: readonly InventedResult[] = manyResults): Promise<PageState> {
  const { parts, reader } = partsWith(told, twoSchools);
  const view = comparedView(await readSchoolCompared(parts, reader, slug, '900100', typed));
  return {
    template: 'analyse/pages/compared/compared.njk',
    title: 'Compared',
    view: { compared: view, drawn: view.charts.map(() => svg) },
  };
}

const placed = [
  inventedSchool({ urn: '900001', easting: 650_000, northing: 340_000, town: 'Fenwick' }),
  inventedSchool({
    urn: '900002',
    easting: 655_000,
    northing: 342_000,
    town: null,
    district: 'South Fen',
    phase: 'special',
  }),
  inventedSchool({ urn: '900003', easting: null, northing: null, district: null }),
];

function map(schools: typeof placed, shown: 'phase' | 'group', withGroups = true): PageState {
  const districts = letteredDistricts(schools);
  const [first] = districts;
  const read: MapOfSchools = {
    authority: inventedAuthority,
    asAt: inventedAuthority.newestKnownOn,
    districts,
    phases: ['primary', 'special'],
    chosen: { district: null, phase: null },
    schools: schools.flatMap((school) =>
      first === undefined
        ? []
        : [
            {
              school,
              place: placeOf(school),
              district: districts.find(({ name }) => name === school.district) ?? first,
            },
          ],
    ),
    towns: townsOf(schools),
    groups: withGroups
      ? {
          run: inventedRun,
          whole: true,
          kinds: [{ name: 'causing concern', many: 'schools causing concern', tone: 'high' }],
          of: new Map([
            ['900001', 'causing concern'],
            ['900002', null],
          ]),
        }
      : null,
    sources: [inventedSource],
  };
  const view = mapView(read, shown);
  return { template: 'analyse/pages/map/map.njk', title: 'Map', view: { map: view, drawn: svg } };
}

/** The pages of results, the map and the comparison in every state that they show differently. */
export const resultsStates: Readonly<Record<string, PageState>> = {
  'results over the years': await results(manyResults),
  'results of one group and district': await results(manyResults, {
    group: 'disadvantaged',
    district: 'South Fen',
    phase: 'primary',
  }),
  'results before any import': await results([]),
  'results of one school': await results(one),
  'results that are all suppressed': await results(suppressed),
  'results of too few pupils': await results(few),
  'the spread of schools': await spread(manyResults),
  'the spread of schools, in order': await spread(
    [20, 40, 60, 80].map((number, index) => ({
      urn: String(900_100 + index),
      year: 2018,
      number,
      cohort: 200,
    })),
    {},
    true,
  ),
  'the spread before any import': await spread([]),
  'the spread of one school': await spread(one),
  'the spread where all is suppressed': await spread(suppressed),
  'results and intake': await intake(manyResults),
  'results where no file says who the pupils are': await intake(one),
  'results and intake before any import': await intake([]),
  'the map': map(placed, 'phase'),
  'the map by group': map(placed, 'group'),
  'the map for a reader who may not see categories': map(placed, 'group', false),
  'the map without a place': map(placed.slice(2), 'phase'),
  'a school compared': await compared(''),
  'a school compared with one without results': await compared('900999'),
  'a school compared with one that could be several': await compared('Primary'),
  'a school compared with one that is not there': await compared('<b>Nobody'),
  'a school without results compared': await compared('', []),
};
