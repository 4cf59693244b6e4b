import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { addAnswer, addStep, lockRequests, requests } from '#/schools/records/requests.ts';
import { textProblems } from '#/schools/rules/check-request.ts';
import { stateAfter, stateOf } from '#/schools/rules/request-steps.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { requestChange } from './request-change.ts';
import type { Outcome } from './requests.ts';

const longestAnswer = 5000;

/**
 * Answers what a school was asked, in its name. The same words twice are one answer. A request that is over, or that the
 * person may not know of, takes none.
 */
export async function answerRequest(
  parts: Pick<Parts, 'published' | 'records'>,
  person: Person,
  asked: { readonly authority: string; readonly urn: Urn; readonly request: string; readonly words: string },
): Promise<Outcome<{ readonly already: boolean }>> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permitForSchool(person, 'answer for the school', authority.slug, asked.urn);
  const words = asked.words.trim();
  const problems = textProblems('words', words, longestAnswer, 'Write your answer.');
  if (problems.length > 0) return { kind: 'problems', problems };
  const records = await parts.records();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockRequests(transaction);
    const request = (await requests(transaction, asked.urn)).find(({ id }) => id === asked.request);
    if (request === undefined) throw nothingThere();
    const last = request.answers.findLast((one) => one.person === person.id);
    if (last?.words === words) return { kind: 'done', already: true };
    const state = stateOf(request.steps);
    if (stateAfter(state, 'answer') === null) throw isOver(state);
    await addAnswer(transaction, request, words, person.name);
    await addStep(transaction, request.id, { step: 'answered', why: '', name: person.name });
    await logChange(
      transaction,
      requestChange(request, 'answered a request', {
        from: state,
        to: 'answered',
        why: null,
      }),
    );
    return { kind: 'done', already: false };
  });
}

/** What is over stays over. */
export function isOver(state: string): KnownError {
  return new KnownError('usage', `The request is over: it is ${state}. Nothing was changed.`, [
    'Look at the request again. If more is needed, ask anew.',
  ]);
}
