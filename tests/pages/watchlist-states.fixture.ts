import type { Watchlist } from '#/analyse/actions/read-watchlist.ts';
import type { SchoolOnAPage } from '#/analyse/actions/read-school-on-a-page.ts';
import {
  inventedAuthority,
  inventedInspection,
  inventedRegister,
  inventedRows,
  inventedRun,
  inventedScheme,
  inventedSchool,
  inventedSource,
} from '#/analyse/pages/invented.fixture.ts';
import { watchlistOf } from '#/analyse/pages/risk-register/watchlist.fixture.ts';
import { readWatchlistRequest } from '#/analyse/pages/risk-register/watchlist-request.ts';
import { watchlistView } from '#/analyse/pages/risk-register/watchlist-view.ts';
import { onAPageView } from '#/analyse/pages/school-profile/on-a-page-view.ts';
import { loadReference } from '#/law/reference.ts';
import { result } from '#/analyse/rules/evidence.fixture.ts';
import { resultsByYear } from '#/schools/rules/results-by-year.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { PageState } from './page-states.fixture.ts';

const hostile = '<script>alert("x")</script> & ‘O’Fen’';

function watchlist(query: Record<string, readonly string[]>, changes: Partial<Watchlist> = {}): PageState {
  return {
    template: 'analyse/pages/risk-register/watchlist.njk',
    title: 'Watchlist',
    view: { watchlist: watchlistView({ ...watchlistOf(), ...changes }, readWatchlistRequest(query)) },
  };
}

const { measures } = loadReference();
const bare: Evidence = {
  asAt: '2019-04-30',
  school: inventedSchool(),
  lineage: [],
  inspections: [],
  inspectionsKnownFrom: 'nothing',
  values: [],
  heads: [],
  supplied: [],
  similar: null,
};
const evidence: Evidence = {
  ...bare,
  inspections: [5, 4, 3, 2, 1].map((number) =>
    inventedInspection({
      number: String(number),
      startedOn: `201${String(number)}-03-01`,
      category: 'SM',
      ofThisSchool: number > 2,
    }),
  ),
  heads: [{ name: hostile, firstKnownOn: '2018-09-01', source: { source: inventedSource.id, row: 4 } }],
  values: [
    result('ks2-rwm-expected', 2018, 58, 30),
    result('ks2-rwm-expected', 2018, 40, 12, { group: 'disadvantaged' }),
    result('ks2-rwm-expected', 2018, 0, 18, {
      group: 'not disadvantaged',
      value: { missing: 'suppressed', code: 'SUPP' },
    }),
    result('ks2-reading-progress', 2018, -1.2, 30, { interval: [-3, 0.6] }),
    result('ks2-maths-progress', 2018, 0, 3, { value: { missing: 'suppressed', code: 'SUPP' } }),
    result('absence-overall', 2018, 4.2, 0, { cohort: null }),
    result('pupils-on-roll', 2017, 212, 212),
    result('pupils-on-roll', 2018, 208, 208),
    result('pupils-eal', 2018, 21, 208),
    result('pupils-sen-plan', 2018, 4, 208),
  ],
  similar: {
    schools: [{ urn: '900002', distance: 0.2 }],
    means: [{ measure: 'ks2-rwm-expected', group: 'all', year: 2018, number: 61.2, schools: 1, pupils: 30 }],
    among: 20,
    sources: [],
  },
};

/** One school on a page, invented. */
export function sheetOf(changes: Partial<SchoolOnAPage> = {}): SchoolOnAPage {
  const known = changes.evidence ?? evidence;
  const measure = measures.find(({ id }) => id === 'ks2-rwm-expected');
  if (measure === undefined) throw new RangeError('There is the expected standard');
  const side = (group: 'disadvantaged' | 'not disadvantaged') => ({
    group,
    value: known.values.find((value) => value.group === group) ?? null,
    england: null,
  });
  return {
    authority: inventedAuthority,
    run: inventedRun,
    scheme: inventedScheme,
    row: inventedRows[0] ?? null,
    category: 'shown',
    notCounted: [],
    earlier: [],
    evidence: known,
    sources: [inventedSource, { ...inventedSource, id: 'fedcba543210', asAt: '2024-08-31' }],
    invented: true,
    england: [],
    results: resultsByYear(known, measures, []),
    gap: { measure, year: 2018, sides: [side('disadvantaged'), side('not disadvantaged')] },
    ...changes,
  };
}

function onAPage(changes: Partial<SchoolOnAPage> = {}): PageState {
  return {
    template: 'analyse/pages/school-profile/on-a-page.njk',
    title: 'On a page',
    view: { sheet: onAPageView(sheetOf(changes)) },
  };
}

/** The watchlist and the sheet in every state that they show differently. */
export const watchlistStates: Readonly<Record<string, PageState>> = {
  'the watchlist': watchlist({}),
  'the watchlist, filtered': watchlist({
    reason: ['stuck', 'nonsense'],
    phase: ['primary'],
    search: [hostile],
  }),
  'the watchlist, empty': watchlist({}, { watched: [] }),
  'the watchlist before a run': watchlist(
    {},
    { run: null, scheme: null, previous: null, watched: [], rules: [], schools: 0 },
  ),
  'the watchlist of the first run': watchlist({}, { previous: null }),
  'the watchlist with schools that no file tells of': watchlist(
    {},
    { notAsked: inventedRegister.rows.slice(2) },
  ),
  'the watchlist, its second page': watchlist(
    { page: ['2'] },
    { watched: Array.from({ length: 150 }, () => watchlistOf().watched).flat() },
  ),
  'a school on a page': onAPage(),
  'a school on a page whose category is in confidence': onAPage({ row: null, category: 'in confidence' }),
  'a school on a page of which nothing is known': onAPage({
    evidence: bare,
    row: null,
    category: 'not analysed',
    gap: null,
    sources: [],
  }),
  'a school on a page with a name that would be markup': onAPage({
    evidence: { ...evidence, school: inventedSchool({ name: hostile, trust: hostile }) },
  }),
};
