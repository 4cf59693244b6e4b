import { readAllocation } from '#/diagnose/actions/read-allocation.ts';
import { readDiagnoses } from '#/diagnose/actions/read-diagnoses.ts';
import { readPlans } from '#/diagnose/actions/read-plans.ts';
import { keepPapers } from '#/papers/actions/keep-papers.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import type { Parts } from '#/parts.ts';
import type { PersonRead } from '#/people/actions/people-read.ts';
import { readPeople } from '#/people/actions/read-people.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { actingAs } from './people/acting.ts';
import { papersOfTheCounty } from './papers/papers-of-the-county.ts';
import type { SchoolWrittenOf } from './papers/school-written-of.ts';

/**
 * Lets the invented people write what two years leave behind: visits, audits, diagnoses, plans with their reviews. Done once:
 * where there are papers already, nothing is added.
 */
export async function loadPapers(parts: Parts, authority: string): Promise<void> {
  const { people } = await readPeople(parts, await parts.person(), authority);
  const acting = actingAs(people, authority);
  const reader = acting('head-of-service@larkshire.example');
  const { papers } = await readPapers(parts, reader, { authority, kinds: ['visit'] });
  if (papers.length > 0) return;
  const schools = await schoolsWrittenOf(parts, authority, people, reader);
  await keepPapers(parts, { authority, papers: papersOfTheCounty(schools, parts.today()) });
}

/** Every open school with whoever goes there, and with head and chair where they sign in. */
async function schoolsWrittenOf(
  parts: Parts,
  authority: string,
  people: readonly PersonRead[],
  reader: Person,
): Promise<readonly SchoolWrittenOf[]> {
  const acting = actingAs(people, authority);
  const { schools } = await readAllocation(parts, reader, authority);
  const told = new Map(
    (await readDiagnoses(parts, reader, authority)).schools.map((one) => [one.school.urn, one.way.toldOn]),
  );
  const owed = new Map(
    (await readPlans(parts, reader, authority)).schools.map((one) => [
      one.school.urn,
      one.owed?.since ?? null,
    ]),
  );
  const officers = people.filter(({ roles }) =>
    roles.some((held) => held.role === 'intervention officer' && held.standing === 'now'),
  );
  const districts = [...new Set(schools.map(({ school }) => school.district ?? ''))].toSorted();
  const named = (id: string | undefined): Person | null => {
    const email = people.find((one) => one.id === id)?.email;
    return email === undefined || email === null ? null : acting(email);
  };
  const leader = (urn: string, role: PersonRead['roles'][number]['role']): Person | null =>
    named(
      people.find(({ roles }) =>
        roles.some(
          (held) =>
            held.role === role &&
            held.standing === 'now' &&
            held.scope.kind === 'school' &&
            held.scope.name === urn,
        ),
      )?.id,
    );
  const leftBy = (urn: string, had: (typeof schools)[number]['had']): SchoolWrittenOf['left'] => {
    const until = addDays(parts.today(), 60);
    const [last] = had
      .flatMap(({ person, last: on }) => (on !== null && on < until ? [{ person, on }] : []))
      .slice(-1);
    const by = named(last?.person);
    return last !== undefined && by !== null && mayGo(by, urn) ? { by, on: last.on } : null;
  };
  return schools.map(({ urn, school, standing, given, had }): SchoolWrittenOf => {
    // Where nobody has the school, an officer of its district goes.
    const ofDistrict = officers[districts.indexOf(school.district ?? '') % Math.max(1, officers.length)];
    return {
      ...{ urn, name: school.name, phase: school.phase },
      standing:
        standing?.ofConcern === true
          ? 'of concern'
          : standing?.tone === 'raised'
            ? 'requiring improvement'
            : 'any other',
      headName: school.head ?? 'The headteacher',
      toldOn: told.get(urn) ?? null,
      owesPlanSince: owed.get(urn) ?? null,
      visitor:
        given.map(({ person }) => named(person)).find((one) => mayGo(one, urn)) ??
        named(ofDistrict?.id) ??
        reader,
      head: leader(urn, 'headteacher'),
      chair: leader(urn, 'chair'),
      left: leftBy(urn, had),
    };
  });
}

/** Who has the school by its own number, or every school: a federation is left to the officer of its district. */
function mayGo(person: Person | null, urn: string): boolean {
  return person?.roles.some(({ schools }) => schools === 'all' || schools.includes(urn)) ?? false;
}
