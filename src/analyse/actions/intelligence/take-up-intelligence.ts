import { addIntelligenceStep, intelligence, lockIntelligence } from '#/analyse/records/intelligence.ts';
import { checkAct, type ActTyped } from '#/analyse/rules/intelligence/check-intelligence.ts';
import { actsOn, standingOf } from '#/analyse/rules/intelligence/intelligence.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { intelligenceChange } from './intelligence-change.ts';
import type { EntryAsked, Outcome } from './intelligence-read.ts';

/**
 * Says what becomes of an entry, with the reason: looked at, corrected, renewed or withdrawn. Nothing of it is changed by
 * that; what was first written stays with what to read instead. The same twice is done once.
 */
export async function takeUpIntelligence(
  parts: Pick<Parts, 'published' | 'records' | 'today'>,
  person: Person,
  asked: EntryAsked & ActTyped,
): Promise<Outcome<{ readonly already: boolean }>> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permitForSchool(person, 'tell of intelligence', authority.slug, asked.urn);
  const today = parts.today();
  const records = await parts.records();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockIntelligence(transaction);
    const found = (await intelligence(transaction, asked.urn)).find(({ id }) => id === asked.entry);
    if (found === undefined) throw nothingThere();
    const entry = standingOf(found, today);
    const checked = checkAct(asked, { today, until: entry.until });
    const last = entry.steps.at(-1);
    if (
      last?.person === person.id &&
      last.act === asked.act &&
      last.why === asked.why.trim() &&
      (last.says === null || last.says === asked.says.trim()) &&
      (last.until === null || !('done' in checked) || checked.done.until === last.until)
    )
      return { kind: 'done', already: true };
    if (actsOn(entry).length === 0) throw isWithdrawn();
    if ('problems' in checked) return { kind: 'problems', problems: checked.problems };
    const { done } = checked;
    await addIntelligenceStep(transaction, entry.id, { ...done, name: person.name });
    await logChange(
      transaction,
      intelligenceChange(entry, `${words[done.act]} an entry about a school`, {
        from: entry.state,
        to: done.until === null ? done.act : `${done.act} until ${done.until}`,
        why: done.why,
      }),
    );
    return { kind: 'done', already: false };
  });
}

const words = {
  'looked at': 'looked at',
  corrected: 'corrected',
  renewed: 'renewed',
  withdrawn: 'withdrew',
} as const;

function isWithdrawn(): KnownError {
  return new KnownError('usage', 'The entry was withdrawn. Nothing was changed.', [
    'Look at it again. If it is so after all, tell of it anew.',
  ]);
}
