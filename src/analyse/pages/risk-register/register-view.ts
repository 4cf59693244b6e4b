import type { RegisterWithChances } from '#/analyse/actions/read-register-with-chances.ts';
import { categoryInALine, categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import {
  registerAddress,
  runsAddress,
  schemeAddress,
  schoolAddress,
  withQuery,
} from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { earlyWarningAddress } from '#/platform/web/forecast-addresses.ts';
import { count, dateInWords, plural, sentence, someOf, yearsInWords } from '#/platform/web/words.ts';
import { decidedCell, decidedNote } from './decided-column.ts';
import { chanceCell, chanceHeading, chanceNote } from './chance-column.ts';
import type { FilterName, ListRequest, SortKey } from './list-request.ts';
import { exportAddress, filterNames, firstOrder, listAddress, sortKeys } from './list-request.ts';
import { reachInWords } from '#/platform/web/reach-words.ts';
import { chipsOf, filterTitles, matchingRows, notStated, optionsOf } from './register-filters.ts';
import { inOrder } from './register-order.ts';
import { pagesOf } from '#/platform/web/list-pages.ts';

/** Everything the risk register page shows for what was asked of it. */
export function registerView(register: RegisterWithChances, request: ListRequest) {
  const { authority, rows, run, previous } = register;
  const matching = inOrder(matchingRows(rows, request), request, register.chances);
  const address = (asked: ListRequest): string => listAddress(authority.slug, asked);
  const pages = pagesOf(matching.length, request, address);
  const chips = chipsOf(rows, request);
  return {
    heading: `Risk register of ${register.whole ? '' : 'your '}schools in ${authority.name}`,
    authority: authority.name,
    run: run === null ? null : { asAt: run.asAt },
    schemeAddress: schemeAddress(authority.slug),
    command: `npx middletier analyse --authority ${authority.slug}`,
    summary: summaryOf(register),
    reach: reachInWords({ whole: register.whole, schools: rows.length }),
    decidedNote: decidedNote(rows),
    anyDecided: rows.some(({ decided }) => (decided ?? null) !== null),
    comparison:
      previous === null
        ? 'There is no earlier run to compare with.'
        : `${plural(changed(rows), 'school')} of ${count(rows.length)} changed since the run as known on ${dateInWords(previous.asAt)}.`,
    found: `${count(matching.length)} of ${plural(rows.length, 'school')}`,
    narrowed: chips.length > 0,
    chips: chips.map((chip) => ({ heading: chip.heading, text: chip.text, href: address(chip.without) })),
    clearAddress: registerAddress(authority.slug),
    exportAddress: exportAddress(authority.slug, request, 'csv'),
    workbookAddress: exportAddress(authority.slug, request, 'xlsx'),
    formAddress: registerAddress(authority.slug),
    search: request.search,
    hidden: [
      { name: 'sort', value: request.sort },
      { name: 'order', value: request.order },
    ],
    filters: filterNames.flatMap((name) => filterView(rows, name, request)),
    chanceNote: chanceNote(register.chances),
    warningAddress: register.chances === null ? null : earlyWarningAddress(authority.slug),
    headings: headings(request, chanceHeading(register.chances)).map((heading) => ({
      ...heading,
      href: address(heading.request),
    })),
    moversAddress:
      previous === null || run === null
        ? null
        : withQuery(runsAddress(authority.slug), { from: [previous.id], to: [run.id] }),
    changedAddress:
      changed(rows) === 0 ? null : address({ ...request, sort: 'was', order: firstOrder('was'), page: 1 }),
    rows: matching.slice(pages.from, pages.to).map((row) => rowView(row, register)),
    pages,
  };
}

/** Few short values are ticked, many or long ones chosen from a list, which holds one; where all are the same there is nothing to choose. */
export function filterView(rows: readonly RegisterRow[], name: FilterName, request: ListRequest) {
  const options = optionsOf(rows, name, request);
  const chosen = request.filters[name];
  if (options.length < 2 && chosen.length === 0) return [];
  const fewAndShort = options.length <= 8 && options.every((option) => option.text.length <= 30);
  const kind = fewAndShort || chosen.length > 1 ? ('ticks' as const) : ('list' as const);
  return [{ name, title: filterTitles[name], kind, options, chosen: chosen.at(-1) ?? '' }];
}

const headingTexts: Readonly<Record<Exclude<SortKey, 'chance'>, string>> = {
  school: 'School',
  phase: 'Phase',
  district: 'District',
  category: 'Proposed category',
  reason: 'Biggest reason',
  was: 'Was',
  inspection: 'Last inspection',
  points: 'Points',
  sureness: 'How sure',
};

/** `was` is told under the category, so it has no column of its own. */
function headings(request: ListRequest, chance: string) {
  return sortKeys
    .filter((key) => key !== 'was')
    .map((key) => {
      const current = request.sort === key;
      const opposite = request.order === 'ascending' ? 'descending' : 'ascending';
      const order = current ? opposite : firstOrder(key);
      return {
        key,
        text: key === 'chance' ? chance : headingTexts[key],
        number: key === 'points',
        sorted: current ? request.order : null,
        next: order,
        request: {
          ...request,
          sort: key,
          order,
          page: request.page === 'all' ? request.page : 1,
        } satisfies ListRequest,
      };
    });
}

function rowView(row: RegisterRow, register: RegisterWithChances) {
  const { authority, scheme } = register;
  const { school, proposal, lastInspection } = row;
  return {
    href: schoolAddress(authority.slug, school.urn),
    name: school.name,
    urn: school.urn,
    status: school.status === 'open' || school.status === 'not stated' ? '' : sentence(school.status),
    phase: sentence(school.phase),
    district: school.district ?? notStated,
    tag: categoryTag({ ...categoryOf(scheme, proposal.category), meaning: inBrief(proposal.meaning) }),
    reason: proposal.reasonInBrief ?? proposal.decidedBy.words,
    was: row.was === null ? null : categoryInALine(scheme, row.was),
    inspection:
      lastInspection === null
        ? null
        : {
            words: sentence(lastInspection.words),
            on: dateInWords(lastInspection.startedOn),
            age: yearsInWords(lastInspection.ageYears),
          },
    noInspection: noInspectionOf(row),
    decided: decidedCell(row, scheme),
    chance: chanceCell(register, school.urn),
    points: proposal.concern === null ? null : `${String(proposal.points)} of ${String(proposal.maximum)}`,
    sureness: sentence(proposal.sureness.level),
  };
}

/** Why there is no last inspection, as the reading of it says: not yet inspected, or no file that could tell. */
export function noInspectionOf({ proposal }: RegisterRow): string {
  return proposal.readings.find(({ indicator }) => indicator === 'last-inspection')?.shown ?? 'none known';
}

function changed(rows: readonly RegisterRow[]): number {
  return rows.filter((row) => row.was !== null).length;
}

/** The answer in one sentence: how many schools are in the group of most concern, of how many. */
function summaryOf({ rows, scheme }: RegisterWithChances): string {
  const worst = scheme?.groups[0]?.name ?? '';
  const concern = rows.filter((row) => row.proposal.group === worst).length;
  const unknown = rows.filter((row) => row.proposal.group === null).length;
  const first = `The rules propose ${someOf(concern, rows.length, 'school')} as ${worst}.`;
  return unknown === 0
    ? first
    : `${first} For ${someOf(unknown, rows.length, 'school')} the evidence is not sufficient to propose a category; they are listed too.`;
}
