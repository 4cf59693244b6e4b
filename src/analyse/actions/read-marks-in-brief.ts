import { expectations } from '#/analyse/records/expectations.ts';
import { forecastRuns } from '#/analyse/records/forecast-runs.ts';
import { chancesKept } from '#/analyse/records/kept-to-mark.ts';
import { followSchools } from '#/analyse/rules/forecast/marking/followed-schools.ts';
import { markWarnings, type WarningMarks } from '#/analyse/rules/forecast/marking/warnings.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { reachOf, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import type { Source } from '#/published/source.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { markedExpectations } from './marked-views.ts';
import type { ExpectationsMarked } from './marking-read.ts';
import { heardOf, sourcesOfInspections } from './sources-of-inspections.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** The reader's own expectations with their marks, and nobody else's. */
export async function readOwnMarks(
  parts: Needed,
  person: Person,
  slug: string,
): Promise<{ readonly expectations: ExpectationsMarked; readonly sources: readonly Source[] }> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read expectations', authority.slug);
  const reference = parts.reference();
  const written = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    expectations(transaction),
  );
  const sources = await sourcesOfInspections(store, authority);
  const histories =
    (written ?? []).length === 0 ? [] : await store.histories({ authority: authority.slug, measures: [] });
  return {
    expectations: markedExpectations(written ?? [], followSchools(histories, reference), {
      ...{ reference, person, others: false, today: parts.today() },
      heardOf: (by) => heardOf(by, sources),
    }),
    sources,
  };
}

/** Months of the marks in brief. */
const months = 18;

/**
 * What came of the chances of falling below good that were given for eighteen months. `null` for whoever may not read the
 * forecast of every school, and where none was kept.
 */
export async function readMarksInBrief(
  parts: Needed,
  person: Person,
  slug: string,
): Promise<{ readonly marks: WarningMarks; readonly sources: readonly Source[] } | null> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read how right we were', authority.slug);
  if (!reachOf(person, 'read categories', authority.slug).all) return null;
  const target = 'below good';
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const newestFirst = await forecastRuns(transaction, authority.slug, { target });
    const runs = newestFirst.toSorted((a, b) => Number(a.id) - Number(b.id));
    return { runs, chances: await chancesKept(transaction, runs, months) };
  });
  if (kept === null || kept.runs.length === 0) return null;
  const reference = parts.reference();
  const histories = await store.histories({ authority: authority.slug, measures: [] });
  const chances = kept.runs.map((run) => ({ ...run, chances: kept.chances.get(run.id) ?? [] }));
  const followed = followSchools(histories, reference);
  const asked = { target, months, population: 'now good' } as const;
  return {
    marks: markWarnings(chances, asked, followed, () => null, reference.marking),
    sources: await sourcesOfInspections(store, authority),
  };
}
