import { logChanges, type Change } from '#/people/records/change-log.ts';
import { addPerson, addRole, callPerson } from '#/people/records/people.ts';
import {
  planPeople,
  type PeoplePlan,
  type PlanContext,
  type PersonRow,
  type RowProblem,
} from '#/people/rules/people-plan.ts';
import { holds, type Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { accountFor } from './accounts.ts';
import { changeOfPerson, roleInWords, spanInWords } from './change-words.ts';
import { withPeople, type PeopleContext, type PeopleParts } from './people-context.ts';
import { readPeopleFile } from './people-file.ts';
import type { ListGiven } from './read-list.ts';

/** A list of people: as rows or as CSV. */
export type ImportRequest = ({ readonly rows: readonly PersonRow[] } | ListGiven) & {
  readonly authority: string | undefined;
  /** The people are invented, and are signed in as by one click. */
  readonly demonstration?: boolean;
  /** Roles that are over already are kept, as history of who led what. */
  readonly withPast?: boolean;
  /** Say what would become of it, and change nothing. */
  readonly check?: boolean;
};

/** What a list of people changed, or would. */
export interface PeopleImport {
  readonly authority: AuthorityInStore;
  readonly rows: number;
  /** With any, nothing is changed. */
  readonly problems: readonly RowProblem[];
  readonly people: readonly ImportedPerson[];
  readonly applied: boolean;
}

export interface ImportedPerson {
  /** `null`: nobody known yet, and nothing was applied. */
  readonly person: string | null;
  readonly name: string;
  readonly email: string;
  readonly added: boolean;
  readonly calledBefore: string | null;
  /** Roles given, or to give, in words. */
  readonly given: readonly string[];
  /** Roles of the list that they hold already, in words. */
  readonly left: readonly string[];
}

/**
 * Takes in a list of people with their roles: all of it, or nothing where anything in it is wrong. Whoever is known by one
 * of their addresses is the same person; a role they hold already stays as it is, so that the same list again changes
 * nothing. Nothing is ended: a person or a role that is not in the list stays.
 */
export async function importPeople(
  parts: PeopleParts,
  person: Person,
  request: ImportRequest,
): Promise<PeopleImport> {
  const { rows, problems: unreadable } =
    'rows' in request ? { rows: request.rows, problems: [] } : await readPeopleFile(request);
  const over = request.withPast === true ? 'kept' : 'refused';
  const asked = { authority: request.authority, permission: 'manage people' } as const;
  const checked = await withPeople(parts, person, { ...asked, changes: true }, (context) =>
    Promise.resolve(outcomeOf({ ...context, over }, person, rows, unreadable)),
  );
  const { plan, outcome } = checked;
  if (outcome.problems.length > 0 || request.check === true || !changesAnything(plan)) return outcome;
  const accounts = new Map<string, string>();
  for (const { email, person: known } of plan.people) {
    if (known !== null) continue;
    const wanted = {
      email,
      authority: outcome.authority.slug,
      demonstration: request.demonstration ?? false,
      byOperator: holds(person, outcome.authority.slug, 'operator'),
    };
    accounts.set(email, await accountFor(parts, wanted));
  }
  return withPeople(parts, person, { ...asked, changes: true }, async (context, transaction) => {
    // Again, because somebody else may have changed people in between.
    const now = outcomeOf({ ...context, over }, person, rows, []);
    if (now.outcome.problems.length > 0) return now.outcome;
    const changes: Change[] = [];
    for (const planned of now.plan.people) {
      const id = planned.person ?? accounts.get(planned.email);
      if (id === undefined) throw new Error('Somebody in the list without an account');
      changes.push(...(await applyTo(transaction, context, person, id, planned)));
    }
    await logChanges(transaction, changes);
    const people = now.outcome.people.map((one) => ({
      ...one,
      person: one.person ?? accounts.get(one.email) ?? null,
    }));
    return { ...now.outcome, people, applied: true };
  });
}

/** Makes known, names and gives what is planned, and says what was changed. */
async function applyTo(
  transaction: AuthorityTransaction,
  context: PeopleContext,
  by: Person,
  id: string,
  planned: PeoplePlan['people'][number],
): Promise<readonly Change[]> {
  const { name, email, calledBefore, give } = planned;
  const changes: Change[] = [];
  if (planned.person === null) await addPerson(transaction, id);
  if (planned.person === null || calledBefore !== null) {
    await callPerson(transaction, { person: id, name, email, saidByName: by.name });
    const act = planned.person === null ? 'invited a person' : 'renamed a person';
    changes.push(
      changeOfPerson({ id, name }, null, {
        act,
        from: calledBefore,
        to: `${name}, ${email}`,
        why: give[0]?.why ?? null,
      }),
    );
  }
  for (const asked of give) {
    await addRole(transaction, id, asked, { byName: by.name, onBehalfOf: null });
    const to = `${roleInWords(asked, context)}, ${spanInWords(asked)}`;
    changes.push(changeOfPerson({ id, name }, asked, { act: 'gave a role', from: null, to, why: asked.why }));
  }
  return changes;
}

function outcomeOf(
  context: PeopleContext & Pick<PlanContext, 'over'>,
  person: Person,
  rows: readonly PersonRow[],
  unreadable: readonly RowProblem[],
): { readonly plan: PeoplePlan; readonly outcome: PeopleImport } {
  const plan = planPeople(rows, { ...context, giver: person.id });
  const people = plan.people.map(({ give, left, ...planned }) => ({
    ...planned,
    added: planned.person === null,
    given: give.map((asked) => `${roleInWords(asked, context)}, ${spanInWords(asked)}`),
    left: left.map((held) => roleInWords(held, context)),
  }));
  return {
    plan,
    outcome: {
      authority: context.authority,
      rows: rows.length,
      problems: [...unreadable, ...plan.problems],
      people,
      applied: false,
    },
  };
}

function changesAnything({ people }: PeoplePlan): boolean {
  return people.some(
    ({ person, calledBefore, give }) => person === null || calledBefore !== null || give.length > 0,
  );
}
