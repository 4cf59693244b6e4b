import type { TimelineChart } from '#/platform/charts/timeline-chart.ts';
import { dateInWords, list, plural, sentence } from '#/platform/web/words.ts';
import type { Source } from '#/published/source.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { CategoryOfConcern, Inspection, Judgement } from '#/schools/rules/inspection.ts';
import { gradeInWords, overallInWords, whyNoInspection } from '#/schools/rules/inspection-words.ts';
import { sourceWords } from '#/platform/web/source-words.ts';

const categoryWords: Readonly<Record<CategoryOfConcern, string>> = {
  SM: 'special measures',
  SWK: 'serious weaknesses',
  RSI: 'requires significant improvement',
  NTI: 'notice to improve',
};

const rowOf = { graded: 'Graded', ungraded: 'Ungraded', 'report card': 'Report card' } as const;

/** Days on which the meaning of a judgement changed, so that nothing is read across them. */
const changes = [
  { on: '2012-09-01', words: '“satisfactory” ended' },
  { on: '2024-09-02', words: 'no overall grade' },
  { on: '2025-11-10', words: 'report cards' },
];

/** The inspections of a school and its predecessors, as a table (newest first) and as a chart. */
export function timelineView(evidence: Evidence, sources: readonly Source[]) {
  return {
    rows: evidence.inspections.map((inspection) => rowView(inspection, sources)),
    chart: chartOf(evidence),
    whyNone: whyNoneInWords(evidence),
    foldTitle: `${evidence.inspections.length === 1 ? 'The inspection' : `All ${plural(evidence.inspections.length, 'inspection')}`}, with judgements and sources`,
  };
}

/** What is said where no inspection is known. */
function whyNoneInWords(evidence: Evidence): string {
  return whyNoInspection(evidence) === 'not yet inspected'
    ? `Ofsted lists the school, and no inspection of it or of a predecessor was known on ${dateInWords(evidence.asAt)}.`
    : `No inspection file known on ${dateInWords(evidence.asAt)} lists the school: whether it had been inspected is not known.`;
}

function rowView(inspection: Inspection, sources: readonly Source[]) {
  const { category, publishedOn, ofThisSchool, nameAtTime, urnAtTime } = inspection;
  return {
    on: dateInWords(inspection.startedOn),
    kind: sentence(inspection.kind),
    outcome: sentence(overallInWords(inspection)),
    category: category === null ? null : sentence(categoryWords[category]),
    judgements: judgementsByGrade(inspection),
    school: ofThisSchool ? 'This school' : `Predecessor: ${nameAtTime ?? 'name not stated'} (${urnAtTime})`,
    published: publishedOn === null ? 'not stated' : dateInWords(publishedOn),
    sources: sourceWords([inspection.source], sources),
  };
}

/** Areas under each grade, in the order in which the grades first appear; what does not apply to the school is left out. */
function judgementsByGrade(inspection: Inspection) {
  const given = inspection.judgements.filter(({ grade }) => grade !== 'not applicable');
  return [...Map.groupBy(given, ({ grade }) => gradeWords(grade, inspection.startedOn))].map(
    ([grade, same]) => ({
      grade: sentence(grade),
      areas: list(same.map((judgement) => areaWords(judgement, inspection))),
    }),
  );
}

function gradeWords(grade: Judgement['grade'], on: string): string {
  return typeof grade === 'number' ? gradeInWords(grade, on) : grade.toLowerCase();
}

/** Report-card grades can change at a monitoring inspection: then the area says when it was graded. */
function areaWords({ area, gradedOn }: Judgement, { startedOn, publishedOn }: Inspection): string {
  const later = gradedOn !== null && gradedOn > startedOn && gradedOn !== publishedOn;
  const words = area.toLowerCase();
  return later ? `${words} (graded ${dateInWords(gradedOn)})` : words;
}

function chartOf(evidence: Evidence): TimelineChart | null {
  const oldestFirst = evidence.inspections.toReversed();
  const first = oldestFirst[0];
  if (first === undefined) return null;
  const from = `${String(Number(first.startedOn.slice(0, 4)) - 1)}-07-01`;
  const rows = (['graded', 'ungraded', 'report card'] as const).filter((kind) =>
    oldestFirst.some((inspection) => inspection.kind === kind),
  );
  return {
    title: titleOf(oldestFirst),
    description: `${oldestFirst
      .map((one) => `${dateInWords(one.startedOn)}: ${rowOf[one.kind].toLowerCase()}, ${labelOf(one)}`)
      .join('; ')}. The table below has the same inspections.`,
    rows: rows.map((kind) => rowOf[kind]),
    events: oldestFirst.map((inspection) => ({
      on: inspection.startedOn,
      row: rowOf[inspection.kind],
      label: sentence(labelOf(inspection)),
      mark: inspection.ofThisSchool ? ('own' as const) : ('before' as const),
    })),
    from,
    to: evidence.asAt,
    changes: changes.filter(({ on }) => on > from && on < evidence.asAt),
  };
}

function labelOf(inspection: Inspection): string {
  const words = overallInWords(inspection);
  return inspection.category === null ? words : `${words}, ${categoryWords[inspection.category]}`;
}

/** What to notice: how many inspections since when, and what the last graded one found. */
function titleOf(oldestFirst: readonly Inspection[]): string {
  const full = oldestFirst.filter((inspection) => inspection.kind !== 'ungraded');
  const since = oldestFirst[0]?.startedOn.slice(0, 4) ?? '';
  const found = full.slice(-2).map((inspection) => overallInWords(inspection));
  const inspections = `${plural(oldestFirst.length, 'inspection')} known since ${since}`;
  const [last] = found.slice(-1);
  if (last === undefined) return `${inspections}, none of them graded`;
  if (found.length === 2 && new Set(found).size === 1)
    return `${inspections}; the last two graded ones both: ${last}`;
  return `${inspections}; the last graded ones: ${list(found)}`.replace('ones: ' + last, 'one: ' + last);
}
