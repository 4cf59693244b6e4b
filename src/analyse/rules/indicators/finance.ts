import type { Evidence } from '#/schools/rules/evidence.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, numbersOf } from '../reading-without-evidence.ts';
import { dateInWords, plural, sentenceCase } from '../words.ts';
import { pupilsIn } from './newest-value.ts';
import { newestNumber, newestSupplied, nothingSupplied } from './supplied.ts';

/** Points of each rating: Norfolk's of 2019 has two ambers, a plain amber counts as the milder one. */
const ratingPoints: ReadonlyMap<string, number> = new Map([
  ['green', 0],
  ['amber', 1],
  ['amber 2', 1],
  ['amber 1', 2],
  ['red', 3],
]);

/**
 * The finance officers' rating, and the balance for each pupil where it is a deficit; points follow the worse. Both are
 * the authority's own: what academies owe is not known to it.
 */
export function financeReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const [within = 0] = numbersOf(policy, 'finance', 'withinYears');
  const rating = newestSupplied(evidence, policy, 'finance rating', within);
  const balance = newestNumber(evidence, policy, 'finance', 'balance');
  const pupils = pupilsIn(evidence, policy);
  const rated = rating === null ? undefined : ratingPoints.get(String(rating.value).toLowerCase());
  const deficit = balance === null ? null : Math.max(0, -balance.number);
  // Without the number of pupils a deficit is one, and no more can be said of it.
  const perPupil = deficit === null || pupils === null ? null : deficit / pupils;
  const steps = numbersOf(policy, 'finance', 'deficitPerPupil');
  const owed =
    deficit === null
      ? undefined
      : perPupil === null
        ? Number(deficit > 0)
        : steps.filter((step) => perPupil > step).length;
  if (rated === undefined && owed === undefined) {
    return nothingSupplied(policy, 'finance', 'finance rating or balance');
  }
  const points = Math.max(rated ?? 0, owed ?? 0);
  const { title, maximum } = indicatorIn(policy, 'finance');
  const parts = [
    ...(rating === null || rated === undefined
      ? []
      : [`rated ${String(rating.value)} on ${dateInWords(rating.on)}`]),
    ...(balance === null ? [] : [`${balanceInWords(balance.number, pupils)} on ${dateInWords(balance.on)}`]),
  ];
  return {
    indicator: 'finance',
    title,
    state: 'read',
    shown: sentenceCase(parts[0] ?? ''),
    number: perPupil,
    unit: null,
    threshold: 'rated green, and no deficit',
    points,
    maximum,
    pointsCouldBe: [points, points],
    interval: null,
    period: dateInWords(balance?.on ?? rating?.on ?? policy.asAt),
    sources: [rating?.source, balance?.supplied.source].filter((source) => source !== undefined),
    reason: `${sentenceCase(parts.join('; '))}, as the authority’s own files say.`,
  };
}

function balanceInWords(balance: number, pupils: number | null): string {
  const pounds = (amount: number): string => `£${Math.round(Math.abs(amount)).toLocaleString('en-GB')}`;
  const each = pupils === null ? '' : `, ${pounds(balance / pupils)} for each of ${plural(pupils, 'pupil')}`;
  return balance < 0 ? `a deficit of ${pounds(balance)}${each},` : `a balance of ${pounds(balance)}${each},`;
}
