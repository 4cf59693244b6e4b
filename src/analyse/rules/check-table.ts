import type { SchemeProblem } from '#/law/scheme-problems.ts';
import { decide } from './decide.ts';
import type { Scheme, SchemeCondition, SchemeRule } from './scheme.ts';
import { insufficientEvidence } from './scheme.ts';
import type { Situation } from './situations.ts';
import { factsIn, situationFor, situationsOf, worseThan } from './situations.ts';

/** How many situations are tried: enough to find every fault that was ever put into a table of twenty rows. */
const tries = { table: 3000, row: 1500 };

export interface TableCheck {
  /** The table cannot stand as it is. */
  readonly problems: readonly SchemeProblem[];
  /** It can, but its author should know. */
  readonly cautions: readonly SchemeProblem[];
}

/**
 * Whether a decision table makes sense to somebody who applies it by hand: every row decides for some school, and more
 * risk never gives a category of less concern. The table itself is asked about thousands of situations, always the same
 * ones, so that the same table has the same answer.
 */
export function checkTable(scheme: Scheme): TableCheck {
  const situations = situationsOf(scheme, tries.table);
  return {
    problems: [...unreachableRows(scheme, situations), ...lessConcernForMoreRisk(scheme, situations)],
    cautions: [...categoriesWithoutRow(scheme), ...groupsWithoutCategory(scheme)],
  };
}

function unreachableRows(scheme: Scheme, situations: readonly Situation[]): readonly SchemeProblem[] {
  const reached = new Set(situations.map((one) => decide(factsIn(one, scheme), scheme).rule.id));
  return scheme.rules.flatMap((rule, row) => {
    const path = ['rules', row];
    const taken = scheme.rules.slice(0, row).findIndex((earlier) => asksNoMore(earlier, rule));
    if (taken >= 0) {
      return [
        {
          path,
          words: `the row can never decide: row ${taken + 1} comes first and asks no more, so it takes every school that meets this one`,
        },
      ];
    }
    if (reached.has(rule.id) || canDecide(rule, scheme)) return [];
    return [
      {
        path,
        words: 'the row can never decide: every situation tried that meets it is taken by a row above',
      },
    ];
  });
}

function canDecide(rule: SchemeRule, scheme: Scheme): boolean {
  return Array.from({ length: tries.row }, (_, index) => situationFor(rule, scheme, index)).some(
    (one) => decide(factsIn(one, scheme), scheme).rule.id === rule.id,
  );
}

/** Whether whatever meets the later row meets the earlier one too. */
function asksNoMore(earlier: SchemeRule, later: SchemeRule): boolean {
  return earlier.when.every((asked) => later.when.some((also) => implies(also, asked)));
}

function implies(given: SchemeCondition, asked: SchemeCondition): boolean {
  if (given.fact === 'points' && asked.fact === 'points') {
    return given.atLeast >= asked.atLeast && given.from.every((id) => asked.from.includes(id));
  }
  if (given.fact === 'indicator' && asked.fact === 'points') {
    return given.atLeast >= asked.atLeast && asked.from.includes(given.id);
  }
  if (given.fact === 'indicator' && asked.fact === 'indicator') {
    return given.id === asked.id && given.atLeast >= asked.atLeast;
  }
  if (given.fact !== asked.fact) return false;
  if ('is' in given && 'is' in asked) return given.is === asked.is;
  const [of, among] = [listOf(given), listOf(asked)];
  return of.length > 0 && of.every((one) => among.includes(one));
}

function listOf(condition: SchemeCondition): readonly string[] {
  return 'oneOf' in condition ? condition.oneOf : [];
}

/** One fault for each pair of rows, with the situation that shows it. */
function lessConcernForMoreRisk(scheme: Scheme, situations: readonly Situation[]): readonly SchemeProblem[] {
  const found = new Map<string, SchemeProblem>();
  for (const situation of situations) {
    const before = decide(factsIn(situation, scheme), scheme);
    if (before.category === null) continue;
    for (const { situation: worse, words } of worseThan(situation, scheme)) {
      const after = decide(factsIn(worse, scheme), scheme);
      if (after.category === null || after.category.concern >= before.category.concern) continue;
      const [first, second] = [scheme.rules.indexOf(before.rule) + 1, scheme.rules.indexOf(after.rule) + 1];
      const pair = `${first} ${second}`;
      if (found.has(pair)) continue;
      found.set(pair, {
        path: ['rules', second - 1],
        words: `more risk gives less concern: a school that row ${first} makes ${before.category.code} is made ${after.category.code}, of less concern, by row ${second} when ${words}`,
      });
    }
  }
  return [...found.values()];
}

function categoriesWithoutRow(scheme: Scheme): readonly SchemeProblem[] {
  const given = new Set(scheme.rules.map(({ category }) => category));
  const unsaid = given.has(insufficientEvidence)
    ? []
    : [
        {
          path: ['rules'],
          words:
            'no row answers “insufficient evidence”: a school of which little is known gets a category all the same',
        },
      ];
  return [
    ...scheme.categories.flatMap(({ code }, index) =>
      given.has(code)
        ? []
        : [{ path: ['categories', index], words: `no row proposes ${code}: only a person can decide it` }],
    ),
    ...unsaid,
  ];
}

function groupsWithoutCategory(scheme: Scheme): readonly SchemeProblem[] {
  return scheme.groups.flatMap(({ name }, index) =>
    scheme.categories.some(({ group }) => group === name)
      ? []
      : [{ path: ['groups', index], words: `no category is in the group “${name}”` }],
  );
}
