import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { addStep, lockRequests, requests } from '#/schools/records/requests.ts';
import { textProblems } from '#/schools/rules/check-request.ts';
import { stateAfter, stateOf } from '#/schools/rules/request-steps.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { isOver } from './answer-request.ts';
import { requestChange } from './request-change.ts';
import type { Outcome } from './requests.ts';

const longestWhy = 1000;
const endings = { withdraw: 'withdrawn', accept: 'done' } as const;

/** What an authority can do to end a request. */
export type EndingAct = keyof typeof endings;

/**
 * Withdraws a request, for a reason that the school reads; or accepts it as done. Whoever may ask the school may end what a
 * colleague asked, if they may know of it. What is over already as asked stays so.
 */
export async function endRequest(
  parts: Pick<Parts, 'published' | 'records'>,
  person: Person,
  asked: {
    readonly authority: string;
    readonly urn: Urn;
    readonly request: string;
    readonly act: EndingAct;
    readonly why: string;
  },
): Promise<Outcome<{ readonly already: boolean }>> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permitForSchool(person, 'ask a school', authority.slug, asked.urn);
  const why = asked.why.trim();
  const problems =
    asked.act === 'accept' && why === ''
      ? []
      : textProblems('why', why, longestWhy, 'Say why it is withdrawn: the school reads it.');
  if (problems.length > 0) return { kind: 'problems', problems };
  const records = await parts.records();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockRequests(transaction);
    const request = (await requests(transaction, asked.urn)).find(({ id }) => id === asked.request);
    if (request === undefined) throw nothingThere();
    const step = endings[asked.act];
    const state = stateOf(request.steps);
    if (state === step) return { kind: 'done', already: true };
    if (stateAfter(state, asked.act) === null) throw isOver(state);
    await addStep(transaction, request.id, { step, why, name: person.name });
    const act = asked.act === 'withdraw' ? 'withdrew a request' : 'accepted a request as done';
    await logChange(
      transaction,
      requestChange(request, act, { from: state, to: step, why: why === '' ? null : why }),
    );
    return { kind: 'done', already: false };
  });
}
