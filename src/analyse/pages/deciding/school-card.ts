import type { SchoolToDecide } from '#/analyse/actions/deciding/held-against.ts';
import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { categoryTag, type CategoryTag } from '#/platform/web/category-tag.ts';
import { chanceInWords } from '#/platform/web/chance-words.ts';
import { schoolForecastAddress } from '#/platform/web/forecast-addresses.ts';
import { schoolIntelligenceAddress } from '#/platform/web/intelligence-addresses.ts';
import { decideAddress } from '#/platform/web/round-addresses.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { dateInWords, list, plural, sentence } from '#/platform/web/words.ts';
import { standingWords } from './round-words.ts';
import { reasonKindWords } from './moderation-words.ts';

/** One school as a moderation meeting needs it: on screen, and printed, one card a school. */
export function schoolCard(one: SchoolToDecide, scheme: Scheme | null, authority: string, round: string) {
  const { row, urn, against, reasons, decision, lastDecision, standing } = one;
  const { school, proposal, lastInspection } = row;
  const { ownView, chance, expectations, heard } = against;
  const missing = [
    ...(lastInspection === null ? ['an inspection'] : []),
    ...(lastDecision === null ? ['a decision in an earlier round'] : []),
    ...(ownView === null ? ['the school’s own view'] : []),
    ...(chance === null ? ['a chance that it falls'] : []),
    ...(expectations.length === 0 ? ['what officers expect'] : []),
    ...(heard.entries === 0 ? ['intelligence that still counts'] : []),
  ];
  return {
    id: `school-${urn}`,
    name: school.name,
    about: `${urn}, ${school.phase}${school.district === null ? '' : `, ${school.district}`}${school.trust === null ? '' : `, ${school.trust}`}`,
    href: schoolAddress(authority, urn),
    decideHref: decideAddress(authority, round, urn),
    decideWords: decision === null ? 'Decide' : 'Read, or decide anew',
    standing: standingWords[standing],
    reasons: reasons.map(({ kind, words }) => ({ label: reasonKindWords[kind].label, words })),
    proposed: briefTag(scheme, proposal.category),
    sure: `${sentence(proposal.sureness.level)}. ${proposal.sureness.words}`,
    because: proposal.reasons,
    inspection:
      lastInspection === null
        ? null
        : `${sentence(lastInspection.words)}, ${dateInWords(lastInspection.startedOn)}`,
    decision: decision === null ? null : decisionWords(decision, scheme),
    lastDecision: lastDecision === null ? null : decisionWords(lastDecision, scheme),
    ownView: ownView === null ? null : `${sentence(ownView.words)}, submitted on ${dateInWords(ownView.on)}`,
    chance: chance === null ? null : sentence(chanceInWords(chance)),
    forecastHref: schoolForecastAddress(authority, urn),
    expectations: expectations.map(({ name, standing: expected }) => `${name}: ${expected}`),
    heard: heard.entries === 0 ? null : plural(heard.entries, 'thing told', 'things told'),
    heardHref: schoolIntelligenceAddress(authority, urn),
    missing: missing.length === 0 ? null : `of ${list(missing)}`,
  };
}

export function briefTag(scheme: Scheme | null, code: string): CategoryTag {
  const tag = categoryTag(categoryOf(scheme, code));
  return { ...tag, meaning: inBrief(tag.meaning) };
}

/** A decision with who, when, why and whether a second person signed and the school was told. */
export function decisionWords(decision: CategoryDecision, scheme: Scheme | null) {
  const { category, decided, signed, told, ofConcern, why } = decision;
  return {
    tag: briefTag(scheme, category),
    by: `${decided.name}, ${dateInWords(decided.on)}`,
    why: why === '' ? null : why,
    signed:
      signed !== null
        ? `Signed by ${signed.name}, ${dateInWords(signed.on)}`
        : ofConcern && told === null
          ? 'Not signed by a second person yet'
          : null,
    told:
      told === null ? 'Head and chair are not told yet' : `Head and chair told on ${dateInWords(told.on)}`,
  };
}
