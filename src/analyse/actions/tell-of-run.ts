import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import {
  addTold,
  countable,
  groupsBefore,
  lastToldRun,
  schoolsOfRun,
  summaryOf,
} from '#/analyse/records/run-told.ts';
import type { Run } from '#/analyse/records/run.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { groupsOfConcern, schoolsOfConcern } from '#/analyse/rules/told-to-members/of-concern.ts';
import { countSchools } from '#/analyse/rules/told-to-members/schools-counted.ts';
import { tellSummary } from '#/analyse/rules/told-to-members/tell-summary.ts';
import type { Reference } from '#/law/reference.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { knownSchemes } from './scheme-asked.ts';

/**
 * Keeps with a run what may be told of it: the counts with small numbers left out, and which schools cause concern. Runs
 * are told of once; `false` when this one was.
 */
export async function tellOfRun(
  transaction: AuthorityTransaction,
  reference: Reference,
  run: Run,
  scheme: Scheme,
): Promise<boolean> {
  if ((await summaryOf(transaction, run)) !== null) return false;
  const schools = await schoolsOfRun(transaction, run.id);
  const groups = scheme.groups.map(({ name }) => name);
  const last = await lastToldRun(transaction, run);
  const before =
    last === null
      ? null
      : {
          told: last.told,
          counted: countSchools(countable(await schoolsOfRun(transaction, last.id)), last.told.groups),
        };
  const concern = groupsOfConcern(scheme);
  const urns = schools.flatMap(({ urn, group }) => (concern.includes(group ?? '') ? [urn] : []));
  const { all } = knownSchemes(reference, await adoptions(transaction));
  const earlier = (await groupsBefore(transaction, run, urns)).map((one) => {
    const then = all.find(({ id }) => id === one.scheme);
    return { ...one, groups: then === undefined ? [] : groupsOfConcern(then) };
  });
  await addTold(transaction, run, {
    concerns: schoolsOfConcern(run.id, schools, concern, earlier),
    summary: tellSummary(countSchools(countable(schools), groups), before),
  });
  return true;
}
