import { dateInWords } from './words.ts';

/** How pages say who decided what, since when, and what was proposed where it differs. Pure. */

/** What must be known of a decision to speak of it. */
interface SpokenOf {
  readonly category: string;
  readonly proposed: string;
  readonly why: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly asAt: string;
  readonly told: { readonly on: string; readonly by: string; readonly way: 'here' | 'by post' } | null;
}

/** `Decided by A Reed on 9 September 2026`; `told on …`, or that it is not told yet. */
export function decidedInWords({ decidedBy, decidedOn, told }: SpokenOf): string {
  const decided = `Decided by ${decidedBy} on ${dateInWords(decidedOn)}`;
  if (told === null) return `${decided}; head and chair are not told yet.`;
  return `${decided}; told ${told.way === 'by post' ? 'by post ' : ''}on ${dateInWords(told.on)}.`;
}

/**
 * Whether the decision follows what the rules had proposed; where it does not, what that was and why it differs.
 *
 * @param inALine a category in a line, with its meaning
 */
export function besideProposalInWords(
  { category, proposed, why, asAt }: SpokenOf,
  inALine: (category: string) => string,
): string {
  return category === proposed
    ? `It is what the rules had proposed, as known on ${dateInWords(asAt)}.`
    : `The rules had proposed ${inALine(proposed)}, as known on ${dateInWords(asAt)}; the decision differs: ${why}`;
}

/** The day numbers on all schools are of: of the last letter; as long as no decision was told, of the analysis. */
export function onDay({
  state,
  run,
}: {
  readonly state: { readonly on: string } | null;
  readonly run: { readonly asAt: string };
}): string {
  return state === null ? `as known on ${dateInWords(run.asAt)}` : `as told on ${dateInWords(state.on)}`;
}
