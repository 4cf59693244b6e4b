import type { Evidence } from '#/schools/rules/evidence.ts';
import type { AnalysisPolicy } from './policy.ts';
import type { Read, Results } from './results.ts';
import {
  ageOf,
  attainmentMeasures,
  firstRead,
  progressMeasures,
  readFor,
  resultsOf,
  whyNotNewer,
} from './results.ts';

/** How old the newest results that can be read are. */
export interface NewestResults {
  /** Completed years since newer ones could have been known; `null` when there are none. */
  readonly age: number | null;
  /** The same in words, without a capital letter or a full stop. */
  readonly words: string;
}

/** Asked again for every imagined inspection, which changes nothing about results. */
const found = new WeakMap<Read, NewestResults>();

/** Over attainment and progress, in the measures that are read for schools of the phase. */
export function newestResults(evidence: Evidence, policy: AnalysisPolicy): NewestResults {
  const read = readFor(evidence, policy);
  const newest = found.get(read) ?? newestOf(evidence, policy);
  found.set(read, newest);
  return newest;
}

function newestOf(evidence: Evidence, policy: AnalysisPolicy): NewestResults {
  const { phase } = evidence.school;
  const attainment = firstRead(evidence, policy, attainmentMeasures[phase]);
  const progress = progressMeasures[phase].flat().map((id) => resultsOf(evidence, policy, id));
  const all = [attainment, ...progress].filter((results): results is Results => results !== null);
  const newest = all
    .filter(({ years }) => years.length > 0)
    .map((results) => ({ results, age: ageOf(results.years, policy) }))
    .toSorted((a, b) => a.age - b.age)[0];
  const unweighed = [...new Set(all.flatMap((results) => results.unweighed))].toSorted((a, b) => a - b);
  if (newest === undefined) {
    return {
      age: null,
      words: unweighed.length === 0 ? 'no results are known' : whyNotNewer({ unweighed }, 0),
    };
  }
  return {
    age: newest.age,
    words:
      newest.age === 0
        ? 'the newest results are the latest there can be'
        : whyNotNewer({ unweighed }, newest.age),
  };
}
