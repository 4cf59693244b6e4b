import type { PlanOfSchool, PlansRead } from '#/diagnose/actions/plans.ts';
import { schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { planOfSchoolAddress, plansAddress } from '#/platform/web/plan-addresses.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';
import {
  choicesToShow,
  chosenPlans,
  isReviewed,
  numberShown,
  queryOf,
  type PlansAsked,
  type PlansShown,
} from './plans-asked.ts';
import { nextReviewWords, owedWords, standsWords, trackWords } from './plans-words.ts';

/** Everything the list of plans shows. */
export function plansView(read: PlansRead, asked: PlansAsked) {
  const { authority, schools, today } = read;
  const { slug } = authority;
  const rows = chosenPlans(schools, asked);
  const address = plansAddress(slug);
  return {
    lead: lead(schools),
    figures: figures(schools, slug),
    asAt: dateInWords(today),
    address,
    files: downloadLinks(address, queryOf(asked)),
    shows: choicesToShow(asked.show),
    phases: [...new Set(schools.map(({ school }) => school.phase))]
      .toSorted()
      .map((value) => ({ value, text: value, chosen: value === asked.phase })),
    concern: asked.concern,
    chosen: asked.show !== null || asked.phase !== null || asked.concern,
    count: someOf(rows.length, schools.length, 'school'),
    rows: rows.map((one) => rowOf(one, slug)),
  };
}

function rowOf(one: PlanOfSchool, slug: string) {
  const { urn, name } = one.school;
  return {
    school: name,
    schoolAddress: schoolAddress(slug, urn),
    ofConcern: one.ofConcern,
    owed: owedWords(one),
    late: one.owed?.sentOn === null && one.owed.daysLate > 0,
    stands: standsWords(one),
    href: one.plan === null ? null : planOfSchoolAddress(slug, urn),
    paper: one.plan === null ? null : paperAddress(slug, urn, one.plan.paper.id),
    track: trackWords(one),
    next: nextReviewWords(one),
    overdue: (one.plan?.stands.next?.daysLate ?? 0) > 0,
  };
}

function lead(schools: readonly PlanOfSchool[]): string {
  const owing = schools.filter(({ owed }) => owed !== null);
  if (owing.length === 0) return 'No school owes an improvement plan.';
  const sent = owing.filter(({ owed }) => owed?.sentOn !== null).length;
  const late = numberShown(schools, 'late');
  return `Of ${plural(owing.length, 'school')} that ${owing.length === 1 ? 'owes' : 'owe'} an improvement plan, ${sent === 0 ? 'none' : String(sent)} sent it in; ${late === 0 ? 'none is late' : `${String(late)} ${late === 1 ? 'is' : 'are'} late`}.`;
}

/** The numbers above the list, each with what it is of, and where its schools are. */
function figures(schools: readonly PlanOfSchool[], slug: string) {
  const owing = schools.filter(({ owed }) => owed !== null).length;
  const reviewed = schools.filter(({ plan }) => isReviewed(plan));
  const track = reviewed.map(({ plan }) => plan?.stands.onTrack ?? { green: 0, rated: 0 });
  const sum = (of: (one: (typeof track)[number]) => number): number =>
    track.reduce((total, one) => total + of(one), 0);
  const to = (show: PlansShown): string => withQuery(plansAddress(slug), { show: [show] });
  return [
    {
      text: 'Plans owed that were not sent in',
      number: someOf(numberShown(schools, 'owed'), owing, 'school'),
      href: to('owed'),
    },
    {
      text: 'Plans waiting to be evaluated by us',
      number: plural(numberShown(schools, 'evaluate'), 'plan'),
      href: to('evaluate'),
    },
    {
      text: 'Plans returned and not sent in again',
      number: plural(numberShown(schools, 'returned'), 'plan'),
      href: to('returned'),
    },
    {
      text: 'Agreed plans with a review overdue',
      number: someOf(numberShown(schools, 'review-late'), reviewed.length, 'agreed plan'),
      href: to('review-late'),
    },
    {
      text: 'Objectives on track, of those rated at the last review of an agreed plan',
      number: someOf(
        sum(({ green }) => green),
        sum(({ rated }) => rated),
        'objective',
      ),
      href: to('agreed'),
    },
  ];
}
