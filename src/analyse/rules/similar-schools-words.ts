import type { SimilarSchoolsSettings } from '#/law/similar-schools-schema.ts';
import type { DimensionCompared } from '#/schools/rules/similar.ts';
import { decimal, list, sentenceCase } from './words.ts';

type Dimensions = SimilarSchoolsSettings['dimensions'];

/** Less than half a standard deviation apart is alike; at least a whole one is said to differ. */
const alike = 0.5;
const different = 1;

/**
 * Why two schools are similar, in one sentence with the figures of both: `Alike in free school meals in the last six
 * years (23% and 24%) and pupils on roll (210 and 205); furthest apart in first language not English (2% and 25%).`
 *
 * @param compared what is known of both, most alike first
 */
export function whySimilar(compared: readonly DimensionCompared[], dimensions: Dimensions): string {
  const weight = (one: DimensionCompared): number =>
    dimensions.find(({ id }) => id === one.dimension)?.weight ?? 0;
  const near = compared
    .filter(({ apart }) => apart < alike)
    .toSorted((a, b) => weight(b) - weight(a) || a.apart - b.apart)
    .slice(0, 3);
  const furthest = compared.at(-1);
  const parts = [
    ...(near.length === 0 ? [] : [`alike in ${list(near.map((one) => figures(one, dimensions)))}`]),
    ...(furthest === undefined || furthest.apart < different
      ? []
      : [`furthest apart in ${figures(furthest, dimensions)}`]),
  ];
  return parts.length === 0
    ? 'Not far apart in anything, nor very close.'
    : `${sentenceCase(parts.join('; '))}.`;
}

function figures(one: DimensionCompared, dimensions: Dimensions): string {
  const dimension = dimensions.find(({ id }) => id === one.dimension);
  if (dimension === undefined) return one.dimension;
  const show = (number: number): string => {
    if (dimension.unit === '%') return `${decimal(number, 0)}%`;
    return decimal(number, dimension.unit === 'points' ? 1 : 0);
  };
  return `${dimension.title} (${show(one.own)} and ${show(one.other)})`;
}
