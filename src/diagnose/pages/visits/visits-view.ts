import type { SchoolVisits, VisitRead, VisitsRead } from '#/diagnose/actions/visits.ts';
import { schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { pagesOf } from '#/platform/web/list-pages.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import {
  notesAddress,
  planVisitsAddress,
  visitsAddress,
  weekOfVisitsAddress,
} from '#/platform/web/visit-addresses.ts';
import { dateInWords, plural, sentence, someOf } from '#/platform/web/words.ts';
import { schoolYearName, type IsoDate } from '#/schools/rules/dates.ts';
import {
  choicesOf,
  chosenSchools,
  isVisited,
  queryOf,
  schoolsAsked,
  type VisitsAsked,
} from './visits-asked.ts';

/** Everything the list of visits shows. */
export function visitsView(read: VisitsRead, asked: VisitsAsked, mayPlan: boolean) {
  const { authority, schoolYear, knownOn } = read;
  const address = visitsAddress(authority.slug);
  const some = schoolsAsked(read, asked);
  const rows = chosenSchools(read, asked);
  const pages = pagesOf(rows.length, asked, (one) => withQuery(address, queryOf(read, one)));
  return {
    lead: `${sentence(someOf(some.filter(isVisited).length, some.length, 'school'))} visited at least once since ${dateInWords(`${String(schoolYear - 1)}-09-01`)}, as known on ${dateInWords(knownOn)}.`,
    term: termWords(read, some),
    behind: behindWords(some, schoolYear),
    mayPlan,
    address,
    ...choicesOf(read, asked),
    on: knownOn === read.today ? '' : dateInWords(knownOn),
    chosen:
      asked.officer !== null || asked.category !== null || asked.district !== null || asked.show !== 'all',
    planAddress: planVisitsAddress(authority.slug),
    weekAddress: withQuery(weekOfVisitsAddress(authority.slug), {
      officer: asked.officer === null ? [] : [asked.officer],
    }),
    notesAddress: notesAddress(authority.slug),
    files: downloadLinks(address, queryOf(read, { ...asked, page: 1 })),
    found:
      rows.length === read.schools.length
        ? plural(rows.length, 'school')
        : someOf(rows.length, read.schools.length, 'school'),
    pages,
    rows: rows.slice(pages.from, pages.to).map((one) => rowOf(one, authority.slug)),
    decidedNote: decidedNote(some),
  };
}

function rowOf(one: SchoolVisits, slug: string) {
  const { urn, name, category, owed, last, next } = one;
  const tag = category === null ? null : categoryTag(categoryOf(category.scheme, category.code));
  return {
    urn,
    name,
    href: schoolAddress(slug, urn),
    place: one.district ?? 'District not stated',
    tag: tag === null ? null : { ...tag, meaning: inBrief(tag.meaning) },
    proposed: category !== null && !category.decided,
    owed: owed.map((each) => ({
      words: `${each.entitlement.what}: ${String(each.done)} of ${String(each.owed)} made${each.planned === 0 ? '' : `, ${String(each.planned)} planned`}`,
      behind: each.behind === 0 ? null : `${String(each.behind)} behind`,
    })),
    last: visitCell(last, slug),
    next: visitCell(next, slug),
  };
}

function visitCell(visit: VisitRead | null, slug: string) {
  const on = visit?.on ?? null;
  if (visit === null || on === null) return null;
  const { urn, paper, goes } = visit;
  return { on: dateInWords(on), href: paperAddress(slug, urn, paper), goes };
}

/** How far the term is. */
function termWords({ term, knownOn }: VisitsRead, some: readonly SchoolVisits[]): string {
  const within = (stands: VisitRead['stands']): number =>
    some.flatMap(({ visits }) => visits).filter((one) => one.stands === stands && isIn(one.on, term)).length;
  const [held, planned] = [within('held'), within('planned')];
  const tense = term.to < knownOn ? 'In' : term.from > knownOn ? 'For' : 'So far in';
  return `${tense} the ${term.term} term (${dateInWords(term.from)} to ${dateInWords(term.to)}): ${plural(held, 'visit')} made, ${String(planned)} planned.`;
}

function isIn(on: IsoDate | null, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }): boolean {
  return on !== null && from <= on && on <= to;
}

function behindWords(some: readonly SchoolVisits[], schoolYear: number): string {
  const behind = some.filter(({ mostBehind }) => (mostBehind?.behind ?? 0) > 0).length;
  const toPlan = some.filter(({ owed }) => owed.some((one) => one.toPlan > 0)).length;
  return `${sentence(someOf(behind, some.length, 'school'))} ${behind === 1 ? 'is' : 'are'} behind with what is owed by now; for ${someOf(toPlan, some.length, 'school')} visits of ${schoolYearName(schoolYear)} are still to be planned.`;
}

function decidedNote(some: readonly SchoolVisits[]): string | null {
  const proposed = some.filter(({ category }) => category !== null && !category.decided).length;
  return proposed === 0
    ? null
    : `Of ${plural(some.length, 'school')} ${String(proposed)} go by the category that is proposed, because none is decided yet.`;
}
