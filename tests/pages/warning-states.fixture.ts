import type { EarlyWarningRead } from '#/analyse/actions/early-warning-read.ts';
import type { SchoolOutlook } from '#/analyse/actions/school-outlook.ts';
import { earlyWarningRead } from '#/analyse/pages/early-warning/early-warning.fixture.ts';
import { inventedForecastRun, inventedWarning } from '#/analyse/pages/invented-forecast.fixture.ts';
import { readWarningRequest } from '#/analyse/pages/early-warning/warning-request.ts';
import { warningView } from '#/analyse/pages/early-warning/warning-view.ts';
import { nothingTyped, type Typed } from '#/analyse/pages/school-forecast/expected-view.ts';
import {
  expectations,
  forecastThen,
  schoolOutlook,
} from '#/analyse/pages/school-forecast/school-forecast.fixture.ts';
import { schoolForecastView } from '#/analyse/pages/school-forecast/school-forecast-view.ts';
import type { PageState } from './page-states.fixture.ts';

function warnings(changes: Partial<EarlyWarningRead> = {}, query: Record<string, string[]> = {}): PageState {
  const page = warningView(earlyWarningRead(changes), readWarningRequest(query));
  return { template: 'analyse/pages/early-warning/early-warning.njk', title: page.heading, view: { page } };
}

function ofSchool(changes: Partial<SchoolOutlook> = {}, typed: Typed = nothingTyped): PageState {
  const page = schoolForecastView(schoolOutlook(changes), typed);
  const title = page.reasons?.chart?.title;
  return {
    template: 'analyse/pages/school-forecast/school-forecast.njk',
    title: page.heading,
    view: { page, mayReadLists: true, drawn: title === undefined ? null : { title, svg: '<svg></svg>' } },
  };
}

const target = 'any area below expected';
const problem = (field: string) => ({ field, text: `Say ${field}.` });
const nothing = {
  ...{ run: null, previous: null, targets: [], schools: [], without: [], scheme: null, analysed: null },
};

/** Early warnings and the forecast of one school, in every state that the pages show differently. */
export const warningStates: Readonly<Record<string, PageState>> = {
  'early warnings': warnings(),
  'early warnings where no forecast was kept': warnings(nothing),
  'early warnings under report cards, without an earlier forecast': warnings({
    ...{ run: inventedForecastRun({ target }), targets: [target, 'below good'], previous: null },
  }),
  'early warnings, filtered to none': warnings(
    {},
    { search: ['nothing'], least: ['30'], phase: ['primary'] },
  ),
  'early warnings of some schools, by a model that is gone': warnings({
    ...{ whole: false, analysed: null },
    falls: () => ({ schools: 3, expected: 0.4, range: null, by: '2020-06-30' }),
  }),
  'early warnings of no school': warnings({
    ...{ whole: false, schools: [], without: [], previous: null },
    falls: () => ({ schools: 0, expected: 0, range: { low: 0, high: 0 }, by: '2020-06-30' }),
  }),
  'one school’s forecast for its officer': ofSchool(),
  'one school’s forecast for its head': ofSchool({ expected: null }),
  'one school’s forecast for the first time': ofSchool({
    earlier: [],
    expected: expectations({ expectations: [] }),
  }),
  'one school in no forecast': ofSchool({ newest: null, earlier: [], expected: null }),
  'one school below good': ofSchool({
    newest: forecastThen(
      { urn: '900001', why: 'Below good at the last inspection.' },
      { path: { urn: '900001', name: 'A school', chances: [0.1, 0.3], now: 'not good' } },
    ),
  }),
  'one school like the average, of which deprivation is not known': ofSchool({
    newest: forecastThen(
      inventedWarning('900001', 0.1, {
        ...{ unusual: [], lessSure: [], withDeprivation: null },
      }),
    ),
    reasons: [],
  }),
  'an expectation with everything wrong': ofSchool(
    {},
    { ...nothingTyped, form: 'expect', problems: ['standing', 'by', 'sure', 'why'].map(problem) },
  ),
  'a withdrawal without a reason': ofSchool(
    {},
    { ...nothingTyped, form: 'withdraw', problems: [problem('why')] },
  ),
};
