import { categoryTold } from '#/diagnose/rules/diagnoses/hypothesis.ts';
import {
  daysToDiagnosis,
  toldSince,
  wayToDiagnosis,
  type SettledDiagnosis,
} from '#/diagnose/rules/diagnoses/time-to-diagnosis.ts';
import { rhythmOn } from '#/law/templates.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import { settingAside } from '#/papers/rules/process.ts';
import { settlesDiagnosis } from '#/papers/rules/processes/diagnosis.ts';
import { textOf } from '#/papers/rules/read-content.ts';
import { dayDue } from '#/papers/rules/standing.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { plural } from '#/platform/web/words.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import { daysBetween } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { DiagnosesRead, DiagnosisOfSchool } from './diagnoses.ts';
import { toldBySchool, type ToldDecision } from './told-by-school.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

const rhythm = 'diagnosis-after-category';

/** Which schools have an agreed diagnosis, which wait and how long: of those that were told a category and the person may know of. */
export async function readDiagnoses(parts: Needed, person: Person, slug: string): Promise<DiagnosesRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read papers', authority.slug);
  const today = parts.today();
  const { papers } = await readPapers(parts, person, { authority: authority.slug, kinds: ['diagnosis'] });
  const written = Map.groupBy(papers, ({ urn }) => urn);
  const told = await toldBySchool(parts, person, authority.slug);
  const schools = (await openSchoolsOf(store, authority.slug, today)).filter(
    ({ urn }) => mayForSchool(person, 'read papers', authority.slug, urn) === true,
  );
  const rows = schools.flatMap((school) => {
    const letters = told.get(school.urn) ?? [];
    const row = diagnosisOfSchool(parts, school, letters, written.get(school.urn) ?? []);
    return row === null ? [] : [row];
  });
  const known = rhythmOn(parts.reference().rhythms, rhythm, today);
  return {
    authority,
    today,
    days: daysToDiagnosis(rows.map(({ way }) => way)),
    rhythm:
      known === undefined
        ? null
        : { words: plural(known.amount, known.unit.replace(/s$/u, ''), known.unit), source: known.source },
    schools: rows.toSorted(waitingFirst),
    notTold: schools.length - rows.length,
  };
}

function waitingFirst(a: DiagnosisOfSchool, b: DiagnosisOfSchool): number {
  const [one, other] = [a.way.settled, b.way.settled];
  if (one === null || other === null) {
    if (one === other) return b.way.days - a.way.days || a.school.name.localeCompare(b.school.name, 'en-GB');
    return one === null ? -1 : 1;
  }
  return other.on.localeCompare(one.on);
}

function diagnosisOfSchool(
  parts: Needed,
  school: School,
  told: readonly ToldDecision[],
  written: readonly PaperRead[],
): DiagnosisOfSchool | null {
  const last = told.at(-1);
  const since = toldSince(told.map((one) => ({ what: one.category, toldOn: one.told.on })));
  if (last === undefined || since === null) return null;
  const today = parts.today();
  const diagnoses = written.filter(({ standing }) => standing.state !== settingAside.words);
  const way = wayToDiagnosis({ urn: school.urn, toldOn: since }, diagnoses.flatMap(settledIn), today);
  const diagnosis =
    diagnoses.find(({ id }) => id === way.settled?.paper) ??
    diagnoses.find(({ standing }) => !standing.over) ??
    null;
  const dueOn = dayDue({ rhythm, owedBy: 'authority' }, since, parts.reference());
  return {
    school,
    told: categoryTold(last),
    way,
    dueOn,
    daysLate: way.settled !== null || dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today)),
    diagnosis,
    differs: textOf(diagnosis?.newest?.content ?? {}, 'differs'),
  };
}

/** When a diagnosis was settled, and what the school thought of it. */
function settledIn({ id, steps }: PaperRead): readonly SettledDiagnosis[] {
  const last = steps.at(-1);
  if (last === undefined || !isSettling(last.step)) return [];
  return [{ paper: id, on: last.on, answer: settlesDiagnosis[last.step] }];
}

function isSettling(step: string): step is keyof typeof settlesDiagnosis {
  return step in settlesDiagnosis;
}
