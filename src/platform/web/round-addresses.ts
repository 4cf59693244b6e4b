import { overviewAddress, schoolAddress } from './addresses.ts';

/** Where categories are decided, round by round. */
export function roundsAddress(authority: string): string {
  return `${overviewAddress(authority)}/rounds`;
}

export function openRoundAddress(authority: string): string {
  return `${roundsAddress(authority)}/open`;
}

export function roundAddress(authority: string, round: string): string {
  return `${roundsAddress(authority)}/${encodeURIComponent(round)}`;
}

/** The list of a moderation meeting. */
export function moderationAddress(authority: string, round: string): string {
  return `${roundAddress(authority, round)}/moderation`;
}

/** Where all that nobody sees otherwise is decided as proposed. */
export function decideTogetherAddress(authority: string, round: string): string {
  return `${roundAddress(authority, round)}/as-proposed`;
}

/** Where a second person signs. */
export function signAddress(authority: string, round: string): string {
  return `${roundAddress(authority, round)}/sign`;
}

/** Where one school is decided. */
export function decideAddress(authority: string, round: string, urn: string): string {
  return `${roundAddress(authority, round)}/schools/${encodeURIComponent(urn)}`;
}

/** Every category of a school over time. */
export function schoolCategoriesAddress(authority: string, urn: string): string {
  return `${schoolAddress(authority, urn)}/categories`;
}
