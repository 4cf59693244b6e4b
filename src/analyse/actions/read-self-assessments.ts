import { decisionsInForce } from '#/analyse/records/decisions.ts';
import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';
import {
  acceptancesOf,
  compareViews,
  type Acceptance,
  type Comparison,
  type SelfAssessed,
} from '#/analyse/rules/self-assessed.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import { governingBodySelfEvaluation } from '#/papers/rules/processes/governing-body-self-evaluation.ts';
import { selfAssessment } from '#/papers/rules/processes/self-assessment.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import { schoolYearOf, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** One school’s views of itself in a school year, with the authority’s beside them. */
export interface SelfAssessmentRow {
  readonly urn: Urn;
  readonly school: string;
  /** `null`: the school submitted none that year. */
  readonly assessment: {
    readonly paper: string;
    readonly words: string;
    readonly submittedOn: IsoDate;
    readonly placed: string | null;
    readonly why: string | null;
    /** What the authority said to it, and what the school answered. */
    readonly authoritySaid: string | null;
    readonly schoolAnswered: string | null;
    readonly moderatedBy: string | null;
  } | null;
  readonly comparison: Comparison;
  /** The category decided, and the group the school is told; `null` where there is none or the reader may not know it. */
  readonly decided: { readonly category: string; readonly group: string | null } | null;
  /** The governing body’s own, that year. */
  readonly governors: {
    readonly paper: string;
    readonly words: string;
    readonly submittedOn: IsoDate;
  } | null;
}

export interface SelfAssessmentsRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly year: SchoolYear;
  /** Open schools whose papers the reader may read: disagreements first, then by name. */
  readonly rows: readonly SelfAssessmentRow[];
  readonly acceptances: readonly Acceptance[];
}

type Needed = Parameters<typeof readPapers>[0] & Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

const first: readonly Comparison[] = ['seen otherwise', 'more hopeful', 'more worried'];

/** Who has assessed their own risk this school year and who has not, with both views; and whose governing body evaluated itself. */
export async function readSelfAssessments(
  parts: Needed,
  person: Person,
  slug: string,
): Promise<SelfAssessmentsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read papers', authority.slug);
  const today = parts.today();
  const year = schoolYearOf(today);
  const open = (await openSchoolsOf(store, authority.slug, today)).filter(
    ({ urn }) => mayForSchool(person, 'read papers', authority.slug, urn) === true,
  );
  const kinds = [selfAssessment.kind, governingBodySelfEvaluation.kind];
  const { papers } = await readPapers(parts, person, { authority: authority.slug, kinds });
  const decided =
    (await ifAnyRecords(parts, person, authority.slug, (transaction) => decisionsInForce(transaction))) ??
    new Map<Urn, CategoryDecision>();
  const newest = new Map<string, PaperRead>();
  for (const paper of papers) {
    const on = stepOf(paper, 'submit')?.on;
    if (on !== undefined && schoolYearOf(on) === year) newest.set(`${paper.kind} ${paper.urn}`, paper);
  }
  const assessed: SelfAssessed[] = [];
  const rows = open.map(({ urn, name }): SelfAssessmentRow => {
    const own = newest.get(`${selfAssessment.kind} ${urn}`);
    const governors = newest.get(`${governingBodySelfEvaluation.kind} ${urn}`);
    const decision = decided.get(urn) ?? null;
    const view = own === undefined ? null : assessedAs(own, decision?.ofConcern ?? null);
    if (view !== null) assessed.push(view);
    return {
      urn,
      school: name,
      assessment: own === undefined ? null : assessmentOf(own),
      comparison: view === null ? 'not compared' : compareViews(view),
      decided: decision === null ? null : { category: decision.category, group: decision.group },
      governors:
        governors === undefined
          ? null
          : {
              paper: governors.id,
              words: governors.standing.words,
              submittedOn: stepOf(governors, 'submit')?.on ?? governors.opened.on,
            },
    };
  });
  const place = ({ comparison }: SelfAssessmentRow): number =>
    first.includes(comparison) ? first.indexOf(comparison) : first.length;
  return {
    authority,
    today,
    year,
    rows: rows.toSorted((a, b) => place(a) - place(b) || a.school.localeCompare(b.school, 'en-GB')),
    acceptances: acceptancesOf(assessed),
  };
}

function assessedAs(paper: PaperRead, ofConcern: boolean | null): SelfAssessed {
  const moderated = stepOf(paper, 'accept', 'differ');
  return {
    urn: paper.urn,
    placed: typedIn(paper, 'placed'),
    moderated:
      moderated === undefined
        ? null
        : {
            as: moderated.step === 'accept' ? 'accepted' : 'differs',
            person: moderated.person,
            name: moderated.name,
            on: moderated.on,
          },
    ofConcern,
  };
}

function assessmentOf(paper: PaperRead): SelfAssessmentRow['assessment'] {
  const moderated = stepOf(paper, 'accept', 'differ');
  return {
    paper: paper.id,
    words: paper.standing.words,
    submittedOn: stepOf(paper, 'submit')?.on ?? paper.opened.on,
    placed: typedIn(paper, 'placed'),
    why: typedIn(paper, 'why'),
    authoritySaid: moderated?.words ?? null,
    schoolAnswered: stepOf(paper, 'answer')?.words ?? null,
    moderatedBy: moderated?.name ?? null,
  };
}

function stepOf({ steps }: PaperRead, ...wanted: readonly string[]) {
  return steps.findLast(({ step }) => wanted.includes(step));
}

function typedIn({ newest }: PaperRead, field: string): string | null {
  const typed = newest?.content[field];
  return typeof typed === 'string' && typed.trim() !== '' ? typed : null;
}
