import { sourceAddress } from './addresses.ts';
import { dateInWords, list } from './words.ts';

/** What a page must say of a file it drew on. `Source` of the published data has this shape. */
export interface CreditedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly asAt: string | null;
  readonly knownOn: string;
  readonly status: string;
  readonly invented: boolean;
}

/** One publication in the footer, with each of its files. */
export interface Credit {
  readonly name: string;
  readonly files: readonly { readonly words: string; readonly href: string }[];
}

/** The publications a page drew on, each with its years and dates, in order of title and then of age. */
export function credits(sources: readonly CreditedSource[]): readonly Credit[] {
  const byTitle = Map.groupBy(sources, publicationName);
  return [...byTitle.entries()]
    .sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
    .map(([name, files]) => ({
      name,
      files: [...files].sort(byAge).map((file) => ({ words: datesOf(file), href: sourceAddress(file.id) })),
    }));
}

/** `2017/18, final, known on 13 December 2018`, or `as at 31 August 2025`: the date that matters for the file. */
export function datesOf(source: CreditedSource): string {
  const year = source.year === null ? [] : [`${String(source.year - 1)}/${String(source.year).slice(2)}`];
  const status = source.status === 'not stated' ? [] : [source.status];
  const date =
    source.asAt === null ? `known on ${dateInWords(source.knownOn)}` : `as at ${dateInWords(source.asAt)}`;
  return [...year, ...status, date].join(', ');
}

/** The publication with its publisher, who is named once. */
export function publicationName({ publisher, title }: Pick<CreditedSource, 'publisher' | 'title'>): string {
  return title.startsWith(publisher) ? title : `${publisher}: ${title}`;
}

/** The publications in one line, for the end of a download. */
export function creditsInWords(sources: readonly CreditedSource[]): readonly string[] {
  return credits(sources).map((credit) => `${credit.name} (${list(credit.files.map((file) => file.words))})`);
}

function byAge(a: CreditedSource, b: CreditedSource): number {
  return (a.asAt ?? a.knownOn).localeCompare(b.asAt ?? b.knownOn) || a.id.localeCompare(b.id);
}
