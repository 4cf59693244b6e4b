import { seenForecasts } from '#/analyse/records/seen-forecasts.ts';
import { seenIntelligence } from '#/analyse/records/seen-intelligence.ts';
import { seenRisk } from '#/analyse/records/seen-risk.ts';
import { seenPeople } from '#/people/records/seen-people.ts';
import type { SeenRows } from '#/platform/database/seen-rows.ts';
import { seenSupplied } from '#/schools/records/seen-supplied.ts';

/**
 * Everything of an authority's records that a page may show, looked at before a page that was made before is shown again
 * to the same person. A table that pages read and that is not here would let them show what is no longer so:
 * `tests/security/catalogue.test.ts` holds every table against it.
 */
export const seen: readonly SeenRows[] = [
  ...seenPeople,
  ...seenRisk,
  ...seenIntelligence,
  ...seenForecasts,
  ...seenSupplied,
];
