import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, type Cells } from '#/published/facts/sql.ts';
import type { Column } from '#/published/layout.ts';
import type { ReleaseDate } from '#/law/reference.ts';
import type { Recognised } from '#/published/recognise/recognise.ts';
import type { NewestInFile } from '#/published/source.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { schoolYearName, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';

/** From when the content of a file could be known outside its publisher, and how firm its figures are. */
export interface Known {
  readonly asAt: IsoDate | null;
  readonly knownOn: IsoDate;
  readonly basis: string;
  readonly status: ReleaseStatus;
}

/** The date a title gives: `as at 31 August 2025`. */
export function dateInTitle(titles: string): IsoDate | null {
  const match = /as (?:at|of)\s+(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\s+(\d{4})/i.exec(titles);
  return match === null ? null : readDate(match.slice(1).join(' '));
}

/** Dates the file from its title, from what the person states, from its newest content or from the release calendar. */
export async function findKnownOn(
  connection: DuckDBConnection,
  recognised: Recognised,
  cells: Cells,
  year: SchoolYear | null,
  stated: { readonly asAt?: IsoDate; readonly status?: ReleaseStatus },
  importedAt: string,
  calendar: readonly ReleaseDate[],
  modifiedOn: IsoDate | null = null,
): Promise<Known | { readonly what: string; readonly whatToDo: string }> {
  const { layout } = recognised;
  if (layout.results !== undefined && year !== null) return releaseOf(recognised, year, stated, calendar);
  const titled = dateInTitle(recognised.titles);
  // Dates to come (a link that takes effect next spring) say nothing of how new the file is.
  const content = await newestOf(connection, cells, layout.newest, importedAt.slice(0, 10));
  const asAt = titled ?? stated.asAt ?? null;
  if (titled !== null && stated.asAt !== undefined && stated.asAt !== titled) {
    return {
      what: `The date stated, ${dateInWords(stated.asAt)}, contradicts the file’s title, which says ${dateInWords(titled)}.`,
      whatToDo: leaveOut,
    };
  }
  if (stated.asAt !== undefined && layout.newestMayLieAhead !== true) {
    const happened = layout.inspections?.map(({ startedOn }) => startedOn) ?? layout.newest;
    const later = await newestOf(connection, cells, happened, importedAt.slice(0, 10));
    // Otherwise a look back to the date stated would see what had not happened yet.
    if (later !== null && later > stated.asAt) {
      return {
        what: `The date stated, ${dateInWords(stated.asAt)}, contradicts the file: it tells of ${dateInWords(later)}.`,
        whatToDo: leaveOut,
      };
    }
  }
  // Publications after the `as at` date are in the file, so it cannot have been known before the newest of them.
  const older = asAt !== null && (layout.newestMayLieAhead === true || (content !== null && content < asAt));
  if (content !== null && !older)
    return {
      asAt,
      knownOn: content,
      basis: 'newest date in the file' satisfies NewestInFile,
      status: 'not stated',
    };
  if (asAt !== null)
    return {
      asAt,
      knownOn: asAt,
      basis: titled === null ? 'stated by the person' : 'title of the file',
      status: 'not stated',
    };
  // A spreadsheet that is saved again is dated later, never earlier: nothing is known too soon.
  if (modifiedOn !== null && modifiedOn <= importedAt.slice(0, 10)) {
    return {
      asAt: null,
      knownOn: modifiedOn,
      basis: 'the day the spreadsheet was last changed, by its own properties',
      status: 'not stated',
    };
  }
  return {
    what: 'Nothing in it says how old it is.',
    whatToDo: 'Say as at which date it is with `--as-at`, for example `--as-at 2025-08-31`.',
  };
}

const leaveOut = 'Check which file this is, and leave `--as-at` out or state the right date.';

/** The newest date in some columns of the rows kept, up to a day; `null` when there is none. */
async function newestOf(
  connection: DuckDBConnection,
  cells: Cells,
  columns: readonly Column[],
  upTo: IsoDate,
): Promise<IsoDate | null> {
  const present = columns.filter((column) => cells.has(column));
  if (present.length === 0) return null;
  const dates = present.map((column) => `select ${cells.date(column)} as d from raw where reason_ is null`);
  const answer = await connection.runAndReadAll(
    `select max(d)::varchar from (${dates.join(' union all ')}) where d <= ${literal(upTo)}::date`,
  );
  const found = answer.getRows()[0]?.[0];
  return typeof found === 'string' ? found : null;
}

/** Tables that repeat earlier years beside their own are the final ones: provisional tables carry their own year only. */
function statusOf(recognised: Recognised): ReleaseStatus | null {
  const suffixed = recognised.layout.results?.year.suffixed ?? [];
  const repeated = recognised.header.some((name) => {
    const match = /^(.*)_(\d\d)$/.exec(name.trim().toUpperCase());
    return match?.[1] !== undefined && suffixed.includes(match[1]);
  });
  return repeated ? 'final' : null;
}

/** Of releases of one day the firmest is the latest: it is what the others became. */
const firmness: Readonly<Record<ReleaseDate['release'], number>> = { provisional: 0, revised: 1, final: 2 };

function releaseOf(
  recognised: Recognised,
  year: SchoolYear,
  stated: { readonly status?: ReleaseStatus },
  calendar: readonly ReleaseDate[],
): Known | { readonly what: string; readonly whatToDo: string } {
  const { results } = recognised.layout;
  const releases = calendar.filter((one) => one.publication === results?.publication && one.year === year);
  const status =
    stated.status ??
    statusOf(recognised) ??
    (releases.length === 1 ? releases[0]?.release : null) ??
    'not stated';
  // Of a file that does not say, the later release is assumed: nothing may be known too early.
  const exact = releases.find((one) => one.release === status);
  const latest = releases.toSorted(
    (a, b) => b.on.localeCompare(a.on) || firmness[b.release] - firmness[a.release],
  )[0];
  const release = exact ?? latest;
  if (release === undefined) {
    return {
      what: `The release calendar has no date for ${schoolYearName(year)}.`,
      whatToDo: 'Add it to reference/release-dates.json, with its source.',
    };
  }
  const sure = release.status === 'confirmed' ? '' : '; the date is not confirmed';
  return {
    asAt: null,
    knownOn: release.on,
    basis:
      exact === undefined
        ? `release calendar; the file does not say which release, so the latest, ${release.release}, is assumed${sure}`
        : `release calendar, ${release.release}${sure}`,
    status,
  };
}
