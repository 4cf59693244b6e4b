import type { ForecastInBrief } from '#/analyse/actions/read-forecast-in-brief.ts';
import { schoolForecastAddress } from '#/platform/web/forecast-addresses.ts';
import { forecastInASentence } from '#/platform/web/forecast-words.ts';

/** What could come next, in a sentence; `null` where there is no forecast that the reader may know of. */
export function forecastView(forecast: ForecastInBrief | null, authority: string, urn: string) {
  return forecast === null
    ? null
    : { words: forecastInASentence(forecast), href: schoolForecastAddress(authority, urn) };
}
