import type { AuditsRead, SchoolAudited } from '#/diagnose/actions/read-audits.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { openPaperAddress, paperAddress } from '#/platform/web/paper-addresses.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { auditsAddress } from '#/platform/web/visit-addresses.ts';
import { dateInWords, plural, sentence, someOf } from '#/platform/web/words.ts';

/** Those without an audit first, then those without a review of governance within a year, then by name. */
export function auditsInOrder({ schools }: AuditsRead): readonly SchoolAudited[] {
  const missing = (one: SchoolAudited): number =>
    (one.audit === null ? 2 : 0) + (one.reviewedWithinAYear ? 0 : 1);
  return schools.toSorted((a, b) => missing(b) - missing(a) || a.name.localeCompare(b.name, 'en-GB'));
}

export function auditsView(read: AuditsRead, mayWrite: boolean) {
  const { authority, schools, today, areas, audits } = read;
  const { slug } = authority;
  const reviewed = schools.filter(({ reviewedWithinAYear }) => reviewedWithinAYear).length;
  const audited = schools.filter(({ audit }) => audit !== null).length;
  return {
    lead: `${sentence(someOf(reviewed, schools.length, 'school'))} of concern had a review of governance within the year to ${dateInWords(today)}; ${someOf(audited, schools.length, 'school')} of concern had a scoping audit opened.`,
    files: downloadLinks(auditsAddress(slug)),
    mayWrite,
    rows: auditsInOrder(read).map((one) => {
      const { urn, name, district, category, audit, governance } = one;
      const tag = categoryTag(categoryOf(category.scheme, category.code));
      return {
        name,
        href: schoolAddress(slug, urn),
        place: district ?? 'District not stated',
        tag: { ...tag, meaning: inBrief(tag.meaning) },
        proposed: !category.decided,
        audit:
          audit === null
            ? null
            : {
                href: paperAddress(slug, urn, audit.paper),
                words: sentence(audit.words),
                on: dateInWords(audit.on),
                grade: audit.finerGrade,
                approach: audit.approach,
              },
        openAudit: openPaperAddress(slug, urn, 'scoping-audit'),
        governance:
          governance === null
            ? null
            : {
                href: paperAddress(slug, urn, governance.paper),
                words: sentence(governance.words),
                on: governance.carriedOutOn === null ? null : dateInWords(governance.carriedOutOn),
                judged: governance.judged,
              },
        within: one.reviewedWithinAYear,
        openGovernance: openPaperAddress(slug, urn, 'review-of-governance'),
      };
    }),
    areasLead:
      audits === 0
        ? 'No scoping audit was shared with a school yet.'
        : `Over ${plural(audits, 'scoping audit')} shared with their schools, how often each area was graded below what is expected. Areas of earlier inspection frameworks are counted under their own names.`,
    areas: areas.map(({ area, toImprove, lookedAt }) => ({
      area,
      words: someOf(toImprove, lookedAt, 'audit'),
    })),
  };
}
