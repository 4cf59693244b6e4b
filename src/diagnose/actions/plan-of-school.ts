import { toldSince } from '#/diagnose/rules/diagnoses/time-to-diagnosis.ts';
import { planStands } from '#/diagnose/rules/plans/plan-stands.ts';
import { needsPlan, planOwed, type PlanOwed } from '#/diagnose/rules/plans/plans-owed.ts';
import { rhythmOn } from '#/law/templates.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import { settingAside, type Side } from '#/papers/rules/process.ts';
import { dayDue } from '#/papers/rules/standing.ts';
import type { Parts } from '#/parts.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { fullInspectionsKnown } from '#/schools/rules/inspection-words.ts';
import type { PlanOfSchool, PlanRead, RhythmOfReviews } from './plans.ts';
import type { ToldDecision } from './told-by-school.ts';

type Needed = Pick<Parts, 'reference' | 'today'>;

/** What a plan consists of. */
export const kindsOfPlans = ['plan', 'plan-evaluation', 'review'] as const;

const rhythms = {
  'of concern': 'review-of-concern',
  'requiring improvement': 'review-requiring-improvement',
  'any other school': 'review-of-others',
} as const;

/**
 * What a school owes of a plan and how its newest plan stands, from what is published of it, what it was told and its papers.
 *
 * @param told what the school was told, in the order of the letters
 * @param written its plans with what is part of them, in the order in which they were opened
 */
export function planOfSchool(
  parts: Needed,
  {
    evidence,
    told,
    written,
  }: {
    readonly evidence: Evidence;
    readonly told: readonly ToldDecision[];
    readonly written: readonly PaperRead[];
  },
): PlanOfSchool {
  const today = parts.today();
  const ofConcern = told.at(-1)?.ofConcern ?? false;
  const judgement = fullInspectionsKnown(evidence, today).find(({ ofThisSchool }) => ofThisSchool);
  const weak = judgement === undefined ? null : needsPlan(judgement);
  const because = ofConcern ? 'of concern' : weak === null ? 'any other school' : 'requiring improvement';
  const plans = plansIn(written);
  const newest = plans.at(-1);
  const plan = newest === undefined ? null : planRead(parts, newest, written, rhythms[because]);
  const sent = plans.flatMap(({ steps }) => steps.filter(({ step }) => step === 'send').map(({ on }) => on));
  const firstTold = told[0]?.told.on ?? null;
  const due = (rhythm: string) => (from: IsoDate) => dayDueOf(parts, rhythm, 'school', from);
  const byJudgement: PlanOwed | null =
    judgement === undefined || weak === null
      ? null
      : planOwed(
          {
            because: 'a judgement',
            words: `${weak}, inspected ${dateInWords(judgement.startedOn)}, known ${dateInWords(judgement.knownOn)}`,
            since: judgement.knownOn,
            due: due('plan-after-judgement'),
          },
          sent,
          firstTold,
          today,
        );
  return {
    school: evidence.school,
    ofConcern,
    owed: byJudgement ?? byCategory(told, plan, sent, due('plan-after-concern'), today),
    plan,
    rhythm: rhythmWords(parts, because),
  };
}

/** The plans among papers, those that were set aside left out. */
export function plansIn(written: readonly PaperRead[]): readonly PaperRead[] {
  return written.filter(({ kind, standing }) => kind === 'plan' && standing.state !== settingAside.words);
}

/** A school that was told it is of concern owes a plan, unless it has one that is not closed. */
function byCategory(
  told: readonly ToldDecision[],
  plan: PlanRead | null,
  sent: readonly IsoDate[],
  due: (from: IsoDate) => IsoDate | null,
  today: IsoDate,
): PlanOwed | null {
  const since = toldSince(
    told.map(({ ofConcern, told: letter }) => ({ what: String(ofConcern), toldOn: letter.on })),
  );
  if (since === null || told.at(-1)?.ofConcern !== true) return null;
  const goesOn = plan !== null && !plan.stands.closed && plan.stands.sent.length > 0;
  const words = `told that it is of concern on ${dateInWords(since)}`;
  const owed = planOwed({ because: 'a category', words, since, due }, sent, since, today);
  return goesOn && owed.sentOn === null ? null : owed;
}

function planRead(parts: Needed, paper: PaperRead, written: readonly PaperRead[], rhythm: string): PlanRead {
  const within = written.filter(({ partOf }) => partOf === paper.id);
  const reviews = within.filter(
    ({ kind, standing }) => kind === 'review' && standing.state !== settingAside.words,
  );
  const begun = reviews.filter(({ standing }) => !standing.isOpened);
  return {
    paper,
    stands: planStands(
      asTaken(paper),
      within.map(asTaken),
      (from) => dayDueOf(parts, rhythm, 'authority', from) ?? from,
      parts.today(),
    ),
    reviewsBegun: begun,
    reviews: reviews
      .filter((one) => !begun.includes(one))
      .toSorted((a, b) => (a.newest?.aboutOn ?? '').localeCompare(b.newest?.aboutOn ?? '')),
    evaluations: within.filter(
      ({ kind, standing }) => kind === 'plan-evaluation' && standing.state !== settingAside.words,
    ),
  };
}

function asTaken({ id, kind, steps, newest }: PaperRead) {
  return { id, kind, newest, steps: steps.map(({ step, person: by, on }) => ({ step, by, on })) };
}

function dayDueOf({ reference }: Needed, rhythm: string, owedBy: Side, from: IsoDate): IsoDate | null {
  return dayDue({ rhythm, owedBy }, from, reference());
}

function rhythmWords({ reference, today }: Needed, because: RhythmOfReviews['because']): RhythmOfReviews {
  const known = rhythmOn(reference().rhythms, rhythms[because], today());
  return {
    because,
    words:
      known === undefined ? 'not known' : plural(known.amount, known.unit.replace(/s$/u, ''), known.unit),
    source: known?.source ?? '',
  };
}
