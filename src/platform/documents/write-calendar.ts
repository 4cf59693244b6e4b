/** A day in a calendar. Whole days: at what time stands in the place it links to. */
export interface CalendarDay {
  /** The same for the same thing whenever it is written, so that a calendar moves it and does not add another. */
  readonly id: string;
  /** `yyyy-mm-dd`. */
  readonly on: string;
  readonly title: string;
  readonly url: string;
}

/**
 * Days as an iCalendar file (RFC 5545), for Outlook, Google and Apple.
 *
 * @param now ISO 8601, UTC: when it was written
 */
export function writeCalendar(name: string, days: readonly CalendarDay[], now: string): string {
  const stamp = `${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Middle Tier//Middle Tier//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ id, on, title, url }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      `URL:${url.replaceAll(/[\r\n]/g, '')}`,
      // A whole day does not keep anybody from being asked to a meeting.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Text as section 3.3.11 has it: no line of it can pass for one of the file’s own. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Lines of at most 75 bytes (section 3.1), broken between characters: the next begins with a space. */
function folded(line: string): string {
  const parts: string[] = [''];
  for (const character of line) {
    const last = parts.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > 75) parts.push(` ${character}`);
    else parts[parts.length - 1] = last + character;
  }
  return parts.join('\r\n');
}
