import { addShareTarget, lockExpectations, shareTargets } from '#/analyse/records/expectations.ts';
import { shareForecasts } from '#/analyse/records/forecast-rows.ts';
import { newestForecastRun } from '#/analyse/records/forecast-runs.ts';
import { longestWhy } from '#/analyse/rules/expected/check-expectation.ts';
import { checkShareTarget, type ShareTargetTyped } from '#/analyse/rules/expected/check-share-target.ts';
import type { ShareTarget } from '#/analyse/rules/expected/expectation.ts';
import { isAimedAt, standingsToExpect } from '#/analyse/rules/expected/judged-standing.ts';
import { targetsOverTime } from '#/analyse/rules/expected/newest-of-each.ts';
import type { TrajectoryGroup } from '#/analyse/rules/forecast/forecast.ts';
import { dateInWords } from '#/analyse/rules/words.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import { textProblems } from '#/schools/rules/check-request.ts';
import type { TargetsRead, WrittenOutcome } from './expected-read.ts';
import { permitShares } from './permit-shares.ts';
import { standingsFrom } from './read-expectations.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** The shares of schools that are and were aimed at, and what could be aimed at next. */
export async function readTargets(parts: Needed, person: Person, slug: string): Promise<TargetsRead> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permitShares(person, authority.slug);
  const written = await ifAnyRecords(parts, person, authority.slug, shareTargets);
  return {
    authority,
    targets: targetsOverTime(written ?? []).toReversed(),
    maySet: mayFor(person, 'set targets', authority.slug),
    groups: await groupsOf(parts, person, authority),
    standings: standingsFrom(parts, parts.today()).filter(isAimedAt),
  };
}

/**
 * Says which share of schools is aimed at for a day. It replaces what was aimed at for the same schools, day and standing,
 * which is kept. The very same again changes nothing.
 *
 * @returns that it is set; or everything that is wrong with what was typed
 */
export async function setTarget(
  parts: Needed,
  person: Person,
  asked: ShareTargetTyped & { readonly authority: string },
): Promise<WrittenOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permit(person, 'set targets', authority.slug);
  const today = parts.today();
  const { frameworks } = parts.reference();
  const groups = await groupsOf(parts, person, authority);
  const checked = checkShareTarget(asked, groups, today, (day) => standingsToExpect(frameworks, today, day));
  if ('problems' in checked) return { kind: 'problems', problems: checked.problems };
  return await write(parts, person, authority, checked.target);
}

/** Withdraws a share that is aimed at, for a reason. What is withdrawn already stays so. */
export async function withdrawTarget(
  parts: Needed,
  person: Person,
  asked: Omit<ShareTargetTyped, 'share' | 'restsOn'> & { readonly authority: string; readonly why: string },
): Promise<WrittenOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permit(person, 'set targets', authority.slug);
  const written = await ifAnyRecords(parts, person, authority.slug, shareTargets);
  const meant = (written ?? []).find(
    ({ group, standing, on }) =>
      group.kind === asked.groupKind &&
      group.name === asked.groupName &&
      standing === asked.standing &&
      on === asked.on,
  );
  if (meant === undefined) throw nothingThere();
  const why = asked.why.trim();
  const problems = textProblems('why', why, longestWhy, 'Say why it is no longer aimed at.');
  if (problems.length > 0) return { kind: 'problems', problems };
  const { group, standing, on } = meant;
  return await write(parts, person, authority, { group, standing, on, share: null, restsOn: why });
}

async function write(
  parts: Needed,
  person: Person,
  authority: AuthorityInStore,
  target: Omit<ShareTarget, 'number' | 'set'>,
): Promise<WrittenOutcome> {
  const records = await parts.records();
  await records.prepareAuthority(authority.slug, authority.name);
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockExpectations(transaction);
    const before = (await shareTargets(transaction)).findLast((one) => isForTheSame(one, target));
    if (before?.share === target.share && (target.share === null || before.restsOn === target.restsOn)) {
      return { kind: 'done', already: true };
    }
    await addShareTarget(transaction, { ...target, set: { on: parts.today(), name: person.name } });
    const { kind, name } = target.group;
    await logChange(transaction, {
      act: target.share === null ? 'withdrew a share aimed at' : 'set a share to aim at',
      about: { kind: 'share aimed at', key: `${kind} ${name}` },
      aboutName: `${name}, ${target.standing} on ${dateInWords(target.on)}`,
      urn: null,
      from: before === undefined ? null : inWords(before.share),
      to: inWords(target.share),
      why: target.restsOn,
    });
    return { kind: 'done', already: false };
  });
}

function isForTheSame(one: Omit<ShareTarget, 'set'>, other: Omit<ShareTarget, 'number' | 'set'>): boolean {
  return (
    one.group.kind === other.group.kind &&
    one.group.name === other.group.name &&
    one.standing === other.standing &&
    one.on === other.on
  );
}

function inWords(share: number | null): string {
  return share === null ? 'withdrawn' : `${String(Math.round(share * 1000) / 10)}%`;
}

/** All schools, those of each phase and district there are, and whatever else the newest forecast has the shares of. */
async function groupsOf(
  parts: Needed,
  person: Person,
  { slug }: AuthorityInStore,
): Promise<readonly TrajectoryGroup[]> {
  const schools = await openSchoolsOf(await parts.published(), slug, parts.today());
  const forecast = await ifAnyRecords(parts, person, slug, async (transaction) => {
    const run = await newestForecastRun(transaction, slug);
    return run === null ? [] : await shareForecasts(transaction, run);
  });
  const groups: readonly TrajectoryGroup[] = [
    { kind: 'all', name: 'All schools' },
    ...schools.map(({ phase }) => ({ kind: 'phase', name: phase }) as const),
    ...schools.flatMap(({ district }) =>
      district === null ? [] : [{ kind: 'district', name: district } as const],
    ),
    ...(forecast ?? []).map(({ group }) => group),
  ];
  const kinds = ['all', 'phase', 'district', 'type'] as const;
  const each = [...new Map(groups.map((group) => [`${group.kind} ${group.name}`, group])).values()];
  return kinds.flatMap((kind) => each.filter((group) => group.kind === kind));
}
