import { notesOf, visitsKnownOn } from '#/diagnose/records/visits.ts';
import { qualityAmong, qualityOf, type NoteHeld } from '#/diagnose/rules/visits/note-quality.ts';
import { firstDay, lastDay } from '#/diagnose/rules/visits/visits-owed.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import { schoolYearOf, type SchoolYear } from '#/schools/rules/dates.ts';
import { districtNotStated } from '#/schools/rules/school.ts';
import { visitRead } from './read-visits.ts';
import type { NotesRead, NoteWaiting, VisitRead } from './visits.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

const written: readonly string[] = ['held', 'submitted', 'disputed', 'answered'];

/**
 * How notes of the visits of a school year are: in time, accurate, whole; among districts and among visitors; and which
 * wait for whom. Of the schools whose papers the person may read.
 */
export async function readNotes(
  parts: Needed,
  person: Person,
  asked: { readonly authority: string; readonly schoolYear?: SchoolYear },
): Promise<NotesRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  permit(person, 'read papers', authority.slug);
  const today = parts.today();
  const reference = parts.reference();
  const schoolYear = asked.schoolYear ?? schoolYearOf(today);
  const schools = new Map(
    (await openSchoolsOf(store, authority.slug, today))
      .filter(({ urn }) => mayForSchool(person, 'read papers', authority.slug, urn) === true)
      .map((school) => [school.urn, school]),
  );
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const every = (await visitsKnownOn(transaction, { knownOn: today })).flatMap((one) =>
      one.kind === 'visit' ? [visitRead(one, reference, today)] : [],
    );
    const held = every.filter(
      ({ stands, on }) =>
        stands === 'held' && on !== null && firstDay(schoolYear) <= on && on <= lastDay(schoolYear),
    );
    const notes = await notesOf(
      transaction,
      held.map(({ paper }) => paper),
    );
    return { every, held, said: new Map(notes.map(({ paper, content }) => [paper, content as Content])) };
  });
  const { every = [], held = [], said } = kept ?? {};
  const noteOf = (among: (visit: VisitRead) => string): readonly NoteHeld[] =>
    held.flatMap((visit) => {
      const { noteDueOn, submittedOn, answer, paper } = visit;
      if (noteDueOn === null) return [];
      const content = said?.get(paper) ?? {};
      return [{ among: among(visit), dueOn: noteDueOn, submittedOn, answer, content }];
    });
  const district = ({ urn }: VisitRead): string => schools.get(urn)?.district ?? districtNotStated;
  const waiting = every.flatMap((visit): readonly NoteWaiting[] => {
    const school = schools.get(visit.urn);
    const waits = written.includes(visit.state) && visit.awaited !== null;
    return school === undefined || !waits ? [] : [{ visit, school: school.name }];
  });
  return {
    ...{ authority, today, schoolYear },
    schoolYears: [
      ...new Set([schoolYear, ...every.flatMap(({ on }) => (on === null ? [] : [schoolYearOf(on)]))]),
    ].toSorted((a, b) => b - a),
    all: qualityOf(
      'All',
      noteOf(() => 'All'),
      today,
    ),
    byDistrict: qualityAmong(noteOf(district), today),
    byVisitor: qualityAmong(
      noteOf(({ goes }) => (goes === '' ? 'Not stated' : goes)),
      today,
    ),
    waiting: waiting.toSorted((a, b) => dueOn(a).localeCompare(dueOn(b))),
  };
}

function dueOn({ visit }: NoteWaiting): string {
  return visit.awaited?.dueOn ?? '';
}
