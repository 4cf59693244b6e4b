import type { Proposal } from '#/analyse/rules/proposal.ts';
import type { Reading } from '#/analyse/rules/reading.ts';
import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import { inBrief, schemeTitle, categoryOf } from '#/platform/web/scheme-words.ts';
import type { CategoryTag } from '#/platform/web/category-tag.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';
import type { Source } from '#/published/source.ts';
import { sourceWords } from '#/platform/web/source-words.ts';

/** What we think of the school, why, what would change it, and how sure we are. */
export function opinionView(proposal: Proposal, { scheme, sources }: Pick<SchoolRead, 'scheme' | 'sources'>) {
  const { sureness } = proposal;
  const others = sureness.couldBe.filter((category) => category !== proposal.category);
  return {
    tag: categoryTag({ ...categoryOf(scheme, proposal.category), meaning: proposal.meaning }),
    group: proposal.group,
    asAt: dateInWords(proposal.asAt),
    scheme: schemeTitle(scheme),
    rule: proposal.decidedBy.words,
    because: proposal.decidedBy.because,
    points:
      proposal.maximum === 0
        ? 'No points could be given: there is no evidence to read.'
        : `${String(proposal.points)} concern points of the ${String(proposal.maximum)} that the evidence at hand could give.`,
    reasons: proposal.reasons.map((reason) => ({
      words: reason,
      sources: sourceWords(readingOf(proposal, reason)?.sources ?? [], sources),
    })),
    wouldChange: [...Map.groupBy(proposal.wouldChange, ({ category }) => category)].map(
      ([category, same]) => ({
        tag: briefTag(categoryTag(categoryOf(scheme, category))),
        changes: same.map(({ change }) => change),
      }),
    ),
    sureness: {
      level: sentence(sureness.level),
      words: sureness.words,
      others: others.map((category) => categoryTag(categoryOf(scheme, category))),
    },
    indicators: proposal.readings.map((reading) => indicatorView(reading, sources)),
    pointsSum: `${String(proposal.points)} of ${String(proposal.maximum)}`,
  };
}

/** Each change ends in a category: the first lines of the page say what the longer ones mean. */
function briefTag(tag: CategoryTag): CategoryTag {
  return { ...tag, meaning: inBrief(tag.meaning) };
}

function readingOf(proposal: Proposal, reason: string): Reading | undefined {
  return proposal.readings.find((reading) => reading.reason === reason);
}

/** One indicator as a row of a table. */
export function indicatorView(reading: Reading, sources: readonly Source[]) {
  const [least, most] = reading.pointsCouldBe;
  const read = reading.state === 'read';
  return {
    title: reading.title,
    shown: read ? sentence(reading.shown) : 'No evidence',
    read,
    threshold: sentence(reading.threshold),
    points: read ? `${String(reading.points)} of ${String(reading.maximum)}` : 'none given',
    range: read && least !== most ? `could be ${String(least)} to ${String(most)}` : null,
    period: reading.period ?? 'no period',
    reason: reading.reason,
    sources: sourceWords(reading.sources, sources),
  };
}
