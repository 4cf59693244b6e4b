import type { DiagnosesRead, DiagnosisOfSchool } from '#/diagnose/actions/diagnoses.ts';
import type { OnePlanRead, PlanOfSchool, PlansRead } from '#/diagnose/actions/plans.ts';
import { beginView } from '#/diagnose/pages/begin-diagnosis/begin-view.ts';
import { diagnosesView } from '#/diagnose/pages/diagnoses/diagnoses-view.ts';
import { planView } from '#/diagnose/pages/plan-of-school/plan-view.ts';
import { plansView } from '#/diagnose/pages/plans/plans-view.ts';
import { daysToDiagnosis } from '#/diagnose/rules/diagnoses/time-to-diagnosis.ts';
import { planStands } from '#/diagnose/rules/plans/plan-stands.ts';
import { meaningsOfRatings } from '#/diagnose/rules/plans/ratings.ts';
import { inventedAuthority, inventedSchool } from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { templateInForce } from '#/law/templates.ts';
import { asRead } from '#/papers/actions/papers-known.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import type { PaperKept } from '#/papers/records/papers.ts';
import type { Content } from '#/papers/rules/template.ts';
import { addDays } from '#/schools/rules/dates.ts';
import type { PageState } from './page-states.fixture.ts';

const today = '2026-05-11';
const school = inventedSchool();
const parts = { reference: loadReference, today: () => today };
const by = { person: 'p', name: 'A Reed', keptAt: `${today}T09:00:00.000Z` };

function paper(
  kind: string,
  id: string,
  steps: readonly (readonly [step: string, on: string, words?: string])[],
  content: Content,
  more: Partial<PaperKept> = {},
): PaperRead {
  if (templateInForce(loadReference().templates, kind, kind, '2026-01-12') === undefined)
    throw new Error(kind);
  return asRead(
    parts,
    {
      ...{ id, urn: school.urn, kind, side: 'authority', template: kind, partOf: null },
      opened: { ...by, on: '2026-01-12' },
      steps: steps.map(([step, on, words = '']) => ({
        ...{ ...by, step, on, words, for: 'authority', opened: true, version: 1 },
      })),
      newest: { number: 1, aboutOn: null, content, person: 'p', name: 'A Reed', savedAt: by.keptAt },
      ...more,
    },
    school.name,
  );
}

const objective = {
  ...{ key: 'o1', area: 'Achievement', objective: 'More pupils read <b>well</b>', measure: '% at expected' },
  ...{ baseline: '55', target: '75', 'target-by': '2026-07-17', 'milestone-1-by': '2026-02-13' },
  ...{ 'milestone-1': '60', lead: 'The deputy head' },
};
const plan = paper(
  'plan',
  'plan',
  [
    ['send', '2026-01-14'],
    ['return', '2026-01-16', 'Say what it costs'],
    ['send', '2026-01-19'],
    ['agree', '2026-01-20', 'It will do'],
  ],
  { objectives: [objective] },
);
const review = (id: string, aboutOn: string, rating: string, measured: string): PaperRead => {
  const content = { ratings: [{ key: 'o1', rating, reason: 'So it is', measured }], 'next-steps': 'Go on' };
  const newest = { number: 1, aboutOn, content, person: 'p', name: 'A Reed', savedAt: by.keptAt };
  return paper('review', id, [['share', aboutOn]], content, { partOf: 'plan', newest });
};
const reviews = [review('r1', '2026-02-20', 'Green', '58'), review('r2', '2026-03-27', 'Amber', '')];
const evaluation = paper('plan-evaluation', 'e1', [], {}, { partOf: 'plan' });
const taken = (one: PaperRead) => ({
  ...one,
  steps: one.steps.map(({ step, person, on }) => ({ step, by: person, on })),
});
const stands = planStands(taken(plan), reviews.map(taken), (from) => addDays(from, 42), today);

