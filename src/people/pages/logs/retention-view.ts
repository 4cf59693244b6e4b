import type { RetentionRead, RetentionRefused, RetentionSaid } from '#/people/actions/retention.ts';
import { keptInWords } from '#/people/actions/retention-words.ts';
import { retentionAddress } from '#/platform/web/addresses.ts';
import { count, dateInWords, momentInWords, plural, sentence } from '#/platform/web/words.ts';

export const nothingSaid: RetentionSaid = { kind: '', years: '', why: '' };

/** The retention table, the form to say otherwise as it was filled in, and what was let go. */
export function retentionView(
  { authority, rows, gone }: RetentionRead,
  said: RetentionSaid,
  problems: RetentionRefused['problems'],
) {
  return {
    authority: authority.name,
    action: retentionAddress(authority.slug),
    command: 'npx middletier retention',
    said,
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    problemOf: Object.fromEntries(
      Object.keys(said).map((name) => [name, problems.find(({ field }) => field === name)?.text ?? null]),
    ),
    rows: rows.map(({ kind, entry, rule, months, kept }) => ({
      records: entry.records,
      kept: sentence(keptInWords(months)),
      from: months === null ? null : `after ${entry.from}`,
      why: rule?.why ?? entry.why,
      source:
        rule === null
          ? entry.source
          : `Said by ${rule.saidBy} on ${momentInWords(rule.saidAt)}; otherwise ${keptInWords(entry.months)}`,
      unconfirmed: rule === null && entry.status === 'unconfirmed',
      there:
        kept === null
          ? null
          : kept.oldest === null
            ? 'None yet'
            : `${plural(kept.entries, 'entry', 'entries')}, the oldest of ${dateInWords(kept.oldest)}; ${count(kept.due)} would go today`,
      kind,
    })),
    choices: rows
      .filter(({ entry }) => entry.authorityMaySay)
      .map(({ kind, entry }) => ({ value: kind, text: entry.records, chosen: kind === said.kind })),
    gone: gone.map((one) => ({
      at: momentInWords(one.at),
      words: `${plural(one.rows, 'record', 'records')} (${one.kind}) from before ${momentInWords(one.before)}, which were to be kept ${keptInWords(one.months)}`,
    })),
  };
}
