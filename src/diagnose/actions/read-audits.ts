import { commonAreas, isWithinAYear, type CommonArea } from '#/diagnose/rules/audits/common-areas.ts';
import { areasInForce } from '#/law/templates.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import { rowsIn } from '#/papers/rules/check-content.ts';
import { textOf } from '#/papers/rules/read-content.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { schoolCategories, type SchoolCategory } from './school-categories.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** A paper as far as the list tells of it. */
export interface PaperInBrief {
  readonly paper: string;
  readonly words: string;
  readonly on: IsoDate;
}

/** A school of concern with what was looked into. */
export interface SchoolAudited {
  readonly urn: Urn;
  readonly name: string;
  readonly district: string | null;
  readonly category: SchoolCategory;
  readonly audit: (PaperInBrief & { readonly finerGrade: string; readonly approach: string }) | null;
  readonly governance:
    (PaperInBrief & { readonly carriedOutOn: IsoDate | null; readonly judged: string }) | null;
  /** A review of governance was carried out within the year that ends today. */
  readonly reviewedWithinAYear: boolean;
}

export interface AuditsRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** Schools of concern, by name. */
  readonly schools: readonly SchoolAudited[];
  /** Over every audit that was shared with its school. */
  readonly areas: readonly CommonArea[];
  readonly audits: number;
}

/** Scoping audits and reviews of governance at schools of concern, and what audits find most often, as far as the person may read them. */
export async function readAudits(parts: Needed, person: Person, slug: string): Promise<AuditsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read papers', authority.slug);
  const today = parts.today();
  const open = await openSchoolsOf(store, authority.slug, today);
  const kinds = ['scoping-audit', 'review-of-governance'];
  const { papers } = await readPapers(parts, person, { authority: authority.slug, kinds });
  const categories = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    schoolCategories(transaction, parts.reference(), { authority: authority.slug, on: today }),
  );
  const ofSchool = Map.groupBy(papers, ({ urn }) => urn);
  const schools = open.flatMap(({ urn, name, district }): readonly SchoolAudited[] => {
    const category = categories?.get(urn);
    if (category?.ofConcern !== true) return [];
    if (mayForSchool(person, 'read papers', authority.slug, urn) !== true) return [];
    const some = ofSchool.get(urn) ?? [];
    const [audit, governance] = kinds.map((kind) => some.findLast((one) => one.kind === kind));
    const reviewed = some
      .filter(({ kind }) => kind === 'review-of-governance')
      .some((one) => isWithinAYear(carriedOutOn(one) ?? '', today));
    return [
      {
        ...{ urn, name, district, category, reviewedWithinAYear: reviewed },
        audit:
          audit === undefined
            ? null
            : {
                ...inBrief(audit),
                finerGrade: said(audit, 'finer-grade'),
                approach: said(audit, 'approach'),
              },
        governance:
          governance === undefined
            ? null
            : {
                ...inBrief(governance),
                carriedOutOn: carriedOutOn(governance),
                judged: said(governance, 'judged'),
              },
      },
    ];
  });
  const shared = papers.filter(({ kind, standing }) => kind === 'scoping-audit' && standing.isOpened);
  const areas = commonAreas(shared.flatMap((one) => areasOf(parts, one)));
  return { authority, today, schools, areas, audits: shared.length };
}

function inBrief({ id, standing, steps, opened }: PaperRead): PaperInBrief {
  return { paper: id, words: standing.words, on: steps.at(-1)?.on ?? opened.on };
}

/** The day of the review; of one that is not carried out yet none. */
function carriedOutOn({ steps, newest }: PaperRead): IsoDate | null {
  const step = steps.find((one) => one.step === 'carry-out');
  return step === undefined ? null : (newest?.aboutOn ?? step.on);
}

function said({ newest }: PaperRead, field: string): string {
  return textOf(newest?.content ?? {}, field);
}

function areasOf({ reference }: Pick<Parts, 'reference'>, { newest, opened }: PaperRead) {
  const names = new Map(
    areasInForce(reference().areas, 'inspection', opened.on)?.areas.map(({ id, name }) => [id, name]),
  );
  return rowsIn(newest?.content['areas']).map((row) => ({
    area: names.get(row.key) ?? row.key,
    grade: row['grade'] ?? '',
  }));
}
