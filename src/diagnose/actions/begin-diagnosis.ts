import { hypothesisOf } from '#/diagnose/rules/diagnoses/hypothesis.ts';
import { openPaper } from '#/papers/actions/open-paper.ts';
import type { Opened } from '#/papers/actions/papers.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { DiagnosisToBegin } from './diagnoses.ts';
import { toldBySchool } from './told-by-school.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** What a diagnosis of a school would begin with: the category that the school was told, and nothing that it was not. */
export async function readDiagnosisToBegin(
  parts: Needed,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<DiagnosisToBegin> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permitForSchool(person, 'write papers', authority.slug, urn);
  const school = await schoolOfAuthority(store, authority.slug, urn, parts.today());
  if (school === null) throw nothingThere();
  const told = (await toldBySchool(parts, person, authority.slug, urn)).get(urn)?.at(-1);
  const { papers } = await readPapers(parts, person, {
    authority: authority.slug,
    urn,
    kinds: ['diagnosis'],
  });
  return {
    authority,
    school,
    hypothesis: told === undefined ? '' : hypothesisOf(told, dateInWords),
    begun: papers.find(({ standing }) => !standing.over) ?? null,
  };
}

/** Begins a diagnosis with that. Where one is not settled yet, that one is answered. */
export async function beginDiagnosis(parts: Needed, person: Person, slug: string, urn: Urn): Promise<Opened> {
  const { authority, hypothesis } = await readDiagnosisToBegin(parts, person, slug, urn);
  return await openPaper(parts, person, {
    authority: authority.slug,
    urn,
    kind: 'diagnosis',
    content: hypothesis === '' ? {} : { hypothesis },
  });
}
