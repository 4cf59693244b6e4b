import { overviewAddress, schoolAddress } from './addresses.ts';

/** Which schools could be judged below good next. */
export function earlyWarningAddress(authority: string): string {
  return `${overviewAddress(authority)}/early-warning`;
}

/** What could come next for one school. */
export function schoolForecastAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/forecast`;
}

/** Where an officer writes down how they expect a school to stand. */
export function expectAddress(authority: string, urn: string): string {
  return `${schoolForecastAddress(authority, urn)}/expect`;
}

/** Where an officer withdraws it. */
export function withdrawExpectationAddress(authority: string, urn: string): string {
  return `${schoolForecastAddress(authority, urn)}/withdraw`;
}
