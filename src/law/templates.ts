import type { IsoDate } from '#/schools/rules/dates.ts';
import { findInForce } from './dated.ts';
import type { Reference } from './reference.ts';

type Template = Reference['templates'][number];
type SetOfAreas = Reference['areas'][number];
type Rhythm = Reference['rhythms'][number];

/** The templates of a kind of paper in force on a day, in the order of their names. */
export function templatesInForce(
  templates: Reference['templates'],
  kind: string,
  day: IsoDate,
): readonly Template[] {
  return templates
    .filter((one) => one.kind === kind && one.from <= day && (one.to === null || day <= one.to))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** One of them, by its identity. */
export function templateInForce(
  templates: Reference['templates'],
  kind: string,
  id: string,
  day: IsoDate,
): Template | undefined {
  return findInForce(
    templates.filter((one) => one.kind === kind && one.id === id),
    day,
  );
}

/** The areas of a set as they are on a day. */
export function areasInForce(areas: Reference['areas'], set: string, day: IsoDate): SetOfAreas | undefined {
  return findInForce(
    areas.filter(({ id }) => id === set),
    day,
  );
}

/** How long, or how often, on a day; `undefined` where the rhythm is not known for that day. */
export function rhythmOn(rhythms: Reference['rhythms'], id: string, day: IsoDate): Rhythm | undefined {
  return findInForce(
    rhythms.filter((one) => one.id === id),
    day,
  );
}
