import { confirmReading } from '#/analyse/actions/confirm-reading.ts';
import { decideSeveral, type DecisionOfMeeting } from '#/analyse/actions/deciding/decide-several.ts';
import { openRound } from '#/analyse/actions/deciding/open-round.ts';
import { readRound, readRounds } from '#/analyse/actions/deciding/read-round.ts';
import { signDecisions } from '#/analyse/actions/deciding/sign-decisions.ts';
import { readOurView } from '#/analyse/actions/read-our-view.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { tellSchools } from '#/analyse/actions/telling/tell-schools.ts';
import type { Parts } from '#/parts.ts';
import { readPeople } from '#/people/actions/read-people.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { dateInWords } from '#/platform/web/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { presentDay } from './calendar.ts';
import { overruledIn } from './deciding/overruled.ts';
import { roundsUntil, type RoundPlanned } from './deciding/rounds.ts';
import type { CountyLife } from './life/county-life.ts';
import { onDay } from './on-day.ts';
import { actingAs } from './people/acting.ts';
import { federation, schoolsWithPeople } from './people/people-of-the-county.ts';

/** The days of the county’s analyses before its newest, so that a round rests on what was known when it was opened. */
export const analysedBefore = ['2024-10-31', '2025-04-30', '2025-12-31'] as const;

interface Deciding {
  readonly parts: Parts;
  readonly authority: string;
  readonly life: CountyLife;
  readonly acting: (email: string) => Person;
}

const headOfService = 'head-of-service@larkshire.example';
const director = 'director@larkshire.example';

/** Schools whose heads and chairs read what is decided: they are decided as proposed, and told. */
const withLeaders = new Set<string>([
  ...Object.values(schoolsWithPeople),
  federation.infant,
  federation.junior,
]);

/**
 * Has the county analyse and decide its categories, a round a term over two years: each on the analysis that was there, decided
 * by the head of service, signed by the director and told. The newest is in progress. Safe to repeat and to be interrupted: an
 * analysis that was made and what was done of a round stay as they are.
 */
export async function loadRounds(parts: Parts, authority: string, life: CountyLife): Promise<void> {
  const operator = await parts.person();
  const { people } = await readPeople(parts, operator, authority);
  const deciding = { parts, authority, life, acting: actingAs(people, authority) };
  const rounds = roundsUntil(parts.today());
  const left: (IsoDate | undefined)[] = [...analysedBefore, undefined];
  let run = '';
  for (const [place, round] of rounds.entries()) {
    while (left.length > 0 && (run === '' || (left[0] ?? presentDay) < round.opened)) {
      const asAt = left.shift();
      // The first was made when the first round was opened, and is what schools were told before anything was decided.
      const then = place === 0 ? onDay(parts, round.opened) : parts;
      run = (await runAnalysis(then, operator, { authority, ...(asAt === undefined ? {} : { asAt }) })).id;
    }
    await holdRound(deciding, round, place, run);
    if (place === rounds.length - 2) await lookAtOne(deciding, round, run);
  }
}

async function holdRound(
  deciding: Deciding,
  planned: RoundPlanned,
  place: number,
  run: string,
): Promise<void> {
  const { parts, authority, acting } = deciding;
  const { rounds } = await readRounds(parts, acting(headOfService), authority);
  const found = rounds.find(({ round }) => round.urn === null && round.name === planned.name);
  // A round that another followed is over.
  if (found !== undefined && found.followedBy !== null) return;
  const number = found?.round.number ?? (await open(deciding, planned, run));
  await decide(deciding, planned, place, number);
  if (planned.isNewest) return;
  await confirm(deciding, planned.late, place);
}

async function open(
  { parts, authority, acting }: Deciding,
  { name, opened, decideBy, tellBy }: Pick<RoundPlanned, 'name' | 'opened' | 'decideBy' | 'tellBy'>,
  run: string,
  one?: { readonly urn: string; readonly why: string },
): Promise<string> {
  const done = await openRound(onDay(parts, opened), acting(headOfService), {
    ...{ authority, run, name, decideBy, tellBy },
    ...(one ?? { urn: '', why: 'Every school is looked at each term.' }),
  });
  if (done.kind === 'problems') throw new Error(`No round was opened: ${JSON.stringify(done.problems)}`);
  return done.round.number;
}

/** One school is looked at between two rounds, because of what came to ears, and decided otherwise than the rules propose. */
async function lookAtOne(deciding: Deciding, { late }: RoundPlanned, run: string): Promise<void> {
  const { parts, authority, acting } = deciding;
  const { rounds } = await readRounds(parts, acting(headOfService), authority);
  if (rounds.some(({ round }) => round.urn !== null)) return;
  const [before] = rounds;
  if (before === undefined) return;
  const { schools } = await readRound(parts, acting(headOfService), authority, before.round.number);
  const one = schools.find(({ urn, proposed }) => proposed === 'E2' && !withLeaders.has(urn));
  if (one === undefined) return;
  const { urn } = one;
  const name = `One school, ${dateInWords(late)}`;
  const round = await open(deciding, { name, opened: late, decideBy: late, tellBy: late }, run, {
    urn,
    why: 'Head and deputy both leave, and nobody is appointed.',
  });
  const why = 'Nobody leads the school from September. Results do not show it yet.';
  await decideOn(deciding, late, round, [{ urn, category: 'B3', why, basedOn: '' }]);
  await tell(deciding, late);
}

