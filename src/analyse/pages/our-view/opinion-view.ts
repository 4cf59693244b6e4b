import type { OurView } from '#/analyse/actions/our-view.ts';
import type { Reading } from '#/analyse/rules/reading.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { besideProposalInWords, decidedInWords } from '#/platform/web/decided-words.ts';
import { letterSentAddress } from '#/platform/web/letter-addresses.ts';
import { categoryInALine, categoryOf, inBrief, schemeTitle } from '#/platform/web/scheme-words.ts';
import { sourceWords } from '#/platform/web/source-words.ts';
import { dateInWords, momentInWords, sentence } from '#/platform/web/words.ts';

/** What the authority thinks of the school, since when, why, and what would change it. `null` where nothing is told. */
export function opinionView({ now, sources, authority, school }: OurView) {
  if (now === null) return null;
  const { told, proposal, run, scheme, decided } = now;
  const read = proposal.readings.filter(({ state }) => state === 'read');
  const words = (readings: readonly Reading[]) =>
    readings.map((one) => ({
      title: one.title,
      reason: one.reason,
      sources: sourceWords(one.sources, sources),
    }));
  return {
    run: run.id,
    tag: categoryTag({ ...categoryOf(scheme, told.category), meaning: told.meaning }),
    group: told.group,
    decided:
      decided === null
        ? null
        : {
            id: decided.id,
            differs: decided.category !== decided.proposed,
            words: decidedInWords(decided),
            beside: besideProposalInWords(decided, (category) => categoryInALine(scheme, category)),
            letter: letterSentAddress(authority.slug, school.urn, decided.id),
          },
    scheme: schemeTitle(scheme),
    since: dateInWords(told.since),
    sinceKnownOn: dateInWords(told.first.asAt),
    asAt: dateInWords(proposal.asAt),
    analysedAt: momentInWords(run.ranAt),
    analysedBy: run.ranBy,
    rule: proposal.decidedBy.words,
    because: proposal.decidedBy.because,
    reasons: proposal.reasons.map((reason) => ({
      words: reason,
      sources: sourceWords(
        proposal.readings.find((reading) => reading.reason === reason)?.sources ?? [],
        sources,
      ),
    })),
    against: words(read.filter(({ points }) => points > 0)),
    for: words(read.filter(({ points }) => points === 0)),
    unread: words(proposal.readings.filter(({ state }) => state !== 'read')),
    sureness: { level: sentence(proposal.sureness.level), words: proposal.sureness.words },
    wouldChange: [...Map.groupBy(proposal.wouldChange, ({ category }) => category)].map(
      ([category, same]) => {
        const tag = categoryTag(categoryOf(scheme, category));
        return { tag: { ...tag, meaning: inBrief(tag.meaning) }, changes: same.map(({ change }) => change) };
      },
    ),
  };
}
