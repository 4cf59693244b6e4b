import type { ForecastInBrief } from '#/analyse/actions/read-forecast-in-brief.ts';
import type { OurView } from '#/analyse/actions/our-view.ts';
import {
  ourViewAddress,
  permissionsAddress,
  schemeAddress,
  schoolAddress,
} from '#/platform/web/addresses.ts';
import {
  askAddress,
  confirmAddress,
  ourViewDocumentAddress,
  replyAddress,
  requestAddress,
} from '#/platform/web/correspondence-addresses.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { schoolForecastAddress } from '#/platform/web/forecast-addresses.ts';
import { forecastInASentence } from '#/platform/web/forecast-words.ts';
import { letterSentAddress } from '#/platform/web/letter-addresses.ts';
import { actionsOfSchoolAddress } from '#/platform/web/action-addresses.ts';
import { boardOfSchoolAddress } from '#/platform/web/board-addresses.ts';
import { papersAddress } from '#/platform/web/paper-addresses.ts';
import { viewOfPartnerAddress } from '#/platform/web/partner-view-addresses.ts';
import { planOfSchoolAddress } from '#/platform/web/plan-addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { categoryOf, schemeTitle } from '#/platform/web/scheme-words.ts';
import { dateInWords, list, momentInWords, plural } from '#/platform/web/words.ts';
import { asksView } from './asks-view.ts';
import { entitlementsView } from './entitlements-view.ts';
import { opinionView } from './opinion-view.ts';

/** What was typed into the page's form and not taken. */
export interface Typed {
  readonly words: string;
  readonly problems: readonly FieldProblem[];
}

export const nothingTyped: Typed = { words: '', problems: [] };

/** Everything the school's own page shows. */
export function ourViewView(read: OurView, typed: Typed, forecast: ForecastInBrief | null = null) {
  const { authority, school, reader, requests } = read;
  const { slug } = authority;
  const open = requests.filter(({ state }) => state === 'asked' || state === 'answered');
  const over = requests.filter(({ state }) => state === 'withdrawn' || state === 'done');
  return {
    heading: headingOf(read),
    school: school.name,
    authority: authority.name,
    lead: leadOf(read),
    reader,
    opinion: opinionView(read),
    whyNot: whyNotWords(read),
    beingDecided: beingDecidedWords(read),
    forecast: forecast === null ? null : forecastInASentence(forecast),
    confirmations: read.leaders.map((leader) => confirmationWords(leader, reader.person)),
    mine: mineOf(read),
    requests: open.map((one) => requestView(read, one)),
    overRequests: over.map((one) => requestView(read, one)),
    asks: asksView(read),
    entitlements: entitlementsView(read),
    replies: read.replies.map((one) => ({
      who: one.side === 'school' ? `${one.name}, for the school` : `${one.name}, for ${authority.name}`,
      side: one.side,
      at: momentInWords(one.at),
      paragraphs: paragraphs(one.words),
      onEarlier: one.earlier,
    })),
    before: read.before.map(({ told, scheme, receipts }) => ({
      tag: categoryTag({ ...categoryOf(scheme, told.category), meaning: told.meaning }),
      group: told.group,
      scheme: schemeTitle(scheme),
      from: dateInWords(told.since),
      decided: told.decision !== null,
      letter: told.decision === null ? null : letterSentAddress(slug, school.urn, told.decision),
      asAt: dateInWords(told.last.asAt),
      receipts: receipts.map(({ name, as, at }) => `${name}, ${as}, on ${momentInWords(at)}`),
    })),
    typed,
    errorList: typed.problems.map(({ field, text }) => ({ text, href: `#${field}` })),
    problem: typed.problems.find(({ field }) => field === 'words')?.text ?? null,
    addresses: {
      page: ourViewAddress(slug, school.urn),
      document: ourViewDocumentAddress(slug, school.urn),
      confirm: confirmAddress(slug, school.urn),
      reply: replyAddress(slug, school.urn),
      scheme: schemeAddress(slug),
      permissions: permissionsAddress,
      profile: schoolAddress(slug, school.urn),
      plan: planOfSchoolAddress(slug, school.urn),
      papers: papersAddress(slug, school.urn),
      actions: actionsOfSchoolAddress(slug, school.urn),
      board: boardOfSchoolAddress(slug, school.urn),
      viewOfPartner: viewOfPartnerAddress(slug, school.urn),
      forecast: schoolForecastAddress(slug, school.urn),
      ask: withQuery(askAddress(slug), { schools: [school.urn] }),
    },
  };
}

