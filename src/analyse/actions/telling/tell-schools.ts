import { addLetters } from '#/analyse/records/letters.ts';
import { lockDecisions } from '#/analyse/records/decisions.ts';
import type { LetterKept } from '#/analyse/rules/deciding/decision.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit, permitForSchool } from '#/people/actions/permit.ts';
import { logChanges } from '#/people/records/change-log.ts';
import { queueMail } from '#/people/records/mail.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { letterSentAddress } from '#/platform/web/letter-addresses.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { keepToldState } from './keep-told-state.ts';
import { lettersToTell, type LetterToTell } from './letters-to-tell.ts';

export interface TellAsked {
  readonly authority: string;
  /** One school; left out, every school that can be told in this way. */
  readonly urn?: Urn;
  /** The decision as it was read before telling: nothing is told where another was made since. */
  readonly decision?: string;
  /** Here, where head or chair sign in; by post, where the printed letter was sent. */
  readonly way: 'here' | 'by post';
  /** As typed: the day on which printed letters were sent. Here it is today. */
  readonly postedOn?: string;
}

export type TellOutcome =
  | { readonly kind: 'done'; readonly told: number; readonly left: number }
  | { readonly kind: 'problems'; readonly problems: readonly TypingProblem[] };

/**
 * Tells head and chair what was decided: the letter is kept as it is sent, everybody who leads the school and is known here
 * is told by mail that something waits, and what members are told is brought up to date, all in one transaction. What is
 * not signed, or lacks a fact for its letter, is left.
 */
export async function tellSchools(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  asked: TellAsked,
): Promise<TellOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  const { slug } = authority;
  if (asked.urn === undefined) permit(person, 'decide categories', slug);
  else permitForSchool(person, 'decide categories', slug, asked.urn);
  const today = parts.today();
  const day = asked.way === 'here' ? today : dayPosted(asked.postedOn ?? '', today);
  if (day === null)
    return {
      kind: 'problems',
      problems: [
        {
          field: 'posted',
          text: 'Write the day on which the printed letters were sent: today or before, such as 9 9 2026.',
        },
      ],
    };
  const records = await parts.records();
  if (!(await records.has(slug))) throw nothingThere();
  return await records.inAuthority(slug, person, async (transaction) => {
    await lockDecisions(transaction);
    const waiting = await lettersToTell(parts, transaction, authority, asked.urn);
    const letters = waiting.flatMap((one) => tellable(one, { ...asked, day }));
    if (letters.length > 0) {
      await addLetters(
        transaction,
        letters.map(({ decision: { id, urn, ofConcern }, letter }) => ({
          ...{ decision: id, urn, ofConcern, letter },
          ...{ on: day, way: asked.way, name: person.name },
        })),
      );
      await queueMail(
        transaction,
        letters.flatMap(({ decision, leaders }) =>
          leaders.map((leader) => ({
            person: leader.person,
            occasion: 'letter on the category' as const,
            href: letterSentAddress(slug, decision.urn, decision.id),
          })),
        ),
      );
      await logChanges(
        transaction,
        letters.map(({ decision: { urn } }) => ({
          ...{
            act: asked.way === 'here' ? 'told a school its category' : 'told a school its category by post',
          },
          ...{ urn, from: null, to: null, why: null },
          about: { kind: 'category decided', key: urn },
          aboutName: `the category of school ${urn}`,
        })),
      );
      await keepToldState(parts, transaction, slug, person.name);
    }
    return { kind: 'done', told: letters.length, left: waiting.length - letters.length };
  });
}

/** A letter that is ready, and goes in this way: here to whoever leads the school here, by post where nobody does or one school is chosen. */
function tellable(
  one: LetterToTell,
  asked: TellAsked & { readonly day: string },
): readonly (LetterToTell & { readonly letter: LetterKept })[] {
  const { written, leaders, decision } = one;
  if (written.kind === 'missing') return [];
  if (asked.decision !== undefined && asked.decision !== decision.id) return [];
  if (asked.way === 'here' && leaders.length === 0) return [];
  if (asked.way === 'by post' && asked.urn === undefined && leaders.length > 0) return [];
  if (asked.day < decision.decided.on) return [];
  return [{ ...one, letter: written.letter }];
}

function dayPosted(typed: string, today: string): string | null {
  const read = readDate(typed.trim());
  return read === null || read > today ? null : read;
}
