import type { RoundRead } from '#/analyse/actions/deciding/read-round.ts';
import type { SchoolToDecide } from '#/analyse/actions/deciding/held-against.ts';
import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';
import { problemOfEach, type FieldProblem } from '#/platform/web/form-problems.ts';
import { decideAddress, moderationAddress, schoolCategoriesAddress } from '#/platform/web/round-addresses.ts';
import { categoryInALine } from '#/platform/web/scheme-words.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { schoolCard } from './school-card.ts';

/** What was typed, what is wrong with it, and who decided meanwhile. */
export interface DecisionTypedIn {
  readonly category: string;
  readonly why: string;
  readonly problems: readonly FieldProblem[];
  readonly meanwhile: CategoryDecision | null;
}

/** One school to decide: everything that is said of it, and the form. */
export function decideView(read: RoundRead, one: SchoolToDecide, said: DecisionTypedIn | null) {
  const { authority, round, scheme, followedBy, mayDecide, schools, choices } = read;
  const { decision, urn, proposed } = one;
  const at = [authority.slug, round.number] as const;
  const next = nextToDecide(schools, urn);
  const problems = said?.problems ?? [];
  return {
    card: schoolCard(one, scheme, ...at),
    round: round.name,
    notice:
      said?.meanwhile === null || said === null
        ? null
        : `${said.meanwhile.decided.name} decided ${categoryInALine(scheme, said.meanwhile.category)} meanwhile. What you typed is still here: if you send it again, it is decided anew.`,
    revises: decision !== null,
    form:
      !mayDecide || scheme === null || followedBy !== null
        ? null
        : {
            address: decideAddress(...at, urn),
            basedOn: decision?.id ?? '',
            selectItems: choices.map((code) => ({
              value: code,
              text: `${categoryInALine(scheme, code)}${code === proposed ? ' (proposed)' : ''}`,
            })),
            category: said?.category ?? decision?.category ?? proposed,
            why: said?.why ?? '',
            problems: problemOfEach(['category', 'why'], problems),
          },
    cannot:
      followedBy !== null
        ? `This round is over: ${followedBy.name} followed it.`
        : mayDecide
          ? null
          : 'The director or the head of service decides.',
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    decideBy: dateInWords(round.decideBy),
    next: next === null ? null : { name: next.row.school.name, href: decideAddress(...at, next.urn) },
    moderationAddress: moderationAddress(...at),
    historyAddress: schoolCategoriesAddress(authority.slug, urn),
  };
}

/** The next school of the meeting that is left to decide: after this one, or from the beginning. */
function nextToDecide(schools: readonly SchoolToDecide[], urn: string): SchoolToDecide | null {
  const at = schools.findIndex((one) => one.urn === urn);
  const order = [...schools.slice(at + 1), ...schools.slice(0, Math.max(0, at))];
  return order.find(({ decision }) => decision === null) ?? null;
}
