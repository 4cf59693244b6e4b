import { readDiagnoses } from '#/diagnose/actions/read-diagnoses.ts';
import type { DiagnosesRead } from '#/diagnose/actions/diagnoses.ts';
import type { PlansRead } from '#/diagnose/actions/plans.ts';
import { readPlans } from '#/diagnose/actions/read-plans.ts';
import type { Parts } from '#/parts.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { diagnosesAddress, plansAddress } from '#/platform/web/plan-addresses.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';

/** Days to the diagnosis, plans that are late and reviews that are overdue: for whoever leads the service. */
export function plansPanel(parts: Parts): HomePanel {
  return {
    name: 'diagnoses-and-plans',
    heading: 'Diagnoses, plans and reviews',
    for: { roles: ['director', 'head of service'] },
    order: 70,
    read: async (person, { slug }) =>
      plansInBrief(await readDiagnoses(parts, person, slug), await readPlans(parts, person, slug)),
  };
}

/** `null` where no school was told a category and none owes a plan: there is nothing to diagnose or to plan yet. */
export function plansInBrief(
  { days, authority, today }: DiagnosesRead,
  { schools }: PlansRead,
): PanelContent | null {
  const owing = schools.filter(({ owed }) => owed !== null);
  if (days.told === 0 && owing.length === 0) return null;
  const { slug } = authority;
  const late = owing.filter(({ owed }) => owed?.sentOn === null && owed.daysLate > 0).length;
  const agreed = schools.filter(({ plan }) => plan?.stands.closed === false && plan.stands.agreedOn !== null);
  const overdue = agreed.filter(({ plan }) => (plan?.stands.next?.daysLate ?? 0) > 0).length;
  const median = days.median === null ? '' : ` Half of them took ${plural(days.median, 'day')} or fewer.`;
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${someOf(days.settled, days.told, 'school')} that ${days.told === 1 ? 'was' : 'were'} told a category ${days.settled === 1 ? 'has' : 'have'} a settled diagnosis, as at ${dateInWords(today)}.${median}`,
      },
      {
        kind: 'links',
        links: [
          {
            text: `Late with a plan: ${someOf(late, owing.length, 'school')} owing one`,
            href: withQuery(plansAddress(slug), { show: ['late'] }),
          },
          {
            text: `Review overdue: ${someOf(overdue, agreed.length, 'agreed plan')}`,
            href: withQuery(plansAddress(slug), { show: ['review-late'] }),
          },
          { text: 'Who waits for a diagnosis', href: diagnosesAddress(slug) },
        ],
      },
    ],
    more: { text: 'All improvement plans', href: plansAddress(slug) },
    readings: [{ event: 'read improvement plans' }],
  };
}