/** Schools that a meeting puts off: in the newest round they are left, in others they are decided when its time is over. */
const putOff = { newest: 26, others: 3 } as const;

/** Of the newest round: decisions of concern that wait for a signature, and others that wait for their letter. */
const waiting = { toSign: 6, toTell: 18 } as const;

/** Decides what is undecided, has it signed and tells it; of the newest round not everything, so that there is something to do. */
async function decide(
  deciding: Deciding,
  planned: RoundPlanned,
  place: number,
  round: string,
): Promise<void> {
  const { parts, authority, life, acting } = deciding;
  const by = acting(headOfService);
  const { opened, met, signed, told, late, isNewest } = planned;
  const { schools } = await readRound(onDay(parts, met), by, authority, round);
  const undecided = schools
    .filter(({ decision }) => decision === null)
    .toSorted((a, b) => a.urn.localeCompare(b.urn));
  const others = undecided.filter(({ urn }) => !withLeaders.has(urn));
  const overruled = overruledIn(life, others, { place, opened });
  const isOverruled = new Set(overruled.map(({ urn }) => urn));
  const alone = others.filter(
    ({ urn, reasons }) =>
      reasons.some(({ kind }) => kind === 'mover' || kind === 'disagreement') && !isOverruled.has(urn),
  );
  const rest = others.filter((one) => !isOverruled.has(one.urn) && !alone.includes(one));
  const inOrder = [...alone, ...rest].map(asProposed);
  const off = inOrder.slice(0, isNewest ? putOff.newest : putOff.others);
  const last = isNewest ? inOrder.slice(putOff.newest, putOff.newest + waiting.toTell) : [];
  const later = new Set([...off, ...last].map(({ urn }) => urn));
  const now = undecided.filter(({ urn }) => !isOverruled.has(urn) && !later.has(urn)).map(asProposed);
  await decideOn(deciding, met, round, [...overruled.map((one) => ({ ...one, basedOn: '' })), ...now]);
  await sign(deciding, signed, round, isNewest ? waiting.toSign : 0);
  await tell(deciding, told);
  await decideOn(deciding, isNewest ? told : late, round, isNewest ? last : off);
  if (isNewest) return;
  await sign(deciding, late, round, 0);
  await tell(deciding, late);
}

function asProposed({
  urn,
  proposed,
}: {
  readonly urn: string;
  readonly proposed: string;
}): DecisionOfMeeting {
  return { urn, category: proposed, why: '', basedOn: '' };
}

async function decideOn(
  { parts, authority, acting }: Deciding,
  day: IsoDate,
  round: string,
  decisions: readonly DecisionOfMeeting[],
): Promise<void> {
  const asked = { authority, round, decisions };
  const done = await decideSeveral(onDay(parts, day), acting(headOfService), asked);
  if (done.kind === 'problems') throw new Error(`Not decided: ${JSON.stringify(done.problems[0])}`);
}

async function sign(
  { parts, authority, acting }: Deciding,
  day: IsoDate,
  number: string,
  unsigned: number,
): Promise<void> {
  const { schools, maySign } = await readRound(onDay(parts, day), acting(director), authority, number);
  const all = schools.filter(({ decision }) => decision !== null && maySign.has(decision.id));
  const wait = new Set(all.filter(({ urn }) => !withLeaders.has(urn)).slice(0, unsigned));
  const decisions = all.flatMap((one) => (wait.has(one) || one.decision === null ? [] : [one.decision.id]));
  await signDecisions(onDay(parts, day), acting(director), { authority, decisions });
}

async function tell({ parts, authority, acting }: Deciding, day: IsoDate): Promise<void> {
  for (const way of ['here', 'by post'] as const) {
    const done = await tellSchools(onDay(parts, day), acting(headOfService), {
      authority,
      way,
      postedOn: day,
    });
    if (done.kind === 'problems') throw new Error(`Not told: ${JSON.stringify(done.problems)}`);
  }
}

/** Whoever signs in confirms some of the letters, others in other rounds; those of the newest round wait. */
async function confirm({ parts, authority, acting }: Deciding, day: IsoDate, place: number): Promise<void> {
  const on = onDay(parts, day);
  for (const [index, urn] of Object.values(schoolsWithPeople).entries()) {
    if ((index + place) % 3 === 0) continue;
    for (const role of ['headteacher', 'chair']) {
      const person = acting(`${index === 0 ? role : `${role}-${urn}`}@larkshire.example`);
      const { now } = await readOurView(on, person, authority, urn);
      const decision = now?.told.decision ?? null;
      if (now === null || decision === null) continue;
      await confirmReading(on, person, { authority, urn, run: now.run.id, decision });
    }
  }
}
