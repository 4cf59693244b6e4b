import type { JudgedStanding } from '#/analyse/rules/expected/judged-standing.ts';
import type { Chance } from '#/analyse/rules/forecast/forecast.ts';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import { insufficientEvidence, type Scheme } from '#/analyse/rules/scheme.ts';
import { dateInWords, list, plural } from '#/analyse/rules/words.ts';
import type { Tone } from '#/law/scheme-schema.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { CategoryDecision } from './decision.ts';

/** What a school says of itself, as the authority may hold it against its own view. */
export interface OwnView {
  /** In the school’s own words: `good`. */
  readonly words: string;
  /** Whether it takes itself for good or better; `null` where that cannot be told. */
  readonly good: boolean | null;
  readonly on: IsoDate;
}

/** Where a school places itself (`reference/templates/self-assessment.json`): strong and good schools are those that schools are told do well. */
export function ownViewOf(placed: string, on: IsoDate): OwnView {
  const [words = placed] = placed.split(':');
  const good = /^(?:strong|good)/i.test(words) ? true : /^(?:requires|causes)/i.test(words) ? false : null;
  return { words: words.toLowerCase(), good, on };
}

/** What came to services’ ears of a school and still counts. */
export interface HeardOf {
  /** In force, of those the reader may know of. */
  readonly entries: number;
  /** What the register suggests where there are many of them; `null` where there are not. */
  readonly suggests: string | null;
}

/** What a moderation meeting holds against what the rules propose for a school. */
export interface ModerationEvidence {
  readonly proposal: Proposal;
  /** Proposed by the analysis before, where it differed. */
  readonly was: string | null;
  /** The decision in force before this round. */
  readonly lastDecision: CategoryDecision | null;
  readonly ownView: OwnView | null;
  /** That the next inspection disappoints; `null`: none was told. */
  readonly chance: Chance | null;
  readonly expectations: readonly { readonly name: string; readonly standing: JudgedStanding }[];
  readonly heard: HeardOf;
}

export const reasonsToModerate = ['mover', 'disagreement', 'thin evidence', 'intelligence'] as const;

/** Why a meeting looks at a school before it looks at others. */
export interface ModerationReason {
  readonly kind: (typeof reasonsToModerate)[number];
  readonly words: string;
}

/** Between which chances a school of the authority is neither among the surest nor among the most at risk. */
export interface ChanceLimits {
  readonly low: number;
  readonly high: number;
}

/** A tenth and a quarter of how many chances there must be for a limit to mean anything. */
const fewest = 20;

/** The highest tenth and the lowest quarter of the authority’s own schools; `null` where too few chances are told. */
export function chanceLimits(chances: readonly Chance[]): ChanceLimits | null {
  if (chances.length < fewest) return null;
  const sorted = chances.map(({ chance }) => chance).toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.25), high: at(0.9) };
}

/**
 * Why a moderation meeting looks at a school, in the order of weight: the rules now say something else than was decided or
 * proposed last; somebody who knows the school, or a forecast, sees it otherwise; the evidence is thin; something was heard.
 * None: it can be decided as proposed together with others.
 */
export function whyModerated(
  evidence: ModerationEvidence,
  scheme: Scheme,
  limits: ChanceLimits | null,
): readonly ModerationReason[] {
  const { proposal, heard } = evidence;
  const tone = scheme.groups.find(({ name }) => name === proposal.group)?.tone ?? null;
  const thin =
    proposal.category === insufficientEvidence || proposal.sureness.level === 'uncertain'
      ? [proposal.sureness.words]
      : [];
  const said =
    heard.entries === 0
      ? []
      : [
          `Services told ${plural(heard.entries, 'thing')} that still ${heard.entries === 1 ? 'counts' : 'count'}${heard.suggests === null ? '' : `; the register suggests: ${heard.suggests}`}.`,
        ];
  const of = (kind: ModerationReason['kind'], words: readonly string[]): readonly ModerationReason[] =>
    words.map((one) => ({ kind, words: one }));
  return [
    ...of('mover', moved(evidence, scheme)),
    ...of('disagreement', [
      ...overruledBefore(evidence, scheme),
      ...ownViewDiffers(evidence, tone, scheme),
      ...chanceDiffers(evidence, tone, limits),
      ...expectedOtherwise(evidence, tone),
    ]),
    ...of('thin evidence', thin),
    ...of('intelligence', said),
  ];
}

