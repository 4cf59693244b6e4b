import type { DecisionsOfSchool } from '#/analyse/actions/deciding/read-decisions.ts';
import { ourViewAddress, schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import { decideAddress, openRoundAddress } from '#/platform/web/round-addresses.ts';
import { categoryInALine } from '#/platform/web/scheme-words.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { decisionWords } from './school-card.ts';

/** Every category of a school over time with its reasons; for head and chair as they were told. */
export function categoriesView({ authority, school, decisions, whole, mayDecide }: DecisionsOfSchool) {
  return {
    name: school.name,
    lead:
      decisions.length === 0
        ? whole
          ? 'No category has been decided for this school yet. What the rules propose is a hypothesis.'
          : 'The school has been told no decision yet.'
        : `${plural(decisions.length, 'decision')}${whole ? '' : ' that the school was told'}, the newest first. None is ever changed: a later one takes its place.`,
    whole,
    openAddress: mayDecide ? withQuery(openRoundAddress(authority.slug), { urn: [school.urn] }) : null,
    backAddress: whole
      ? schoolAddress(authority.slug, school.urn)
      : ourViewAddress(authority.slug, school.urn),
    rows: decisions.map(({ decision, scheme, round, replaced }) => ({
      ...decisionWords(decision, scheme),
      proposed:
        decision.proposed === decision.category
          ? 'As the rules proposed'
          : `The rules proposed ${categoryInALine(scheme, decision.proposed)}`,
      on: dateInWords(decision.decided.on),
      round:
        round === null
          ? null
          : { name: round.name, href: decideAddress(authority.slug, round.number, school.urn) },
      replaced,
    })),
  };
}