const withPlan: PlanOfSchool = {
  ...{ school, ofConcern: true },
  owed: {
    ...{
      because: 'a judgement',
      words: 'requires improvement, inspected 3 December 2025',
      since: '2026-01-05',
    },
    ...{ dueOn: '2026-01-19', sentOn: '2026-01-14', daysLate: 0 },
  },
  plan: { paper: plan, stands, reviewsBegun: [], reviews, evaluations: [evaluation] },
  rhythm: { words: '6 weeks', because: 'of concern', source: 'A paper' },
};
const late: PlanOfSchool = {
  ...withPlan,
  plan: null,
  owed: withPlan.owed === null ? null : { ...withPlan.owed, sentOn: null, daysLate: 112 },
};
const noDay: PlanOfSchool = {
  ...late,
  ofConcern: false,
  owed: late.owed === null ? null : { ...late.owed, dueOn: null, daysLate: 0 },
};
const one: OnePlanRead = {
  ...{ ...withPlan, authority: inventedAuthority, today, meanings: meaningsOfRatings, before: [plan] },
  may: { writePlan: true, review: true },
};
const plans: PlansRead = { authority: inventedAuthority, today, schools: [withPlan, late, noDay] };

const diagnosis = paper(
  'diagnosis',
  'd1',
  [
    ['share', '2026-02-02'],
    ['agree', '2026-02-09'],
  ],
  {},
);
const waits: DiagnosisOfSchool = {
  ...{ school, told: 'B3, requiring improvement', dueOn: '2026-03-20', daysLate: 52, diagnosis: null },
  ...{ differs: '', way: { urn: school.urn, toldOn: '2026-01-19', settled: null, days: 112 } },
};
const settled: DiagnosisOfSchool = {
  ...{ ...waits, daysLate: 0, diagnosis, differs: 'It differs in part' },
  way: { ...waits.way, days: 21, settled: { paper: 'd1', on: '2026-02-09', answer: 'agreed' } },
};
const diagnoses: DiagnosesRead = {
  ...{ authority: inventedAuthority, today, schools: [waits, settled], notTold: 3 },
  days: daysToDiagnosis([waits.way, settled.way]),
  rhythm: { words: '60 days', source: 'A convention' },
};

const all = { show: null, phase: null, concern: false };
const page = (template: string, title: string, view: object): PageState => ({
  template: `diagnose/pages/${template}.njk`,
  title,
  view: { page: view },
});
const toBegin = {
  authority: inventedAuthority,
  school,
  hypothesis: 'B3, requiring improvement',
  begun: null,
};

/** Diagnoses, plans and reviews: of many schools and of one, with and without any. */
export const planStates: Readonly<Record<string, PageState>> = {
  'improvement plans': page('plans/plans', 'Improvement plans', plansView(plans, all)),
  'improvement plans, none owed': page(
    'plans/plans',
    'Improvement plans',
    plansView({ ...plans, schools: [] }, { ...all, show: 'late' }),
  ),
  'the plan of a school': page('plan-of-school/plan-of-school', 'Improvement plan', planView(one)),
  'the plan of a school, none sent in': page(
    'plan-of-school/plan-of-school',
    'Improvement plan',
    planView({ ...one, ...late, before: [] }),
  ),
  diagnoses: page('diagnoses/diagnoses', 'Diagnoses', diagnosesView(diagnoses, null, true)),
  'diagnoses, none told': page(
    'diagnoses/diagnoses',
    'Diagnoses',
    diagnosesView({ ...diagnoses, schools: [], days: daysToDiagnosis([]), rhythm: null }, 'late', false),
  ),
  'a diagnosis to begin': page('begin-diagnosis/begin-diagnosis', 'Begin a diagnosis', beginView(toBegin)),
  'a diagnosis begun already': page(
    'begin-diagnosis/begin-diagnosis',
    'Begin a diagnosis',
    beginView({ ...toBegin, hypothesis: '', begun: diagnosis }),
  ),
};
