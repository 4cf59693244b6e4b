import { decidedNow } from '#/analyse/records/decisions-beside.ts';
import { newestRun } from '#/analyse/records/risk-runs.ts';
import { concernsOf, countable, lastToldRun, schoolsOfRun, summaryOf } from '#/analyse/records/run-told.ts';
import {
  addToldState,
  concernsOfState,
  countedInState,
  newestToldState,
  summaryOfState,
} from '#/analyse/records/told-states.ts';
import type { Run } from '#/analyse/records/run.ts';
import { asTold } from '#/analyse/rules/told-to-members/as-told.ts';
import { groupsOfConcern } from '#/analyse/rules/told-to-members/of-concern.ts';
import { countSchools } from '#/analyse/rules/told-to-members/schools-counted.ts';
import { tellSummary, type ToldBefore } from '#/analyse/rules/told-to-members/tell-summary.ts';
import type { Parts } from '#/parts.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { schemeOf } from '../schemes-of.ts';

/**
 * Keeps how all schools stand by what they are told: once the first decision is told, that and no longer the analysis alone is
 * what members and dioceses hear. Numbers are suppressed so that neither they nor what was told before says too much; a
 * school causes concern since the day on which that was first told without a break. Nothing where no decision was told.
 */
export async function keepToldState(
  parts: Pick<Parts, 'reference' | 'today'>,
  transaction: AuthorityTransaction,
  authority: string,
  name: string,
): Promise<void> {
  const run = await newestRun(transaction, authority);
  const scheme = run === null ? null : await schemeOf(transaction, parts.reference(), run);
  if (run === null || scheme === null) return;
  const told = new Map(
    [...(await decidedNow(transaction))].flatMap(([urn, one]) =>
      one.told === null ? [] : [[urn, one.told]],
    ),
  );
  const schools = asTold(await schoolsOfRun(transaction, run.id), told, groupsOfConcern(scheme));
  const decided = schools.filter((one) => one.decided).length;
  if (decided === 0) return;
  const on = parts.today();
  const counted = countSchools(
    countable(schools),
    scheme.groups.map((group) => group.name),
  );
  const since = await concernSince(transaction, run);
  const number = await addToldState(transaction, {
    ...{ run: run.id, scheme: run.scheme, on, schools: schools.length, decided, name, counted },
    concerns: schools.flatMap(
      ({ urn, name: called, phase, district, group, decided: byPerson, ofConcern }) =>
        ofConcern && group !== null
          ? [{ urn, name: called, phase, district, group, decided: byPerson, since: since.get(urn) ?? on }]
          : [],
    ),
    summary: tellSummary(counted, await toldLast(transaction, run)),
  });
  await logChange(transaction, {
    ...{ act: 'brought what is told of all schools up to date', urn: null, from: null, why: null },
    about: { kind: 'what is told of all schools', key: number },
    aboutName: 'what is told of all schools',
    to: `${String(decided)} of ${String(schools.length)} by decisions`,
  });
}

/** Since when the schools cause concern that did so until now, by what was told. */
async function concernSince(transaction: AuthorityTransaction, run: Run): Promise<ReadonlyMap<Urn, IsoDate>> {
  const state = await newestToldState(transaction);
  const concerns =
    state === null ? await concernsOf(transaction, run) : await concernsOfState(transaction, state);
  return new Map(concerns.map(({ urn, since }) => [urn, since]));
}

/** What was told last, with the counts behind it: a state; before there was one, the newest analysis that was told of. */
async function toldLast(transaction: AuthorityTransaction, run: Run): Promise<ToldBefore | null> {
  const state = await newestToldState(transaction);
  if (state !== null) {
    const told = await summaryOfState(transaction, state);
    const counted = await countedInState(transaction, state);
    return told === null || counted === null ? null : { told, counted };
  }
  const own = await summaryOf(transaction, run);
  const last = own === null ? await lastToldRun(transaction, run) : { id: run.id, told: own };
  if (last === null) return null;
  const counted = countSchools(countable(await schoolsOfRun(transaction, last.id)), last.told.groups);
  return { told: last.told, counted };
}
