import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import { besideProposalInWords, decidedInWords } from '#/platform/web/decided-words.ts';
import { letterSentAddress } from '#/platform/web/letter-addresses.ts';
import { schemeTitle, categoryInALine, categoryOf } from '#/platform/web/scheme-words.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { schoolCategoriesAddress } from '#/platform/web/round-addresses.ts';
import { comparedAddress, onAPageAddress, schemeAddress } from '#/platform/web/addresses.ts';
import { dateInWords, list, plural, sentence } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { factsView } from './facts-view.ts';
import { indicatorView, opinionView } from './opinion-view.ts';
import { resultsView } from './results-view.ts';
import { timelineView } from './timeline-view.ts';
import { toldView } from './told-view.ts';

/** Everything the school profile shows; the charts are yet to be drawn. */
export type SchoolView = ReturnType<typeof schoolView>;

export function schoolView(read: SchoolRead) {
  const { evidence, authority, run, row } = read;
  const was = row?.was ?? null;
  const { school, lineage } = evidence;
  return {
    name: school.name,
    summary: summaryOf(read),
    asAt: dateInWords(evidence.asAt),
    facts: factsView(school),
    schemeAddress: schemeAddress(authority.slug),
    comparedAddress: comparedAddress(authority.slug, school.urn),
    categoriesAddress: schoolCategoriesAddress(authority.slug, school.urn),
    onAPageAddress: onAPageAddress(authority.slug, school.urn),
    opinion: row === null ? null : opinionView(row.proposal, read),
    notCountedWords: notCountedWords(read),
    notCounted: read.notCounted.map((reading) => indicatorView(reading, read.sources)),
    whyNoOpinion: row === null ? whyNoOpinion(read) : null,
    decided: decidedView(read),
    was: was === null ? null : categoryTag(categoryOf(read.scheme, was)),
    told: toldView(read),
    inspections: timelineView(evidence, read.sources),
    results: resultsView(read.results),
    england: englandSources(read),
    lineage: lineage.map((link) => ({
      relation: sentence(link.relation),
      name: link.name,
      urn: link.urn,
      type: link.linkType,
      on: link.establishedOn === null ? 'date not stated' : dateInWords(link.establishedOn),
    })),
    earlier: read.earlier.map((then) => ({
      asAt: dateInWords(then.run.asAt),
      scheme: schemeTitle(then.scheme),
      tag: categoryTag(categoryOf(then.scheme, then.category)),
      points: then.points,
    })),
    ranAt: run?.ranAt ?? null,
  };
}

/** The school in one sentence: what it is, where, who runs it. */
function summaryOf({ evidence: { school }, authority }: SchoolRead): string {
  const phase = school.phase === 'pupil referral unit' ? 'pupil referral unit' : `${school.phase} school`;
  const runBy = school.trust === null ? school.sector : `${school.sector}, ${school.trust}`;
  const place = [school.district, authority.name].filter((one) => one !== null);
  const state =
    school.status === 'open' || school.status === 'not stated' ? '' : ` Its status: ${school.status}.`;
  return `${sentence(phase)} in ${[...new Set(place)].join(', ')} (${runBy}).${state}`;
}

/** What is decided of the school: told, and for officers what waits to be told; each with its letter. */
function decidedView({ row, scheme, authority, evidence }: SchoolRead) {
  const { told = null, untold = null } = row?.decided ?? {};
  return [untold, told]
    .filter((one) => one !== null)
    .map((one) => ({
      tag: categoryTag(categoryOf(scheme, one.category)),
      words: decidedInWords(one),
      beside: besideProposalInWords(one, (category) => categoryInALine(scheme, category)),
      letter: letterSentAddress(authority.slug, evidence.school.urn, one.id),
      told: one.told !== null,
    }));
}

/** What the scheme leaves out and would be heard of otherwise: the indicators that would give points, most first. */
function notCountedWords({ notCounted }: SchoolRead): string {
  const giving = notCounted
    .filter(({ state, points }) => state === 'read' && points > 0)
    .toSorted((a, b) => b.points - a.points);
  const read = `${plural(notCounted.length, 'indicator')} ${notCounted.length === 1 ? 'is' : 'are'} read without a part in the category.`;
  if (giving.length === 0) return `${read} None of them would give points.`;
  const named = giving.map(
    ({ title, points, maximum }) =>
      `${title.charAt(0).toLowerCase()}${title.slice(1)} ${String(points)} of ${String(maximum)}`,
  );
  return `${read} Points would come from ${list(named)}.`;
}

function whyNoOpinion(read: SchoolRead): string {
  if (read.category === 'in confidence') {
    return 'The category of a school is in confidence to its head, its chair and the authority’s officers.';
  }
  if (read.run === null) {
    return `No analysis has been run for ${read.authority.name} yet. Run one with: npx middletier analyse --authority ${read.authority.slug}`;
  }
  return `The school is not in the newest analysis, which was made as known on ${dateInWords(read.run.asAt)}: it was not open, or not known, on that day.`;
}

/** Where England's figures were published, with the years each source was used for. */
function englandSources({ england }: SchoolRead) {
  const bySource = Map.groupBy(england, (figure) => figure.source);
  return [...bySource.entries()].map(([source, figures]) => ({
    source,
    link: source.startsWith('https://') ? source : null,
    years: list([...new Set(figures.map((figure) => schoolYearName(figure.year)))].sort()),
    unconfirmed: figures.some((figure) => figure.status === 'unconfirmed'),
  }));
}