export function headingOf({ authority, school, reader }: OurView): string {
  return reader.readsCategory
    ? `What ${authority.name} thinks of ${school.name}`
    : `What ${authority.name} asks of ${school.name}, and whom to ask`;
}

/** The answer in two sentences: what is asked by when, and whom to ask. */
function leadOf({ requests, asks, today }: OurView): string {
  const waiting = requests.filter(({ state }) => state === 'asked');
  const [first] = waiting;
  const late = waiting.filter(({ overdue }) => overdue).length;
  const asked =
    first === undefined
      ? `Nothing waits for an answer on ${dateInWords(today)}.`
      : `${plural(waiting.length, 'request')} ${waiting.length === 1 ? 'waits' : 'wait'} for an answer, the first due on ${dateInWords(first.dueOn)}${late > 0 ? `; ${late === waiting.length && late > 1 ? 'all are' : `${String(late)} ${late === 1 ? 'is' : 'are'}`} overdue` : ''}.`;
  const people = asks.ours.length > 0 ? asks.ours : asks.instead;
  const whom = people.length === 0 ? '' : ` Ask ${list(people.slice(0, 2).map(({ name }) => name))}.`;
  return asked + whom;
}

function whyNotWords({ whyNot, authority, school }: OurView): string {
  switch (whyNot) {
    case 'in confidence':
      return 'What the authority thinks of the school is told in confidence to its head and its chair.';
    case 'no analysis':
      return `${authority.name} has not analysed its schools yet, so there is nothing to tell.`;
    case 'not in the newest analysis':
      return `${school.name} is not in the newest analysis, so nothing is told of it now.`;
  }
}

function beingDecidedWords({ beingDecided, reader }: OurView): string | null {
  if (beingDecided === null || !reader.readsCategory) return null;
  const { name, tellBy } = beingDecided;
  return `The category is being decided (${name}). Head and chair are told by ${dateInWords(tellBy)}.`;
}

function confirmationWords({ holder, confirmation }: OurView['leaders'][number], me: string) {
  const who = `${holder.name}, ${holder.role}`;
  if (confirmation === null) return { words: who, done: false, mine: holder.person === me };
  if (confirmation.state === 'confirmed')
    return {
      words: `${who}: confirmed on ${momentInWords(confirmation.receipt.at)}`,
      done: true,
      mine: holder.person === me,
    };
  const { days } = confirmation;
  return {
    words: `${who}: not confirmed yet, told ${days === 0 ? 'today' : `${plural(days, 'day')} ago`}`,
    done: false,
    mine: holder.person === me,
  };
}

/** Whether the reader themself has still to confirm, or when they did. */
function mineOf({ reader, leaders, now }: OurView): { asked: boolean; confirmedAt: string | null } {
  const own = leaders.find(({ holder }) => holder.person === reader.person)?.confirmation ?? null;
  if (!reader.mayAnswer || now === null) return { asked: false, confirmedAt: null };
  return own?.state === 'confirmed'
    ? { asked: false, confirmedAt: momentInWords(own.receipt.at) }
    : { asked: true, confirmedAt: null };
}

function requestView({ authority, school, today }: OurView, one: OurView['requests'][number]) {
  const last = one.steps.at(-1);
  return {
    href: requestAddress(authority.slug, school.urn, one.id),
    what: one.what,
    why: one.why,
    due: dateInWords(one.dueOn),
    overdue: one.overdue,
    dueToday: one.dueOn === today,
    askedBy: `${one.asked.name} on ${dateInWords(one.asked.at)}`,
    state: one.state,
    last: last === undefined ? null : `${last.name} on ${dateInWords(last.at)}`,
    whyOver: last?.why ?? '',
    named: one.level === 'named people',
    officersOnly: one.level === 'authority',
  };
}

/** What somebody typed, as the paragraphs they made of it. */
export function paragraphs(words: string): readonly string[] {
  return words.split(/\n\s*\n/).map((one) => one.trim());
}
