import type { Measure, Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Group, MeasureId, MeasureValue } from '#/schools/rules/value.ts';
import type { SchoolRead } from './analysis-read.ts';
import { readSchool } from './read-analysis.ts';
import { withSimilar } from './with-similar.ts';

/** One side of the gap in one year: the school's figure and England's for the same pupils, as published. */
export interface GapSide {
  readonly group: Group;
  /** `null`: the file does not have this side at all. */
  readonly value: MeasureValue | null;
  readonly england: number | null;
}

/** A school's disadvantaged pupils and the others, in the newest year in which either is told. */
export interface SchoolGap {
  readonly measure: Measure;
  readonly year: SchoolYear;
  readonly sides: readonly [GapSide, GapSide];
}

/** What stands on one sheet: the profile, its similar schools and the gap, all as known on one date. */
export interface SchoolOnAPage extends SchoolRead {
  /** `null`: no file tells of disadvantaged pupils in the measures a gap is told of. */
  readonly gap: SchoolGap | null;
}

/** The measures that the gap is told of, the first of which the school has anything. */
const ofGap: readonly MeasureId[] = ['ks2-rwm-expected', 'ks4-attainment-8'];

/** One school for one sheet of paper. Whoever may read its profile may read it, and sees of it what they see there. */
export async function readSchoolOnAPage(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<SchoolOnAPage> {
  const read = await readSchool(parts, person, slug, urn);
  const store = await parts.published();
  const reference = parts.reference();
  const { asAt } = read.evidence;
  const [evidence = read.evidence] = await withSimilar(store, { asAt, reference }, [read.evidence]);
  const cited = new Set(read.sources.map(({ id }) => id));
  const more = (evidence.similar?.sources ?? []).filter((id) => !cited.has(id));
  return {
    ...read,
    evidence,
    sources: [...read.sources, ...(await store.sources()).filter(({ id }) => more.includes(id))],
    gap: gapOf(evidence, reference),
  };
}

function gapOf({ values, school }: Evidence, reference: Reference): SchoolGap | null {
  for (const id of ofGap) {
    const measure = reference.measures.find((one) => one.id === id);
    const told = values.filter(
      (value) => value.urn === school.urn && value.measure === id && value.group === 'disadvantaged',
    );
    const year = Math.max(...told.map((value) => value.year));
    if (measure === undefined || told.length === 0) continue;
    const side = (group: Group): GapSide => ({
      group,
      value:
        values.find(
          (one) => one.urn === school.urn && one.measure === id && one.year === year && one.group === group,
        ) ?? null,
      england:
        reference.nationalFiguresByGroup.find(
          (one) => one.measure === id && one.year === year && one.group === group,
        )?.number ?? null,
    });
    return { measure, year, sides: [side('disadvantaged'), side('not disadvantaged')] };
  }
  return null;
}
