import type { ViewOfPartnerRead, ViewSaid, ViewTyped } from '#/diagnose/actions/view-of-partner.ts';
import { ourViewAddress } from '#/platform/web/addresses.ts';
import { problemOfEach } from '#/platform/web/form-problems.ts';
import { viewOfPartnerAddress } from '#/platform/web/partner-view-addresses.ts';
import { aspectsInWords, ratingInWords, ratingWords } from '#/platform/web/partner-view-words.ts';
import { momentInWords, sentence } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

type Problems = Extract<ViewSaid, { readonly kind: 'problems' }>['problems'];

export const nothingTyped: ViewTyped = {
  ...{ partner: '', credibility: '', challenge: '', consistency: '', comment: '' },
};

/** The form, and what the school said before. */
export function viewOfPartnerView(
  { authority, school, partners, said, heldBackBelow }: ViewOfPartnerRead,
  typed: ViewTyped,
  problems: Problems,
) {
  const { slug } = authority;
  const [only] = partners.length === 1 ? partners : [];
  return {
    school: school.name,
    action: viewOfPartnerAddress(slug, school.urn),
    back: ourViewAddress(slug, school.urn),
    heldBackBelow,
    typed,
    only: only ?? null,
    selectItems: partners.map(({ person, name }) => ({ value: person, text: name })),
    aspects: aspectsInWords.map(({ aspect, name, asks }) => ({
      ...{ aspect, name, asks, value: typed[aspect] },
      selectItems: ratingWords.map((text, index) => ({ value: String(index + 1), text })),
      problem: problemOfEach([aspect], problems)[aspect],
    })),
    problems: problemOfEach(['partner', 'comment'], problems),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    said: said.map((one) => ({
      term: `${sentence(one.term)} term ${schoolYearName(one.schoolYear)}`,
      partner: one.partnerName ?? 'A former partner',
      ratings: aspectsInWords.map(({ aspect }) => ratingInWords(one.ratings[aspect])),
      comment: one.comment,
      by: `${one.name}, ${one.as === 'chair' ? 'chair of governors' : 'headteacher'}, ${momentInWords(one.at)}`,
    })),
    names: aspectsInWords.map(({ name }) => name),
  };
}
