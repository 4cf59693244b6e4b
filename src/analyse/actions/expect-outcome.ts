import { addExpectation, expectations, lockExpectations } from '#/analyse/records/expectations.ts';
import {
  checkExpectation,
  longestWhy,
  type ExpectationTyped,
} from '#/analyse/rules/expected/check-expectation.ts';
import type { Expected } from '#/analyse/rules/expected/expectation.ts';
import { standingsToExpect } from '#/analyse/rules/expected/judged-standing.ts';
import { dateInWords } from '#/analyse/rules/words.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import { textProblems } from '#/schools/rules/check-request.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { WrittenOutcome } from './expected-read.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** Which school of which authority. */
interface Place {
  readonly authority: string;
  readonly urn: Urn;
}

/**
 * Writes down how an officer expects a school to stand on a day. It replaces what the same officer expected of the school
 * before, which is kept and marked as well. The very same again changes nothing.
 *
 * @returns that it is written down; or everything that is wrong with what was typed
 */
export async function expectOutcome(
  parts: Needed,
  person: Person,
  asked: ExpectationTyped & Place,
): Promise<WrittenOutcome> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  permitForSchool(person, 'expect an outcome', authority.slug, asked.urn);
  const today = parts.today();
  const school = await schoolOfAuthority(store, authority.slug, asked.urn, today);
  if (school === null) throw nothingThere();
  const { frameworks } = parts.reference();
  const checked = checkExpectation(asked, today, (day) => standingsToExpect(frameworks, today, day));
  const closed = school.status === 'closed' ? [{ field: 'standing', text: isClosed }] : [];
  if ('problems' in checked) return { kind: 'problems', problems: [...closed, ...checked.problems] };
  if (closed.length > 0) return { kind: 'problems', problems: closed };
  const records = await parts.records();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockExpectations(transaction);
    const before = await ownNewest(transaction, person, asked.urn);
    const { expected, why } = checked;
    if (before?.why === why && isSame(before.expected, expected)) {
      return { kind: 'done', already: true };
    }
    await addExpectation(transaction, {
      urn: asked.urn,
      expected,
      why,
      made: { on: today, name: person.name },
    });
    await logChange(transaction, {
      act: 'wrote down what to expect',
      ...about(asked.urn),
      from: before === undefined ? null : inWords(before.expected),
      to: inWords(expected),
      why,
    });
    return { kind: 'done', already: false };
  });
}

/**
 * Withdraws what this officer expects of a school, for a reason. It was expected until then, and stays to be seen; what is
 * withdrawn already stays so.
 */
export async function withdrawExpectation(
  parts: Pick<Parts, 'published' | 'records' | 'today'>,
  person: Person,
  asked: Place & { readonly why: string },
): Promise<WrittenOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permitForSchool(person, 'expect an outcome', authority.slug, asked.urn);
  const why = asked.why.trim();
  const problems = textProblems('why', why, longestWhy, 'Say why you no longer expect it.');
  if (problems.length > 0) return { kind: 'problems', problems };
  const records = await parts.records();
  if (!(await records.has(authority.slug))) throw nothingThere();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockExpectations(transaction);
    const before = await ownNewest(transaction, person, asked.urn);
    if (before === undefined) throw nothingThere();
    if (before.expected === null) return { kind: 'done', already: true };
    const made = { on: parts.today(), name: person.name };
    await addExpectation(transaction, { urn: asked.urn, expected: null, why, made });
    await logChange(transaction, {
      act: 'withdrew what to expect',
      ...about(asked.urn),
      from: inWords(before.expected),
      to: inWords(null),
      why,
    });
    return { kind: 'done', already: false };
  });
}

const isClosed = 'The school is closed: nothing is to be expected of it.';

/** What this officer wrote down last of the school. */
async function ownNewest(transaction: AuthorityTransaction, person: Person, urn: Urn) {
  return (await expectations(transaction, urn)).findLast(({ made }) => made.person === person.id);
}

function isSame(one: Expected | null, other: Expected): boolean {
  return one?.standing === other.standing && one.by === other.by && one.sure === other.sure;
}

function about(urn: Urn) {
  return {
    about: { kind: 'expectation', key: urn },
    aboutName: `what is expected of school ${urn}`,
    urn,
  } as const;
}

/** `below good by 31 August 2027, 70% sure`. */
function inWords(expected: Expected | null): string {
  if (expected === null) return 'withdrawn';
  const { standing, by, sure } = expected;
  return `${standing} by ${dateInWords(by)}${sure === null ? '' : `, ${String(sure)}% sure`}`;
}
