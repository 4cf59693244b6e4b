import type { ViewsOfPartnersRead } from '#/diagnose/actions/read-views-of-partners.ts';
import { ourViewAddress } from '#/platform/web/addresses.ts';
import { adviserAddress } from '#/platform/web/allocation-addresses.ts';
import { aspectsInWords, ratingInWords } from '#/platform/web/partner-view-words.ts';
import { count, dateInWords, momentInWords, plural, sentence } from '#/platform/web/words.ts';
import { schoolYearName, schoolYearOf, type SchoolYear } from '#/schools/rules/dates.ts';

type Averaged = NonNullable<ViewsOfPartnersRead['own']>[number];

/** How schools rate partners, for whoever leads the service, and for a partner about themselves. */
export function viewsView({ authority, today, all, own, heldBackBelow }: ViewsOfPartnersRead) {
  const { slug } = authority;
  const thisYear = schoolYearOf(today);
  const averaged = ({ schoolYear, schools, averages }: Averaged) => ({
    year: schoolYearName(schoolYear),
    schools: count(schools),
    averages: aspectsInWords.map(({ aspect }) => averages[aspect].toFixed(1)),
  });
  return {
    heldBackBelow,
    asOn: dateInWords(today),
    names: aspectsInWords.map(({ name }) => name),
    asks: aspectsInWords.map(({ name, asks }) => `${name}: ${asks.toLowerCase()}.`),
    own: own?.map(averaged) ?? null,
    all:
      all === null
        ? null
        : {
            lead: leadOf(all, thisYear),
            partners: all.partners.map(({ person, name, has, years }) => ({
              ...{ name, href: adviserAddress(slug, person) },
              years:
                years.length === 0
                  ? [{ year: '', schools: `0 of ${plural(has, 'school')}`, averages: null }]
                  : years.map((one) => ({
                      ...averaged(one),
                      // How many schools a partner had in an earlier year is not what they have today.
                      schools:
                        one.schoolYear === thisYear
                          ? `${count(one.schools)} of ${plural(Math.max(has, one.schools), 'school')}`
                          : plural(one.schools, 'school'),
                    })),
            })),
            views: all.views.map((one) => ({
              ...{ school: one.school, href: ourViewAddress(slug, one.urn), partner: one.partnerName },
              term: `${sentence(one.term)} term ${schoolYearName(one.schoolYear)}`,
              ratings: aspectsInWords.map(({ aspect }) => ratingInWords(one.ratings[aspect])),
              comment: one.comment,
              by: `${one.name}, ${one.as === 'chair' ? 'chair of governors' : 'headteacher'}, ${momentInWords(one.at)}`,
            })),
          },
  };
}

/** `Of 12 challenge partners, 3 were rated by a school in 2026/27.` */
function leadOf({ partners }: NonNullable<ViewsOfPartnersRead['all']>, year: SchoolYear): string {
  const rated = partners.filter(({ years }) => years.some(({ schoolYear }) => schoolYear === year)).length;
  return `Of ${plural(partners.length, 'challenge partner')}, ${count(rated)} ${rated === 1 ? 'was' : 'were'} rated by a school in ${schoolYearName(year)}.`;
}
