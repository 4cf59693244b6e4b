import type { OnePlanRead, PlanRead } from '#/diagnose/actions/plans.ts';
import { ourViewAddress } from '#/platform/web/addresses.ts';
import { openPaperAddress, paperAddress, papersAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords, plural, sentence, someOf } from '#/platform/web/words.ts';
import { objectiveView, ratingTag } from './objective-view.ts';

/** The plan of a school as both sides read it: how it stands, its objectives against their milestones, its reviews. */
export function planView(read: OnePlanRead) {
  const { authority, school, plan, owed, rhythm, today } = read;
  const { slug } = authority;
  return {
    school: school.name,
    lead: leadOf(read),
    owed: owed === null ? null : owedWords(owed),
    late: owed?.sentOn === null && owed.daysLate > 0,
    links: linksOf(read),
    rhythm: `Every ${rhythm.words}, as for ${rhythm.because === 'any other school' ? rhythm.because : `a school ${rhythm.because}`}.`,
    rhythmSource: rhythm.source,
    next: plan === null ? null : nextWords(plan),
    meanings: read.meanings.map(({ rating, words }) => ({ tag: ratingTag(rating), words })),
    objectives: (plan?.stands.lines ?? []).map((line, index) => objectiveView(line, index + 1, today)),
    glance: plan === null ? null : glanceOf(plan),
    contradictions: (plan?.stands.lines ?? []).filter(({ ratings }) => isContradicted(ratings)).length,
    reviews: (plan?.stands.reviews ?? []).toReversed().map((one) => ({
      on: dateInWords(one.on),
      href: paperAddress(slug, school.urn, one.paper),
      rated: plural(one.given.length, 'objective'),
      steps: one.nextSteps,
      next: one.last
        ? 'No more reviews needed'
        : one.nextOn === null
          ? 'By the rhythm'
          : dateInWords(one.nextOn),
    })),
    rounds: (plan?.paper.steps ?? []).map((one) => ({
      words: `${sentence(plan?.paper.process.steps.find(({ step }) => step === one.step)?.done ?? one.step)} on ${dateInWords(one.on)} by ${one.name}`,
      why: one.words,
    })),
    evaluations: (plan?.evaluations ?? []).map((one) => ({
      words: `${sentence(one.process.name)}, ${one.standing.words}, opened ${dateInWords(one.opened.on)}`,
      href: paperAddress(slug, school.urn, one.id),
    })),
    before: read.before.map((one) => ({
      words: `Opened ${dateInWords(one.opened.on)}: ${one.standing.words}`,
      href: paperAddress(slug, school.urn, one.id),
    })),
    all: papersAddress(slug, school.urn),
    ourView: ourViewAddress(slug, school.urn),
  };
}

function leadOf({ plan, today }: OnePlanRead): string {
  if (plan === null) return 'No improvement plan has been sent in.';
  const { standing } = plan.paper;
  const { onTrack, reviews } = plan.stands;
  const last = reviews.at(-1);
  const how = `The plan is ${standing.words}${plan.stands.sent.length > 1 ? `, after ${plural(plan.stands.sent.length, 'round')}` : ''}.`;
  const track =
    last === undefined
      ? 'It has not been reviewed yet.'
      : `${someOf(onTrack.green, onTrack.rated, 'rated objective')} ${onTrack.green === 1 ? 'is' : 'are'} on track, last reviewed on ${dateInWords(last.on)}.`;
  return plan.stands.agreedOn === null ? how : `${how} ${track} As at ${dateInWords(today)}.`;
}

function owedWords(owed: NonNullable<OnePlanRead['owed']>): string {
  const why = `A plan is owed: ${owed.words}.`;
  if (owed.sentOn !== null) return `${why} It was sent in on ${dateInWords(owed.sentOn)}.`;
  if (owed.dueOn === null) return why;
  return owed.daysLate > 0
    ? `${why} It was due by ${dateInWords(owed.dueOn)}: ${plural(owed.daysLate, 'day')} late.`
    : `${why} Due by ${dateInWords(owed.dueOn)}.`;
}

function nextWords({ stands: { next } }: PlanRead): string | null {
  if (next === null) return null;
  if (next.on === null) return 'The last review said that no more are needed.';
  const late = next.daysLate > 0 ? `: ${plural(next.daysLate, 'day')} overdue` : '';
  const set = next.setBy === 'the rhythm' ? 'by the rhythm' : 'as the last review set it';
  const after =
    next.daysAfterRhythm > 0 ? ` That is ${plural(next.daysAfterRhythm, 'day')} after the rhythm.` : '';
  return `${dateInWords(next.on)}, ${set}${late}.${after}`;
}

const isContradicted = (ratings: readonly { readonly contradiction: string | null }[]): boolean =>
  (ratings.at(-1)?.contradiction ?? null) !== null;

/** What the reader can do now, the most pressing first. */
function linksOf({ authority, school, plan, may }: OnePlanRead) {
  const { slug } = authority;
  const { urn } = school;
  const state = plan?.paper.standing.state;
  const links: { readonly text: string; readonly href: string }[] = [];
  if (may.writePlan && (plan === null || plan.stands.closed)) {
    links.push({ text: 'Write an improvement plan', href: openPaperAddress(slug, urn, 'plan') });
  }
  if (plan === null) return links;
  const to = (paper: string): string => paperAddress(slug, urn, paper);
  links.push({ text: 'The plan as it was written, with its steps', href: to(plan.paper.id) });
  if (may.review && state === 'being-evaluated') {
    const begun = plan.evaluations.find(({ standing }) => !standing.over);
    links.push({
      text: begun === undefined ? 'Evaluate the plan' : 'Go on with the evaluation',
      href:
        begun === undefined ? openPaperAddress(slug, urn, 'plan-evaluation', plan.paper.id) : to(begun.id),
    });
  }
  if (may.review && plan.stands.agreedOn !== null && !plan.stands.closed) {
    const begun = plan.reviewsBegun[0];
    links.push({
      text: begun === undefined ? 'Write a review' : 'Go on with the review',
      href: begun === undefined ? openPaperAddress(slug, urn, 'review', plan.paper.id) : to(begun.id),
    });
  }
  return links;
}

/** Every objective beside every review: the trend in words. */
function glanceOf({ stands: { lines, reviews } }: PlanRead) {
  if (reviews.length === 0) return null;
  return {
    columns: reviews.map(({ on }) => dateInWords(on)),
    rows: lines.map(({ objective, ratings }, index) => ({
      name: `${String(index + 1)}. ${objective.objective}`,
      cells: reviews.map(({ paper }) => {
        const given = ratings.find(({ review }) => review === paper);
        return given === undefined ? null : ratingTag(given.rating);
      }),
    })),
  };
}
