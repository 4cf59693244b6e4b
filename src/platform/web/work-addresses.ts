import { overviewAddress } from './addresses.ts';

/** What a person has to do or waits for. */
export function myWorkAddress(authority: string): string {
  return `${overviewAddress(authority)}/my-work`;
}

/** The reader’s visits, meetings and reviews to come, as a file for their calendar. */
export function calendarAddress(authority: string): string {
  return `${overviewAddress(authority)}/my-calendar.ics`;
}

/** Which mails wait, and which could not be sent. */
export function mailAddress(authority: string): string {
  return `${overviewAddress(authority)}/mail`;
}
