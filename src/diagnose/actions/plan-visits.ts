import { visitsKnownOn } from '#/diagnose/records/visits.ts';
import { checkVisits, type VisitsTyped } from '#/diagnose/rules/visits/check-visits.ts';
import { visitFacts } from '#/diagnose/rules/visits/visit-facts.ts';
import { templatesInForce } from '#/law/templates.ts';
import { openPaper } from '#/papers/actions/open-paper.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { heldIn, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { visitingRoles } from './read-visits.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** What is needed to plan visits. */
export interface PlanningRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** Schools the person may plan visits to: those given to them first, each in order of name. */
  readonly schools: readonly Pick<School, 'urn' | 'name'>[];
  readonly given: ReadonlySet<Urn>;
  /** Kinds of visit, by the identity of their template. */
  readonly templates: readonly { readonly id: string; readonly name: string; readonly about: string }[];
  /** Who can go, by name. */
  readonly visitors: readonly string[];
  /** Visits that are planned already, with who goes. */
  readonly standing: readonly {
    readonly urn: Urn;
    readonly school: string;
    readonly goes: string;
    readonly on: IsoDate;
    readonly time: string;
  }[];
}

/** Which schools the person may visit, who can go, and what is planned already. */
export async function readPlanning(parts: Needed, person: Person, slug: string): Promise<PlanningRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'write papers', authority.slug);
  const today = parts.today();
  const every = await openSchoolsOf(store, authority.slug, today);
  const names = new Map(every.map(({ urn, name }) => [urn, name]));
  const open = every.filter(({ urn }) => mayForSchool(person, 'write papers', authority.slug, urn) === true);
  const given = new Set(
    heldIn(person, authority.slug).flatMap(({ schools }) => (schools === 'all' ? [] : schools)),
  );
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => ({
    visits: await visitsKnownOn(transaction, { knownOn: today }),
    holders: await holdersOf(transaction, visitingRoles),
  }));
  const standing = (kept?.visits ?? []).flatMap(({ kind, urn, on, goes, time, steps }) =>
    kind === 'visit' && on !== null && on >= today && visitFacts(steps).stands === 'planned'
      ? [{ urn, school: names.get(urn) ?? `school ${urn}`, goes, on, time }]
      : [],
  );
  return {
    authority,
    today,
    schools: [...open.filter(({ urn }) => given.has(urn)), ...open.filter(({ urn }) => !given.has(urn))],
    given,
    templates: templatesInForce(parts.reference().templates, 'visit', today),
    // Whoever plans can go themselves, also where they may not know who else could.
    visitors: [...new Set([person.name, ...(kept?.holders ?? []).map(({ name }) => name)])].toSorted((a, b) =>
      a.localeCompare(b, 'en-GB'),
    ),
    standing,
  };
}

export type Planned =
  | { readonly kind: 'done'; readonly planned: number }
  | { readonly kind: 'problems'; readonly problems: readonly TypingProblem[] };

/**
 * Plans visits to one school or several, each on its own day, and invites the schools. Nothing is planned as long as anything
 * is wrong.
 */
export async function planVisits(
  parts: Needed,
  person: Person,
  asked: VisitsTyped & { readonly authority: string; readonly invite: boolean },
): Promise<Planned> {
  const read = await readPlanning(parts, person, asked.authority);
  const { schoolTerms: terms, bankHolidays } = parts.reference();
  const checked = checkVisits(asked, {
    schools: new Map(read.schools.map(({ urn, name }) => [urn, name])),
    templates: new Set(read.templates.map(({ id }) => id)),
    visitors: new Set(read.visitors),
    ...{ standing: read.standing, today: read.today, terms, bankHolidays },
  });
  if ('problems' in checked) return { kind: 'problems', problems: checked.problems };
  const { template, focus, goes, asked: there, whyNoGovernor, visits } = checked.visits;
  const authority = read.authority.slug;
  for (const { urn, on, time } of visits) {
    const opened = await openPaper(parts, person, {
      ...{ authority, urn, kind: 'visit', template, aboutOn: on },
      content: {
        ...{ focus, goes, asked: there },
        ...(time === '' ? {} : { time }),
        ...(whyNoGovernor === '' ? {} : { 'why-no-governor': whyNoGovernor }),
      },
    });
    if (opened.kind === 'problems') return opened;
    if (asked.invite) {
      await takeStep(parts, person, { authority, paper: opened.paper, step: 'invite', words: '' });
    }
  }
  return { kind: 'done', planned: visits.length };
}
