import { keepPapers } from '#/papers/actions/keep-papers.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import type { Parts } from '#/parts.ts';
import { readPeople } from '#/people/actions/read-people.ts';
import { selfAssessmentsOf } from './deciding/self-assessments.ts';
import { actingAs } from './people/acting.ts';
import { schoolsWithPeople } from './people/people-of-the-county.ts';

/** Schools that assess themselves: the second sees itself otherwise than the authority does. */
const assessing = [
  schoolsWithPeople['causing concern, primary'],
  schoolsWithPeople['requiring improvement, academy'],
  schoolsWithPeople.outstanding,
  schoolsWithPeople['good, with a new head'],
  schoolsWithPeople['requiring improvement, village'],
  schoolsWithPeople['causing concern, secondary academy'],
] as const;

/** Has heads and chairs say what they think of their schools. Done once: where one did already, nothing is added. */
export async function loadSelfAssessments(parts: Parts, authority: string): Promise<void> {
  const { people } = await readPeople(parts, await parts.person(), authority);
  const acting = actingAs(people, authority);
  const officer = acting('head-of-service@larkshire.example');
  const { papers } = await readPapers(parts, officer, { authority, kinds: ['self-assessment'] });
  if (papers.length > 0) return;
  const led = assessing.map((urn, index) => {
    const by = (role: string) => acting(`${index === 0 ? role : `${role}-${urn}`}@larkshire.example`);
    return { urn, head: by('headteacher'), chair: by('chair') };
  });
  await keepPapers(parts, { authority, papers: selfAssessmentsOf(led, officer, parts.today()) });
}
