import { addReply, lockCorrespondence, replies } from '#/analyse/records/correspondence.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { textProblems } from '#/schools/rules/check-request.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { SaidOutcome } from './our-view.ts';
import { toldToSchool } from './told-to-school.ts';

const longestReply = 5000;

/**
 * Replies to the category, for the school; or answers for the authority, in the same thread. It is kept as a reply to what
 * was told at the time. The same words twice, one after the other, are one reply.
 */
export async function replyToCategory(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  asked: { readonly authority: string; readonly urn: Urn; readonly words: string },
): Promise<SaidOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  const { slug } = authority;
  const ofTheSchool = mayForSchool(person, 'answer for the school', slug, asked.urn) === true;
  if (!ofTheSchool) permitForSchool(person, 'ask a school', slug, asked.urn);
  const words = asked.words.trim();
  const problems = textProblems('words', words, longestReply, 'Write what you want to say.');
  if (problems.length > 0) return { kind: 'problems', problems };
  const records = await parts.records();
  return await records.inAuthority(slug, person, async (transaction) => {
    await lockCorrespondence(transaction);
    const { now, before } = await toldToSchool(
      transaction,
      parts.reference(),
      slug,
      asked.urn,
      parts.today(),
    );
    const told = now?.told ?? before[0]?.told;
    if (told === undefined) throw nothingThere();
    const last = (await replies(transaction, asked.urn)).at(-1);
    if (last?.person === person.id && last.words === words) return { kind: 'done', already: true };
    const side = ofTheSchool ? 'school' : 'authority';
    const { run } = told.last;
    const { decision } = told;
    await addReply(transaction, { run, decision, urn: asked.urn, side, words, name: person.name });
    await logChange(transaction, {
      act: ofTheSchool ? 'replied to the category' : 'answered a reply to the category',
      about: { kind: 'category told', key: asked.urn },
      aboutName: `the category told to school ${asked.urn}`,
      urn: asked.urn,
      from: null,
      to: null,
      why: null,
    });
    return { kind: 'done', already: false };
  });
}
