import { overviewAddress } from './addresses.ts';

/** Who has which schools, and how often they are in touch. */

export function allocationAddress(authority: string): string {
  return `${overviewAddress(authority)}/allocation`;
}

/** Where schools are given; schools and the person in the address are chosen beforehand. */
export function giveSchoolsAddress(authority: string): string {
  return `${allocationAddress(authority)}/give`;
}

/** One officer or partner: their schools, what they bring, their interests. */
export function adviserAddress(authority: string, person: string): string {
  return `${allocationAddress(authority)}/${encodeURIComponent(person)}`;
}

/** A form about one of them: `take`, `profile`, `interest`. */
export function adviserFormAddress(
  authority: string,
  person: string,
  form: 'take' | 'profile' | 'interest',
): string {
  return `${adviserAddress(authority, person)}/${form}`;
}

/** When the authority was last in touch with each school. */
export function contactAddress(authority: string): string {
  return `${overviewAddress(authority)}/contact`;
}
