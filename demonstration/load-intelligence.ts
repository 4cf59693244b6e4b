import { takeUpIntelligence } from '#/analyse/actions/intelligence/take-up-intelligence.ts';
import { tellOfIntelligence } from '#/analyse/actions/intelligence/tell-of-intelligence.ts';
import { readRounds } from '#/analyse/actions/deciding/read-round.ts';
import { readAllocation } from '#/diagnose/actions/read-allocation.ts';
import type { Parts } from '#/parts.ts';
import { readPeople } from '#/people/actions/read-people.ts';
import { heardIn } from './deciding/intelligence.ts';
import { onDay } from './on-day.ts';
import { actingAs } from './people/acting.ts';

/**
 * Has the county’s services tell what they hear of schools, each on the day it became known, and others take it up. Safe to
 * repeat: the same from the same person is one entry.
 */
export async function loadIntelligence(parts: Parts, authority: string): Promise<void> {
  const { people } = await readPeople(parts, await parts.person(), authority);
  const acting = actingAs(people, authority);
  const by = (address: string) => acting(`${address}@larkshire.example`);
  const { schools } = await readAllocation(parts, by('head-of-service'), authority);
  const { rounds } = await readRounds(parts, by('head-of-service'), authority);
  const alone = rounds.find(({ round }) => round.urn !== null)?.round;
  const lookedAtAlone =
    alone === undefined || alone.urn === null ? null : { urn: alone.urn, opened: alone.opened.on };
  const urns = schools.map(({ urn }) => urn).toSorted();
  for (const { then, ...one } of heardIn(parts.today(), urns, lookedAtAlone)) {
    const named = one.named.map((address) => by(address).id);
    const told = await tellOfIntelligence(onDay(parts, one.knownOn), by(one.by), {
      ...{ authority, school: one.urn, kind: one.kind, words: one.words, source: one.source },
      ...{ basis: one.basis, knownOn: one.knownOn, level: one.level, named, until: '' },
    });
    // Our own people by our own actions: whatever is refused is a bug of one or the other.
    if (told.kind === 'problems') throw new Error(`Not told: ${JSON.stringify(told.problems)}`);
    if (then === null || told.already) continue;
    const asked = { authority, urn: one.urn, entry: told.entry, until: '', ...then };
    const done = await takeUpIntelligence(onDay(parts, one.knownOn), by(then.by), asked);
    if (done.kind === 'problems') throw new Error(`Not taken up: ${JSON.stringify(done.problems)}`);
  }
}
