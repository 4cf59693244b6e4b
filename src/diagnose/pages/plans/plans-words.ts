import type { PlanOfSchool } from '#/diagnose/actions/plans.ts';
import { dateInWords, plural, sentence, share } from '#/platform/web/words.ts';

/** What a school owes of a plan, in one line; empty where it owes none. */
export function owedWords({ owed }: PlanOfSchool): string {
  if (owed === null) return '';
  const why = sentence(owed.words);
  if (owed.sentOn !== null) {
    const late = owed.daysLate > 0 ? `, ${plural(owed.daysLate, 'day')} late` : '';
    return `${why}. Sent in on ${dateInWords(owed.sentOn)}${late}.`;
  }
  if (owed.dueOn === null) return `${why}. No day runs: the school has had no letter of the authority yet.`;
  return owed.daysLate > 0
    ? `${why}. It was due by ${dateInWords(owed.dueOn)}: ${plural(owed.daysLate, 'day')} late.`
    : `${why}. Due by ${dateInWords(owed.dueOn)}.`;
}

/** How the newest plan stands, in one line. */
export function standsWords({ plan }: PlanOfSchool): string {
  if (plan === null) return 'No plan sent in';
  const { standing } = plan.paper;
  const rounds = plan.stands.sent.length;
  const since = plan.paper.steps.at(-1);
  const when = since === undefined ? '' : ` since ${dateInWords(since.on)}`;
  return `${sentence(standing.words)}${when}${rounds > 1 ? `, sent in ${String(rounds)} times` : ''}`;
}

/** Objectives on track at the last review, with what they are of. */
export function trackWords({ plan }: PlanOfSchool): string {
  if ((plan?.stands.agreedOn ?? null) === null || plan === null) return '';
  const { green, rated } = plan.stands.onTrack;
  return rated === 0 ? 'Not reviewed yet' : share(green, rated);
}

/** When the plan is reviewed next. */
export function nextReviewWords({ plan }: PlanOfSchool): string {
  const next = plan?.stands.next ?? null;
  if (next === null) return '';
  if (next.on === null) return 'No more reviews needed';
  return next.daysLate > 0
    ? `${dateInWords(next.on)}: ${plural(next.daysLate, 'day')} overdue`
    : dateInWords(next.on);
}
