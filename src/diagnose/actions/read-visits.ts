import { visitsKnownOn, type VisitKept } from '#/diagnose/records/visits.ts';
import { visitFacts } from '#/diagnose/rules/visits/visit-facts.ts';
import {
  firstDay,
  lastDay,
  mostBehind,
  visitsOwed,
  type VisitCounted,
} from '#/diagnose/rules/visits/visits-owed.ts';
import type { Reference } from '#/law/reference.ts';
import { termsOfYear, type Term } from '#/law/terms.ts';
import { visit } from '#/papers/rules/processes/visit.ts';
import { dayDue, standingOf } from '#/papers/rules/standing.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import { schoolYearOf, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';
import { schoolCategories } from './school-categories.ts';
import type { SchoolVisits, VisitRead, VisitsRead, Visitor } from './visits.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** Roles that visit schools: those that may write papers. */
export const visitingRoles = [
  'intervention officer',
  'challenge partner',
  'governor support',
  'head of service',
  'director',
] as const;

/**
 * Every open school whose papers the person may read, with the visits it is owed in a school year, those planned and those
 * made, as known on a day.
 */
export async function readVisits(
  parts: Needed,
  person: Person,
  asked: { readonly authority: string; readonly knownOn?: IsoDate; readonly schoolYear?: SchoolYear },
): Promise<VisitsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  permit(person, 'read papers', authority.slug);
  const today = parts.today();
  const knownOn = asked.knownOn ?? today;
  const schoolYear = asked.schoolYear ?? schoolYearOf(knownOn);
  const reference = parts.reference();
  const open = (await openSchoolsOf(store, authority.slug, knownOn)).filter(
    ({ urn }) => mayForSchool(person, 'read papers', authority.slug, urn) === true,
  );
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => ({
    visits: await visitsKnownOn(transaction, { knownOn }),
    categories: await schoolCategories(transaction, reference, { authority: authority.slug, on: knownOn }),
    holders: await holdersOf(transaction, visitingRoles),
  }));
  const visits = kept?.visits ?? [];
  const ofSchool = Map.groupBy(visits, ({ urn }) => urn);
  const { visitEntitlements: entitlements, schoolTerms: terms, bankHolidays } = reference;
  const within = { schoolYear, on: knownOn, entitlements, terms, bankHolidays };
  const schools = open.map(({ urn, name, phase, district }): SchoolVisits => {
    const some = ofSchool.get(urn) ?? [];
    const category = kept?.categories.get(urn) ?? null;
    const owed = visitsOwed(
      {
        category: category === null ? null : { scheme: category.schemeId, code: category.code },
        ofConcern: category?.ofConcern ?? false,
        ofConcernSince: category?.ofConcernSince ?? null,
      },
      some.flatMap((one) => counted(one, knownOn)),
      within,
    );
    const read = some.flatMap((one) => (one.kind === 'visit' ? [visitRead(one, reference, knownOn)] : []));
    return {
      ...{ urn, name, phase, district, category, owed, mostBehind: mostBehind(owed) },
      visits: read.filter(({ on }) => on !== null && isIn(on, schoolYear)),
      last: read.findLast(({ stands, on }) => stands === 'held' && (on ?? '') <= knownOn) ?? null,
      next: read.find(({ stands, on }) => stands === 'planned' && (on ?? '') >= knownOn) ?? null,
    };
  });
  return {
    ...{ authority, today, knownOn, schoolYear, schools },
    schoolYears: schoolYearsOf(visits, schoolYear, schoolYearOf(today)),
    term: termAt(knownOn, schoolYear, terms),
    visitors: visitorsOf(kept?.holders ?? []),
  };
}

/** A visit with what its steps tell, as known on a day. */
export function visitRead({ kind, ...kept }: VisitKept, reference: Reference, knownOn: IsoDate): VisitRead {
  const template = reference.templates.find((one) => one.kind === kind && one.id === kept.template);
  const { clock } = visit.states.held;
  const stood = { opened: { on: kept.openedOn }, steps: kept.steps, newest: { aboutOn: kept.on } };
  return {
    ...kept,
    ...visitFacts(kept.steps),
    purpose: template?.name ?? kept.template,
    noteDueOn: kept.on === null || clock === undefined ? null : dayDue(clock, kept.on, reference),
    awaited: standingOf(visit, stood, reference, knownOn).awaited,
  };
}

/** What of it counts: a meeting when its day is over, whatever became of its minutes. */
function counted({ kind, on, steps }: VisitKept, knownOn: IsoDate): readonly VisitCounted[] {
  if (on === null) return [];
  if (kind === 'visit') return [{ kind, on, state: visitFacts(steps).stands }];
  const given = steps.at(-1)?.step ?? '';
  if (['set-aside', 'cancel'].includes(given)) return [];
  return [{ kind, on, state: on <= knownOn ? 'held' : 'planned' }];
}

function isIn(on: IsoDate, schoolYear: SchoolYear): boolean {
  return firstDay(schoolYear) <= on && on <= lastDay(schoolYear);
}

function schoolYearsOf(
  visits: readonly VisitKept[],
  ...always: readonly SchoolYear[]
): readonly SchoolYear[] {
  const years = visits.flatMap(({ on }) => (on === null ? [] : [schoolYearOf(on)]));
  return [...new Set([...always, ...years])].toSorted((a, b) => b - a);
}

/** The term a day lies in, else the next of the school year; after the last the last. */
function termAt(on: IsoDate, schoolYear: SchoolYear, terms: Reference['schoolTerms']): Term {
  const ofYear = termsOfYear(schoolYear, terms);
  const found = ofYear.find(({ to }) => on <= to) ?? ofYear.at(-1);
  if (found === undefined) throw new Error(`School year ${String(schoolYear)} has no term`);
  return found;
}

function visitorsOf(holders: Awaited<ReturnType<typeof holdersOf>>): readonly Visitor[] {
  return [...Map.groupBy(holders, ({ person }) => person)].map(([person, held]) => ({
    person,
    name: held[0]?.name ?? '',
    schools: new Set(held.flatMap(({ schools }) => (schools === 'all' ? [] : schools))),
  }));
}
