import type { Comparison } from '#/analyse/rules/compare-runs.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { categoryTag, type CategoryTag } from '#/platform/web/category-tag.ts';
import { categoryInALine, categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { count, plural, sentence, someOf } from '#/platform/web/words.ts';

/** Who moved and why, who is new or gone, and how many went from which category to which. */
export function comparisonView(comparison: Comparison, from: Scheme | null, to: Scheme | null, slug: string) {
  const { movers, inBoth, renamed, arrived, gone } = comparison;
  const towards = (direction: (typeof movers)[number]['direction']): number =>
    movers.filter((mover) => mover.direction === direction).length;
  const parts = [
    plural(towards('more concern'), 'school') + ' to more concern',
    `${count(towards('less concern'))} to less`,
    ...(towards(null) === 0 ? [] : [`${count(towards(null))} to or from insufficient evidence`]),
  ];
  const school = (one: (typeof movers)[number]['school']) => ({
    name: one.name,
    urn: one.urn,
    phase: sentence(one.phase),
    href: schoolAddress(slug, one.urn),
  });
  return {
    summary: `${sentence(someOf(movers.length, inBoth, 'school'))} moved${movers.length === 0 ? '' : `: ${parts.join(', ')}`}.`,
    renamed:
      renamed === 0
        ? null
        : `For ${someOf(renamed, inBoth, 'school')} the two schemes have other names for as much concern; they are in the table of counts and not in the list.`,
    movers: movers.map((mover) => ({
      ...school(mover.school),
      from: briefTag(from, mover.from),
      to: briefTag(to, mover.to),
      direction: sentence(mover.direction ?? 'cannot be compared'),
      why: mover.why.map(({ words }) => words),
    })),
    arrived: arrived.map((one) => ({ ...school(one.school), tag: briefTag(to, one.to) })),
    gone: gone.map((one) => ({ ...school(one.school), tag: briefTag(from, one.from) })),
    matrix: matrixOf(comparison, from, to),
  };
}

function briefTag(scheme: Scheme | null, code: string): CategoryTag {
  const tag = categoryTag(categoryOf(scheme, code));
  return scheme === null ? { ...tag, code: '', meaning: code } : { ...tag, meaning: inBrief(tag.meaning) };
}

/** Categories before down the side, after along the top, most concern first; what did not move is marked. */
function matrixOf({ matrix }: Comparison, from: Scheme | null, to: Scheme | null) {
  const rows = inOrder(from, new Set(matrix.map((cell) => cell.from)));
  const columns = inOrder(to, new Set(matrix.map((cell) => cell.to)));
  const schools = (before: string, after: string): number =>
    matrix.find((cell) => cell.from === before && cell.to === after)?.schools ?? 0;
  return {
    columns: columns.map((code) => categoryInALine(to, code)),
    rows: rows.map((before) => ({
      tag: briefTag(from, before),
      cells: columns.map((after) => ({
        schools: count(schools(before, after)),
        stayed: before === after && from?.id === to?.id && schools(before, after) > 0,
      })),
      total: count(columns.reduce((sum, after) => sum + schools(before, after), 0)),
    })),
    totals: columns.map((after) => count(rows.reduce((sum, before) => sum + schools(before, after), 0))),
    all: count(matrix.reduce((sum, cell) => sum + cell.schools, 0)),
  };
}

function inOrder(scheme: Scheme | null, codes: ReadonlySet<string>): readonly string[] {
  const concern = (code: string): number =>
    scheme?.categories.find((category) => category.code === code)?.concern ?? -1;
  return [...codes].toSorted((a, b) => concern(b) - concern(a) || a.localeCompare(b));
}