/** Whether a person must look at this school alone: it is not decided in one go with others. */
export function mustBeDecidedAlone(reasons: readonly ModerationReason[]): boolean {
  return reasons.some(({ kind }) => kind === 'mover' || kind === 'disagreement');
}

/** Where a school stands in the order of the meeting: the weight of its first reason; those without one come last. */
export function placeInMeeting(reasons: readonly ModerationReason[]): number {
  const [first] = reasons;
  return first === undefined ? reasonsToModerate.length : reasonsToModerate.indexOf(first.kind);
}

/** Against the last decision, where there is one; else against the analysis before. */
function moved({ proposal, was, lastDecision }: ModerationEvidence, scheme: Scheme): readonly string[] {
  const now = inWords(proposal.category, scheme);
  if (lastDecision === null)
    return was === null
      ? []
      : [`The rules now propose ${now}; the analysis before proposed ${inWords(was, scheme)}.`];
  if (isSame(lastDecision, proposal) || repeats(lastDecision, proposal)) return [];
  return [
    `The rules now propose ${now}; ${inWords(lastDecision.category, scheme)} was decided on ${dateInWords(lastDecision.decided.on)}.`,
  ];
}

function overruledBefore({ proposal, lastDecision }: ModerationEvidence, scheme: Scheme): readonly string[] {
  if (lastDecision === null || isSame(lastDecision, proposal) || !repeats(lastDecision, proposal)) return [];
  const { category, decided } = lastDecision;
  return [
    `The rules propose ${inWords(proposal.category, scheme)} as they did before, when ${decided.name} decided ${inWords(category, scheme)} (${dateInWords(decided.on)}).`,
  ];
}

function ownViewDiffers(
  { proposal, ownView }: ModerationEvidence,
  tone: Tone | null,
  scheme: Scheme,
): readonly string[] {
  const good = ownView?.good ?? null;
  if (ownView === null || good === null || tone === null || good === isWell(tone)) return [];
  return [
    `The school places itself at “${ownView.words}” (${dateInWords(ownView.on)}); the rules propose ${inWords(proposal.category, scheme)}.`,
  ];
}

function chanceDiffers(
  { chance }: ModerationEvidence,
  tone: Tone | null,
  limits: ChanceLimits | null,
): readonly string[] {
  if (chance === null || tone === null || limits === null) return [];
  const percent = `${String(Math.round(100 * chance.chance))}%`;
  if (isWell(tone) && chance.chance >= limits.high)
    return [
      `The forecast tells a chance of ${percent} that an inspection disappoints within 18 months, among the highest tenth of the authority’s schools.`,
    ];
  if (tone === 'high' && chance.chance <= limits.low)
    return [
      `The forecast tells a chance of only ${percent} that an inspection disappoints within 18 months, among the lowest quarter of the authority’s schools.`,
    ];
  return [];
}

function expectedOtherwise({ expectations }: ModerationEvidence, tone: Tone | null): readonly string[] {
  if (tone === null) return [];
  const others = expectations.filter(({ standing }) =>
    isWell(tone) ? isBelow(standing) : tone === 'high' && !isBelow(standing),
  );
  const standings = [...new Set(others.map(({ standing }) => standing))];
  return standings.map((standing) => {
    const names = others.filter((one) => one.standing === standing).map(({ name }) => name);
    return `${list(names)} ${names.length === 1 ? 'expects' : 'expect'} it to be judged ${standing}.`;
  });
}

/** What schools are told is good or better. */
function isWell(tone: Tone): boolean {
  return tone === 'low' || tone === 'none';
}

function isBelow(standing: JudgedStanding): boolean {
  return standing === 'below good' || standing === 'an area below expected';
}

/** By another scheme a category is the same where schools are told the same. */
function isSame({ scheme, category, group }: CategoryDecision, proposal: Proposal): boolean {
  return scheme === proposal.scheme ? category === proposal.category : group === proposal.group;
}

/** The rules say what they said when a person last decided, and decided otherwise. */
function repeats({ scheme, proposed }: CategoryDecision, proposal: Proposal): boolean {
  return scheme === proposal.scheme && proposed === proposal.category;
}

/** `B3 Requires improvement`: a code never stands without its meaning. */
function inWords(code: string, scheme: Scheme): string {
  const meaning = scheme.categories.find((one) => one.code === code)?.meaning;
  if (meaning === undefined) return code;
  const brief = meaning.replaceAll(/ \([^)]*\)/g, '');
  return brief.toLowerCase().startsWith(code.toLowerCase()) ? brief : `${code} ${brief}`;
}
