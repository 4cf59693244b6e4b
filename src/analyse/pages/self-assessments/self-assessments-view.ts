import type { SelfAssessmentRow, SelfAssessmentsRead } from '#/analyse/actions/read-self-assessments.ts';
import { schoolAddress, withQuery, type Query } from '#/platform/web/addresses.ts';
import { selfAssessmentsAddress } from '#/platform/web/intelligence-addresses.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords, plural, sentence, someOf } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

const shown = {
  all: ['All schools', () => true],
  differ: ['Views that differ', (one: SelfAssessmentRow) => one.comparison in differences],
  'have-not': ['No self-assessment this year', (one: SelfAssessmentRow) => one.assessment === null],
  have: ['Self-assessment submitted', (one: SelfAssessmentRow) => one.assessment !== null],
  'governors-have-not': [
    'No self-evaluation of governors this year',
    (one: SelfAssessmentRow) => one.governors === null,
  ],
} as const;

type Shown = keyof typeof shown;

const differences: Readonly<Record<string, string>> = {
  'seen otherwise': 'The authority sees it otherwise',
  'more hopeful': 'The school is more hopeful than the category',
  'more worried': 'The school is more worried than the category',
};

/** What the address asks for; what is not understood is left out. */
export function shownIn(query: Query): Shown {
  const show = query['show']?.at(-1) ?? '';
  return show in shown ? (show as Shown) : 'all';
}

/** Who has and who has not, and both views beside one another. */
export function selfAssessmentsView(read: SelfAssessmentsRead, show: Shown) {
  const { authority, rows } = read;
  const { slug } = authority;
  const have = rows.filter(({ assessment }) => assessment !== null).length;
  const governors = rows.filter((one) => one.governors !== null).length;
  const differ = rows.filter(({ comparison }) => comparison in differences).length;
  const chosen = rows.filter(shown[show][1]);
  const year = schoolYearName(read.year);
  return {
    lead: `${someOf(have, rows.length, 'open school')} submitted a self-assessment of risk in ${year} by ${dateInWords(read.today)}, and of ${plural(rows.length, 'governing body', 'governing bodies')} ${String(governors)} a self-evaluation. In ${String(differ)} of ${plural(have, 'self-assessment')} the views differ.`,
    address: selfAssessmentsAddress(slug),
    shows: Object.entries(shown).map(([value, [text]]) => ({ value, text, chosen: value === show })),
    counted: `${String(chosen.length)} of ${plural(rows.length, 'school')}`,
    clearAddress: withQuery(selfAssessmentsAddress(slug), {}),
    rows: chosen.map((one) => ({
      school: one.school,
      href: schoolAddress(slug, one.urn),
      own:
        one.assessment === null
          ? null
          : {
              href: paperAddress(slug, one.urn, one.assessment.paper),
              placed: one.assessment.placed ?? 'Not said where',
              why: one.assessment.why,
              submitted: `Submitted on ${dateInWords(one.assessment.submittedOn)}; ${one.assessment.words}`,
            },
      difference: differences[one.comparison] ?? null,
      authority: {
        category: one.decided === null ? 'No category decided' : categoryWords(one.decided),
        said: one.assessment?.authoritySaid ?? null,
        by: one.assessment?.moderatedBy ?? null,
        answered: one.assessment?.schoolAnswered ?? null,
      },
      governors:
        one.governors === null
          ? null
          : {
              href: paperAddress(slug, one.urn, one.governors.paper),
              words: `${dateInWords(one.governors.submittedOn)}; ${one.governors.words}`,
            },
    })),
    acceptances: read.acceptances.map(({ name, moderated, accepted, acceptedThoughOfConcern }) => ({
      name,
      moderated: plural(moderated, 'self-assessment'),
      accepted: `${String(accepted)} of ${String(moderated)}`,
      easily: `${String(acceptedThoughOfConcern)} of ${String(accepted)}`,
    })),
  };
}

function categoryWords({ category, group }: NonNullable<SelfAssessmentRow['decided']>): string {
  return group === null ? category : `${category}, ${sentence(group).toLocaleLowerCase('en-GB')}`;
}
